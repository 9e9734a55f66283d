import type { ModelUsage } from '../../src/ports/language-model.ts';
import type { Tokens } from './model-call.ts';

/** Adds up what one request costs. A call that the SDK repeats on its own counts once: it cost tokens once. */
export interface Tally {
  countCall(): void;
  countTokens(tokens: Tokens): void;
  total(): ModelUsage;
}

export function createTally(): Tally {
  let usage: ModelUsage = { calls: 0, inputTokens: 0, outputTokens: 0 };
  return {
    countCall: () => {
      usage = { ...usage, calls: usage.calls + 1 };
    },
    countTokens: ({ inputTokens, outputTokens }) => {
      usage = { ...usage, inputTokens: usage.inputTokens + inputTokens, outputTokens: usage.outputTokens + outputTokens };
    },
    total: () => usage,
  };
}
