import type { Place } from './inbound.ts';

/** One message of a reply, rendered and frozen: whatever happens, it is this text that is posted. */
export interface Part {
  /** Unique; it travels with the message, so that the message can be found again. */
  readonly key: string;
  /** What it is a part of: the key of the act that it answers, with a `!` for why the answer could not be posted. */
  readonly group: string;
  /** From 0. Part 0 goes to the place, the others below it. */
  readonly number: number;
  readonly place: Place;
  /** What the adapter rendered; means something to it only. */
  readonly payload: string;
}

/**
 * `composed` waits; `sending` was begun, and whether it arrived is not known; `posted` is there; `dead` will never be, and
 * the reason is known.
 */
export const PART_STATES = ['composed', 'sending', 'posted', 'dead'] as const;
export type PartState = (typeof PART_STATES)[number];

/** A part with how far it has come. */
export interface StoredPart extends Part {
  readonly state: PartState;
  /** How often it was begun. */
  readonly attempt: number;
  /** When the last attempt began, in milliseconds since 1970; null before the first. */
  readonly startedAt: number | null;
  /** The platform's name for the message, once posted. */
  readonly messageId: string | null;
  readonly reason: string | null;
}

/** How an attempt ended. `composed` means that it may be tried again, because nothing arrived. */
export type AttemptEnd =
  | { readonly state: 'posted'; readonly messageId: string }
  | { readonly state: 'dead'; readonly reason: string }
  | { readonly state: 'composed' };
