import type { ModelUsage } from '../../src/ports/language-model.ts';
import type { Tokens } from './model-call.ts';

/** Adds up what one request costs, and keeps whether its account was turned down. A call that the SDK repeats on its own counts once: it cost tokens once. */
export interface Tally {
  countCall(): void;
  countTokens(tokens: Tokens): void;
  noteDenied(): void;
  total(): ModelUsage;
  denied(): boolean;
}

export function createTally(): Tally {
  let usage: ModelUsage = { calls: 0, inputTokens: 0, outputTokens: 0 };
  let denied = false;
  return {
    countCall: () => {
      usage = { ...usage, calls: usage.calls + 1 };
    },
    countTokens: ({ inputTokens, outputTokens }) => {
      usage = { ...usage, inputTokens: usage.inputTokens + inputTokens, outputTokens: usage.outputTokens + outputTokens };
    },
    noteDenied: () => {
      denied = true;
    },
    total: () => usage,
    denied: () => denied,
  };
}
