import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { createOpenAiModel } from '../../adapters/openai/create-openai-model.ts';
import { listPrice } from '../../adapters/openai/list-price.ts';
import { readPrompts } from '../../adapters/system/read-prompts.ts';
import { createModelWriting, type ModelWriting, type ModelWritingOptions } from '../briefing/model/create-model-writing.ts';
import { ConfigError, type DailyLimit, type ModelConfig } from '../config.ts';
import type { Amount, DailyLimits, TokenPrice } from '../domain/spending.ts';
import type { Logger } from '../ports/logger.ts';

/** What a model's tokens cost and how much may be spent. */
export interface SpendingPlan {
  /** Null where neither the operator nor the list tells it. */
  readonly price: TokenPrice | null;
  readonly limits: DailyLimits;
}

const PROMPTS = join(import.meta.dirname, '..', '..', 'prompts');
const COST_VARIABLES = { tenant: 'MODEL_DAILY_COST', channel: 'MODEL_DAILY_COST_CHANNEL', person: 'MODEL_DAILY_COST_PERSON' } as const;

function toAmount({ tokens, dollars }: DailyLimit): Amount {
  const limited = (limit: number): number => (limit === 0 ? Number.POSITIVE_INFINITY : limit);
  return { tokens: limited(tokens), microDollars: limited(Math.round(dollars * 1_000_000)) };
}

/** Reads what may be spent. @throws ConfigError for a limit in money on a model whose price nobody told. */
export function planSpending({ baseUrl, name, price: told, daily }: ModelConfig): SpendingPlan {
  const price = told ?? listPrice(baseUrl, name);
  const message =
    'set MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT too, since the price of this model is not known, or 0 for no limit in money';
  const blind = (['tenant', 'channel', 'person'] as const).filter((payer) => price === null && daily[payer].dollars > 0);
  if (blind.length > 0) throw new ConfigError(blind.map((payer) => ({ variable: COST_VARIABLES[payer], message })));
  return { price, limits: { tenant: toAmount(daily.tenant), channel: toAmount(daily.channel), person: toAmount(daily.person) } };
}

/** Wires the writer and answerer of an installation with a model. @throws Error when a prompt and what fills it do not agree. */
export function createModel(
  { apiKey, baseUrl, name, api, timeoutMs }: ModelConfig,
  plan: SpendingPlan,
  parts: Pick<ModelWritingOptions, 'readings' | 'ledger' | 'clock' | 'ids'> & { readonly logger: Logger },
): ModelWriting {
  const { readings, ledger, clock, ids, logger } = parts;
  const model = createOpenAiModel({ apiKey, baseUrl, model: name, api, logger });
  return createModelWriting({
    model,
    prompts: readPrompts(PROMPTS),
    pause,
    readings,
    ledger,
    clock,
    ids,
    logger,
    ...plan,
    withinMs: timeoutMs,
  });
}
