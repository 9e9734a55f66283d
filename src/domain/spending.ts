import type { Channel, Person } from './caller.ts';

/** What a model's work costs, in whole numbers. As a limit, either may be Infinity. */
export interface Amount {
  readonly tokens: number;
  /** Millionths of a US dollar; 0 where the price is not known. */
  readonly microDollars: number;
}

/** US dollars for a million tokens, which is micro-dollars for one. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

/** Who a model works for: a caller, or a channel in which nobody asked (`person` is null), as for a digest. */
export interface Spender {
  readonly channel: Channel;
  readonly person: Pick<Person, 'id'> | null;
}

/** Whose budgets there are, the widest first. */
export const PAYERS = ['tenant', 'channel', 'person'] as const;
export type Payer = (typeof PAYERS)[number];

/** What each may spend in a day. */
export type DailyLimits = Readonly<Record<Payer, Amount>>;

/** What a tenant has spent today, of how much. */
export interface SpentToday {
  readonly spent: Amount;
  readonly limit: Amount;
}

/** What tokens cost, rounded up, so that a sum of roundings is never too small. */
export function amountOf(
  { inputTokens, outputTokens }: { readonly inputTokens: number; readonly outputTokens: number },
  price: TokenPrice | null,
): Amount {
  const cost = price === null ? 0 : inputTokens * price.input + outputTokens * price.output;
  // Prices have at most six decimals; what is behind them is what floating point makes of 3 * 0.1.
  return { tokens: inputTokens + outputTokens, microDollars: Math.ceil(Number(cost.toFixed(6))) };
}

/** The account that everything of a tenant is charged to. */
export const TENANT_ACCOUNT = 'tenant';

/** What the account of a payer is called within its tenant; null where there is no such payer. Ids mean something per adapter. */
export function accountOf(payer: Payer, { channel, person }: Spender): string | null {
  switch (payer) {
    case 'tenant':
      return TENANT_ACCOUNT;
    case 'channel':
      return `channel:${channel.adapter}:${channel.id}`;
    case 'person':
      return person === null ? null : `person:${channel.adapter}:${person.id}`;
    default:
      return payer satisfies never;
  }
}
