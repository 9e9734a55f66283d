/**
 * What goes wrong with one call. `before` the effect: a status, a dropped connection, an error of Slack's. `after` it: the
 * message is there, and the caller is not told.
 */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfterSec: number }
  /** A 429 that does not say for how long. */
  | { readonly kind: 'rate-limited-vaguely' }
  | { readonly kind: 'status'; readonly status: number; readonly when: 'before' | 'after' }
  /** The connection is cut. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  /** The answer begins and ends in the middle. */
  | { readonly kind: 'half' }
  /** The answer never comes. */
  | { readonly kind: 'silent'; readonly when: 'before' | 'after' }
  | { readonly kind: 'error'; readonly error: string }
  /** A page of some proxy, with status 200. */
  | { readonly kind: 'page'; readonly body: string };

export interface Faults {
  /** The next calls of a method (or of `response`, for the response URLs) fail so, one after the other. */
  plan(method: string, ...faults: readonly Fault[]): void;
  next(method: string): Fault | null;
  /** All calls of a method for a channel get 429 for as long. */
  limit(method: string, channel: string, forMs: number): void;
  /** Milliseconds until calls are taken again. */
  limitedFor(method: string, channel: string): number;
}

export function createFaults(now: () => number): Faults {
  const planned = new Map<string, Fault[]>();
  const limits = new Map<string, number>();
  return {
    plan: (method, ...faults) => void planned.set(method, [...(planned.get(method) ?? []), ...faults]),
    next: (method) => planned.get(method)?.shift() ?? null,
    limit: (method, channel, forMs) => void limits.set(`${method} ${channel}`, now() + forMs),
    limitedFor: (method, channel) => Math.max(0, (limits.get(`${method} ${channel}`) ?? 0) - now()),
  };
}
