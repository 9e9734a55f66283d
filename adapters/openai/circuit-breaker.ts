import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel';
import type { ModelOutcome } from '../../src/ports/language-model.ts';
import type { Logger } from '../../src/ports/logger.ts';

const FAILURES_TO_OPEN = 5;
const REST_MS = 30_000;

/** Runs a request, or turns it away while the server rests. */
export type Breaker = <T>(run: () => Promise<ModelOutcome<T>>) => Promise<ModelOutcome<T>>;

/**
 * Opens after five outages in a row and rests for 30 seconds; then one request tries the server, and the others are
 * turned away until it is back. What runs in it must not reject.
 */
export function createBreaker(logger: Logger | null): Breaker {
  const breaker = circuitBreaker(handleWhenResult(isOutage), {
    breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
    halfOpenAfter: REST_MS,
  });
  breaker.onBreak(() => logger?.warn('the language model is left alone for a while', { restMs: REST_MS }));
  breaker.onReset(() => logger?.info('the language model is back'));
  return async (run) => {
    // Cockatiel would let the others wait for the one that tries, past their own deadlines.
    if (breaker.state === CircuitState.HalfOpen) return turnedAway();
    try {
      return await breaker.execute(run);
    } catch {
      return turnedAway();
    }
  };
}

function isOutage(outcome: unknown): boolean {
  const given = outcome as ModelOutcome<unknown>;
  return given.kind === 'unavailable' && given.retryable;
}

function turnedAway(): ModelOutcome<never> {
  const usage = { calls: 0, inputTokens: 0, outputTokens: 0 };
  return { kind: 'unavailable', reason: 'left alone after repeated failures', retryable: true, usage };
}
