import type { Place } from '../domain/inbound.ts';
import type { Reply } from '../domain/reply.ts';

/** Why a platform will not take a message, whatever is tried. */
export const REFUSALS = [
  'not-in-channel',
  'no-such-channel',
  'archived',
  'not-allowed',
  'revoked',
  'too-long',
  'expired',
  'other',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/**
 * What became of a message. `later`: nothing was posted, and nothing may be tried before `afterMs` are over. `unknown`: it
 * may have arrived.
 */
export type Posted =
  | { readonly kind: 'posted'; readonly messageId: string }
  | { readonly kind: 'later'; readonly afterMs: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Whether a message is there. `later`: it cannot be told before `afterMs` are over. `cannot`: it can never be told. */
export type Found =
  | { readonly kind: 'found'; readonly messageId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'later'; readonly afterMs: number }
  | { readonly kind: 'cannot' };

/** Puts replies where people talk. Never rejects for what a platform does. */
export interface ChatDelivery {
  /** The messages that a reply makes there, in order, each within the platform's limits; all that the reply says is in them. */
  render(reply: Reply, place: Place): readonly string[];
  /** Tries once. `under` is the message below which it goes; null for the place itself. */
  post(place: Place, payload: string, key: string, under: string | null): Promise<Posted>;
  /** Looks for a message by its key, once it must have arrived if it was sent at `startedAt` (milliseconds since 1970). */
  find(place: Place, key: string, startedAt: number, under: string | null): Promise<Found>;
  /** Shows what is being done; a status that cannot be shown is not missed. */
  tell(place: Place, status: string): Promise<void>;
}
