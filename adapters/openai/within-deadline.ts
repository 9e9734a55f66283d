/** Longest that a timer can wait; a longer one would fire at once. */
const MOST_MS = 2_147_483_647;

/**
 * What `run` gives, or `late` once the time is up, also when `run` does not heed its signal. The signal is raised in
 * every case, so that nothing goes on for a request that has its outcome.
 */
export async function withinDeadline<R>(ms: number, run: (signal: AbortSignal) => Promise<R>, late: R): Promise<R> {
  const ending = new AbortController();
  const deadline = Promise.withResolvers<R>();
  const timer = setTimeout(() => deadline.resolve(late), ms > 0 ? Math.min(ms, MOST_MS) : 1);
  try {
    return await Promise.race([run(ending.signal), deadline.promise]);
  } finally {
    clearTimeout(timer);
    ending.abort();
  }
}
