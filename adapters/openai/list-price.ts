import type { TokenPrice } from '../../src/domain/spending.ts';
import { OPENAI_URL } from './habits.ts';

/**
 * What OpenAI asks, in US dollars for a million tokens, as read on 25 November 2026 on each model's page below
 * https://developers.openai.com/api/docs/models/. Standard processing, inputs up to 272,000 tokens (ours are shorter).
 * `input` is the dearest that an input token can cost: where writing to the cache costs more than reading the input, that.
 * A model whose page was not read is not here: no price is better than a wrong one.
 */
const PRICES: Readonly<Record<string, TokenPrice>> = {
  // Input 0.10, cache writes 0.125.
  'gpt-6-luna': { input: 0.125, output: 0.5 },
  // Input 2.00, cache writes for 30 minutes 2.50.
  'gpt-6.2-sol': { input: 2.5, output: 10 },
  // Input 0.20, cache writes 1.25 times that.
  'gpt-5.6-luna': { input: 0.25, output: 1.2 },
  'gpt-5.4-nano': { input: 0.2, output: 1.25 },
  'gpt-5-nano': { input: 0.05, output: 0.4 },
};

/** Releases of a model have its name and a day. Any other ending is another model, with another price. */
const RELEASE = /-\d{4}-\d{2}-\d{2}$/;

/** The list price of a model at OpenAI itself; null for any other. OpenAI's regions and Azure have prices of their own. */
export function listPrice(baseUrl: string | null, model: string): TokenPrice | null {
  if ((baseUrl ?? OPENAI_URL).replace(/\/+$/, '') !== OPENAI_URL) return null;
  const name = model.replace(RELEASE, '');
  return Object.hasOwn(PRICES, name) ? (PRICES[name] ?? null) : null;
}
