import type { ZodType } from 'zod';
import { NO_USAGE, type Usage } from '../../domain/brief.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LanguageModel, ModelOutcome, ModelUsage } from '../../ports/language-model.ts';
import type { Ledger } from '../../ports/ledger.ts';

/** US dollars per million tokens. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

export interface SessionOptions {
  readonly model: LanguageModel;
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** Tokens that a tenant may spend in a day; Infinity for no limit. */
  readonly dailyTokens: number;
  readonly price: TokenPrice | null;
  /** Milliseconds that a reply may take in all. */
  readonly withinMs: number;
}

export interface Asking<T> {
  readonly instructions: string;
  readonly input: string;
  readonly schema: ZodType<T>;
  readonly schemaName: string;
  readonly outputTokens: number;
  /** By when of the reply's time the call must be done, 0 to 1: what comes first leaves time for what comes after. */
  readonly timeShare: number;
}

/** The two ends that no model tells: the day's tokens are spent, or the reply's time is up. */
export type SessionOutcome<T> = ModelOutcome<T> | { readonly kind: 'budget' | 'deadline' };

/** All calls made for one reply: one deadline, one account. */
export interface ModelSession {
  readonly model: string;
  ask<T>(asking: Asking<T>): Promise<SessionOutcome<T>>;
  usage(): Usage;
}

/** English has about four characters to a token, other scripts fewer; with three a reservation is rarely too small. */
const CHARACTERS_PER_TOKEN = 3;
/** With less time than this left no call is begun: it would be paid for and not awaited. */
const LEAST_MS = 500;

/** A request may cost two calls: the second mends what did not fit. */
const CALLS_BOOKED = 2;

/** The most that one call may cost. */
function estimate({ instructions, input, outputTokens }: Asking<unknown>): number {
  return Math.ceil((instructions.length + input.length) / CHARACTERS_PER_TOKEN) + outputTokens;
}

/** A server that answers and counts nothing is taken at the most that its calls may have cost, or the budget would never end. */
function spent(asking: Asking<unknown>, { kind, usage: { calls, inputTokens, outputTokens } }: ModelOutcome<unknown>): number {
  const counted = inputTokens + outputTokens;
  return counted > 0 || kind === 'unavailable' ? counted : calls * estimate(asking);
}

function add(sum: Usage, { calls, inputTokens, outputTokens }: ModelUsage, price: TokenPrice | null): Usage {
  const cost = price === null ? null : (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
  return {
    modelCalls: sum.modelCalls + calls,
    inputTokens: sum.inputTokens + inputTokens,
    outputTokens: sum.outputTokens + outputTokens,
    cost: cost === null || sum.cost === null ? null : sum.cost + cost,
  };
}

/**
 * Begins the account of one reply. Tokens are booked before a call and settled after it, so that many replies at once
 * cannot overspend the day; what a call used beyond its booking is told to the next one.
 */
export function openSession({ model, ledger, clock, dailyTokens, price, withinMs }: SessionOptions, tenant: string): ModelSession {
  const start = clock.now();
  let used: Usage = price === null ? { ...NO_USAGE, cost: null } : NO_USAGE;
  return {
    model: model.name,
    usage: () => used,
    async ask(asking) {
      const end = start + asking.timeShare * withinMs;
      const left = end - clock.now();
      if (left < LEAST_MS) return { kind: 'deadline' };
      const day = clock.today();
      const reserved = CALLS_BOOKED * estimate(asking);
      if (!(await ledger.reserve(tenant, day, reserved, dailyTokens))) return { kind: 'budget' };
      const outcome = await model.generate({ ...asking, withinMs: left });
      used = add(used, outcome.usage, price);
      await ledger.settle(tenant, day, reserved, spent(asking, outcome));
      // A server that was still thinking could be reached; it is the time that ran out.
      return outcome.kind === 'unavailable' && end - clock.now() < LEAST_MS ? { kind: 'deadline' } : outcome;
    },
  };
}

/** Why there is no value, for the reader, in a few words. */
export function describeEnd({ kind }: SessionOutcome<unknown>): string {
  switch (kind) {
    case 'value':
      return 'the model answered';
    case 'refusal':
      return 'the model declined';
    case 'truncated':
    case 'invalid':
      return 'the model gave nothing usable';
    case 'unavailable':
      return 'the model could not be reached';
    case 'deadline':
      return 'the model took too long';
    case 'budget':
      return "today's budget for the model is spent";
    default:
      return kind satisfies never;
  }
}
