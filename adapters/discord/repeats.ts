import type { Found, Posted } from '../../src/ports/chat-delivery.ts';

/** How soon after the first attempt the second may follow, and after that the next: whatever is wrong needs time to pass. */
const FIRST_PAUSE_MS = 2000;
const PAUSE_MS = 15_000;
/** Discord knows a nonce "for some minutes": this is well within. */
const NONCE_MS = 60_000;
/** Far more than are ever open; one that is forgotten is looked up instead. */
const MOST = 1000;

interface Doubt {
  readonly since: number;
  readonly times: number;
}

/**
 * What may be sent again at once after an unknown outcome, since Discord takes it for the same message: once, soon after the
 * first attempt, so that a person need not wait. After that, and after a restart, a message is looked for first.
 */
export interface Repeats {
  note(key: string, posted: Posted): void;
  isSafe(key: string): boolean;
  /** Absent, for all that matters: to send it again makes no second one. */
  soon(key: string, startedAt: number): Found;
}

export function createRepeats(now: () => number): Repeats {
  const doubts = new Map<string, Doubt>();
  return {
    note: (key, { kind }) => {
      const { since, times } = doubts.get(key) ?? { since: now(), times: 0 };
      doubts.delete(key);
      if (kind !== 'unknown') return;
      const oldest = doubts.keys().next().value;
      if (doubts.size >= MOST && oldest !== undefined) doubts.delete(oldest);
      doubts.set(key, { since, times: times + 1 });
    },
    isSafe: (key) => {
      const doubt = doubts.get(key);
      return doubt?.times === 1 && now() - doubt.since < NONCE_MS;
    },
    soon: (key, startedAt) => {
      const left = startedAt + (doubts.get(key)?.times === 1 ? FIRST_PAUSE_MS : PAUSE_MS) - now();
      return left > 0 ? { kind: 'later', afterMs: left } : { kind: 'absent' };
    },
  };
}
