import type { Logger } from '../../src/ports/logger.ts';
import { askedToWaitMs, describe } from './discord-errors.ts';

/** Waits; rejects, or resolves early, when the signal says stop. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/** How a step is repeated. */
export interface Trying {
  readonly logger: Logger;
  readonly pause: Pause;
  readonly signal: AbortSignal;
  /** What to throw for an error that will not pass by itself; null for all others. */
  readonly refusal: (error: unknown) => Error | null;
}

/** How long to wait after so many failures: a second, then twice as long each time, up to a minute; longer when asked. */
function waitAfter(failures: number, error: unknown): number {
  return Math.max(askedToWaitMs(error), Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)));
}

/** Does `step` until it succeeds. Resolves to null when told to stop. @throws what `refusal` makes of an error. */
export async function keepTrying<Result>(step: () => Promise<Result>, trying: Trying): Promise<Result | null> {
  const isStopped = (): boolean => trying.signal.aborted;
  let failures = 0;
  while (!isStopped()) {
    try {
      return await step();
    } catch (error) {
      const refusal = trying.refusal(error);
      if (refusal !== null) throw refusal;
      failures += 1;
      const afterMs = waitAfter(failures, error);
      if (isStopped()) return null;
      trying.logger.warn('Discord cannot be reached; it is tried again', { reason: describe(error), afterMs });
      await trying.pause(afterMs, trying.signal).catch(() => undefined);
    }
  }
  return null;
}
