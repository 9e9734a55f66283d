import type { Logger } from '../../src/ports/logger.ts';
import { askedToWaitMs, describe } from './slack-errors.ts';

/** Waits; rejects, or resolves early, when the signal says stop. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

export interface KeepTrying {
  readonly logger: Logger;
  readonly pause: Pause;
  readonly signal: AbortSignal;
  /** An error after which trying again is of no use, as what is thrown in its place; null for all others. */
  refusal(error: unknown): Error | null;
}

/**
 * Does `step` until it succeeds, waiting 1 s, then twice as long each time up to 30 s, or as long as Slack asks. Resolves
 * to null when told to stop. @throws what `refusal` makes of an error.
 */
export async function keepTrying<Result>(step: () => Promise<Result>, trying: KeepTrying): Promise<Result | null> {
  const isStopped = (): boolean => trying.signal.aborted;
  for (let failures = 0; !isStopped(); failures += 1) {
    try {
      return await step();
    } catch (error) {
      const refusal = trying.refusal(error);
      if (refusal !== null) throw refusal;
      if (isStopped()) return null;
      const waitMs = Math.max(askedToWaitMs(error), Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures));
      trying.logger.warn('Slack cannot be reached; it is tried again', { reason: describe(error), afterMs: waitMs });
      await trying.pause(waitMs, trying.signal).catch(() => undefined);
    }
  }
  return null;
}
