/** Runs `work` over all items, at most `atOnce` at a time, and gives the results in the order of the items. */
export async function inParallel<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const queue = items.entries();
  async function next(): Promise<void> {
    for (const [index, item] of queue) results.set(index, await work(item));
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, next));
  return items.flatMap((_, index) => (results.has(index) ? [results.get(index) as R] : []));
}
