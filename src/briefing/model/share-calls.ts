/**
 * Whoever asks for a key while it is being made waits for the same result. Nothing is kept once it is there. A result that
 * is not `forAll` is given to whoever made it alone: those who waited make their own.
 */
export function shareCalls<R>(forAll: (result: R) => boolean = () => true): (key: string, make: () => Promise<R>) => Promise<R> {
  const running = new Map<string, Promise<R>>();
  return async (key, make) => {
    const known = running.get(key);
    if (known) {
      const result = await known;
      return forAll(result) ? result : make();
    }
    const made = make().finally(() => running.delete(key));
    running.set(key, made);
    return made;
  };
}
