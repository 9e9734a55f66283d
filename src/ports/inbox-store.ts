import type { Inbound } from '../domain/inbound.ts';

/** An act that somebody has taken to handle. */
export interface TakenInbound {
  readonly inbound: Inbound;
  /** How often it was taken, this time included: more than once means that whoever had it before did not finish. */
  readonly attempt: number;
}

/**
 * Keeps what people did until it is handled. An entry is handled by one owner at a time, who holds it until `leaseUntil`
 * and must finish it or hold it longer by then. Times are milliseconds since 1970.
 */
export interface InboxStore {
  /** False, and nothing changes, when the key was put before. Keys of handled entries are remembered for three days. */
  put(inbound: Inbound, now: number): Promise<boolean>;
  /** The oldest entries that nobody holds, at most `limit`, and none whose lane has an older one that is not finished. */
  take(owner: string, now: number, leaseUntil: number, limit: number): Promise<readonly TakenInbound[]>;
  /** Holds everything that `owner` has until then; a time that is over lets it go. */
  hold(owner: string, leaseUntil: number): Promise<void>;
  /**
   * Lets one entry go that the owner has: anybody may take it from `retryAt` on, and nothing of its lane before that. Nothing
   * changes when the owner has lost it meanwhile.
   */
  release(owner: string, key: string, retryAt: number): Promise<void>;
  /** False when the owner has lost it meanwhile. */
  finish(owner: string, key: string, now: number): Promise<boolean>;
}
