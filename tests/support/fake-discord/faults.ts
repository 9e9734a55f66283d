/**
 * What goes wrong with one call. `before` the effect: nothing is there. `after` it: it is there, and the caller is not told.
 */
export type Fault =
  | {
      readonly kind: 'rate-limited';
      readonly retryAfterSec: number;
      readonly scope?: 'user' | 'shared' | 'global';
      /** Also the headers that tell of the bucket; the SDK then refuses calls of it by itself. */
      readonly withBucket?: true;
    }
  /** A 429 that does not say for how long. */
  | { readonly kind: 'rate-limited-vaguely' }
  | { readonly kind: 'status'; readonly status: number; readonly when: 'before' | 'after' }
  /** The connection is cut. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  /** The answer begins and ends in the middle. */
  | { readonly kind: 'half' }
  /** The answer begins and never ends. */
  | { readonly kind: 'stalled' }
  /** The answer never comes. */
  | { readonly kind: 'silent'; readonly when: 'before' | 'after' }
  | { readonly kind: 'error'; readonly status: number; readonly code: number; readonly message?: string }
  /** A page of some proxy. */
  | { readonly kind: 'page'; readonly status: number; readonly body: string };

export interface Faults {
  /** The next calls of a route fail so, one after the other: `POST /channels/:id/messages`. */
  plan(route: string, ...faults: readonly Fault[]): void;
  next(route: string): Fault | null;
  /** All calls of a route for a channel get 429 for as long. */
  limit(route: string, channel: string, forMs: number): void;
  /** Milliseconds until calls are taken again. */
  limitedFor(route: string, channel: string): number;
}

export function createFaults(now: () => number): Faults {
  const planned = new Map<string, Fault[]>();
  const limits = new Map<string, number>();
  return {
    plan: (route, ...faults) => void planned.set(route, [...(planned.get(route) ?? []), ...faults]),
    next: (route) => planned.get(route)?.shift() ?? null,
    limit: (route, channel, forMs) => void limits.set(`${route} ${channel}`, now() + forMs),
    limitedFor: (route, channel) => Math.max(0, (limits.get(`${route} ${channel}`) ?? 0) - now()),
  };
}
