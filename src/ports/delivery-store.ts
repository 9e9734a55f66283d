import type { AttemptEnd, Part, StoredPart } from '../domain/delivery.ts';

/** Keeps the messages of replies, frozen, with how far each has come. Every change is committed when its promise resolves. */
export interface DeliveryStore {
  /**
   * Keeps all parts of a group, or, when the group is known, nothing: what was frozen first stays. Parts that came to their
   * end and were begun more than three days before `now` are forgotten, unless their act is still in the inbox. Milliseconds
   * since 1970.
   */
  freeze(parts: readonly Part[], now: number): Promise<void>;
  /** In order. */
  partsOf(group: string): Promise<readonly StoredPart[]>;
  /** Makes a `composed` part `sending` as its `attempt`-th attempt. False when it is not there, or others have begun that attempt. */
  begin(key: string, attempt: number, now: number): Promise<boolean>;
  /** Ends that attempt. False when it is not the one under way. */
  end(key: string, attempt: number, end: AttemptEnd): Promise<boolean>;
}
