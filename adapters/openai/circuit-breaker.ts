import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhenResult, type IBreaker } from 'cockatiel';
import type { ModelOutcome } from '../../src/ports/language-model.ts';
import type { Logger } from '../../src/ports/logger.ts';

const FAILURES_TO_OPEN = 5;
const REST_MS = 30_000;

/** What became of a request, and whether the server turned down the account: no other request will fare better. */
export interface Given<T> {
  readonly outcome: ModelOutcome<T>;
  readonly denied: boolean;
}

/** Runs a request, or turns it away while the server rests. */
export type Breaker = <T>(run: () => Promise<Given<T>>) => Promise<ModelOutcome<T>>;

/**
 * Opens after five outages in a row, or at once when the server turns down the account, and rests for 30 seconds; then one
 * request tries the server, and the others are turned away until it is back. What runs in it must not reject.
 */
export function createBreaker(logger: Logger | null): Breaker {
  const outages = new ConsecutiveBreaker(FAILURES_TO_OPEN);
  const opening: IBreaker = {
    state: null,
    success: () => outages.success(),
    failure: () => outages.failure() || isDenied(policy.lastFailure),
  };
  const policy = circuitBreaker(handleWhenResult(isFailure), { breaker: opening, halfOpenAfter: REST_MS });
  let told = false;
  policy.onBreak((reason) => {
    if (!isDenied(reason)) logger?.warn('the language model is left alone for a while', { restMs: REST_MS });
    else if (!told) logger?.error(TURNED_DOWN, { reason: reasonOf(reason), restMs: REST_MS });
    told ||= isDenied(reason);
  });
  policy.onReset(() => {
    told = false;
    logger?.info('the language model is back');
  });
  return async (run) => {
    // Cockatiel would let the others wait for the one that tries, past their own deadlines.
    if (policy.state === CircuitState.HalfOpen) return turnedAway();
    try {
      return (await policy.execute(run)).outcome;
    } catch {
      return turnedAway();
    }
  };
}

/** Said once, until the server takes a request again. */
const TURNED_DOWN =
  'the language model server turns us down, so briefs are extractive: check OPENAI_API_KEY, what it may do, and whether its account has credit';

function givenBy(reason: unknown): Given<unknown> | null {
  return typeof reason === 'object' && reason !== null && 'value' in reason ? (reason.value as Given<unknown>) : null;
}

function isDenied(reason: unknown): boolean {
  return givenBy(reason)?.denied === true;
}

function reasonOf(reason: unknown): string | null {
  const outcome = givenBy(reason)?.outcome;
  return outcome?.kind === 'unavailable' ? outcome.reason : null;
}

function isFailure(result: unknown): boolean {
  const { outcome, denied } = result as Given<unknown>;
  return denied || (outcome.kind === 'unavailable' && outcome.retryable);
}

function turnedAway(): ModelOutcome<never> {
  const usage = { calls: 0, inputTokens: 0, outputTokens: 0 };
  return { kind: 'unavailable', reason: 'left alone after repeated failures', retryable: true, usage };
}
