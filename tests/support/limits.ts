import type { Amount, DailyLimits, Payer } from '../../src/domain/spending.ts';

const NO_LIMIT: Amount = { tokens: Number.POSITIVE_INFINITY, microDollars: Number.POSITIVE_INFINITY };

/** No limits but these. */
export function limitsWith(over: Partial<Readonly<Record<Payer, Partial<Amount>>>> = {}): DailyLimits {
  const limit = (payer: Payer): Amount => ({ ...NO_LIMIT, ...over[payer] });
  return { tenant: limit('tenant'), channel: limit('channel'), person: limit('person') };
}
