/** Whoever asks for a key while it is being made waits for the same result. Nothing is kept once it is there. */
export function shareCalls<R>(): (key: string, make: () => Promise<R>) => Promise<R> {
  const running = new Map<string, Promise<R>>();
  return (key, make) => {
    const known = running.get(key);
    if (known) return known;
    const made = make().finally(() => running.delete(key));
    running.set(key, made);
    return made;
  };
}
