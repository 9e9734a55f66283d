import { type REST, RESTEvents } from 'discord.js';

/** Discord shuts out an address after 10,000 such answers in ten minutes: docs, topics/rate-limits. We stop long before. */
const MOST = 400;
const WINDOW_MS = 10 * 60_000;
const INVALID: ReadonlySet<number> = new Set([401, 403, 429]);

/** Counts the answers that Discord holds against a bot: 401, 403, and 429 unless the limit is shared with others. */
export interface InvalidRequests {
  /** Milliseconds for which nothing must be called; 0 when all is well. */
  left(): number;
}

/** Counts all that goes through this client, whoever calls. */
export function countInvalidRequests(rest: REST, now: () => number, most = MOST): InvalidRequests {
  const times: number[] = [];
  rest.on(RESTEvents.Response, (_request, { status, headers }) => {
    if (INVALID.has(status) && headers.get('x-ratelimit-scope') !== 'shared') times.push(now());
  });
  return {
    left: () => {
      while (times[0] !== undefined && times[0] <= now() - WINDOW_MS) times.shift();
      const first = times[times.length - most];
      return first === undefined ? 0 : first + WINDOW_MS - now();
    },
  };
}
