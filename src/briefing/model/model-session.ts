import type { ZodType } from 'zod';
import { NO_USAGE, type Usage } from '../../domain/brief.ts';
import { amountOf, type DailyLimits, type Payer, type Spender, type TokenPrice } from '../../domain/spending.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LanguageModel, ModelOutcome, ModelUsage } from '../../ports/language-model.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { Logger } from '../../ports/logger.ts';
import { createReserving } from './create-reserving.ts';

export interface SessionOptions {
  readonly model: LanguageModel;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly limits: DailyLimits;
  /** Null where it is not known: then money is not counted. */
  readonly price: TokenPrice | null;
  /** Milliseconds that a reply may take in all. */
  readonly withinMs: number;
  readonly logger?: Logger;
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

/** The two ends that no model tells: somebody's budget of the day is spent, or the reply's time is up. */
export type SessionEnd = { readonly kind: 'budget'; readonly whose: Payer } | { readonly kind: 'deadline' };
export type SessionOutcome<T> = ModelOutcome<T> | SessionEnd;

/** All calls made for one reply: one deadline, one spender. */
export interface ModelSession {
  readonly model: string;
  ask<T>(asking: Asking<T>): Promise<SessionOutcome<T>>;
  usage(): Usage;
}

/** With less time than this left no call is begun: it would be paid for and not awaited. */
const LEAST_MS = 500;

const NOTHING: ModelUsage = { calls: 0, inputTokens: 0, outputTokens: 0 };

interface Called<T> {
  readonly outcome: SessionOutcome<T>;
  readonly charge: ModelUsage;
}

/**
 * What is charged for a call. Where the server counted nothing although it answered, or was cut off by the deadline and may
 * have gone on writing, it is the most that the calls made can have cost: a budget that trusts silence never ends.
 */
function chargeFor(most: ModelUsage, { kind, usage }: ModelOutcome<unknown>, late: boolean): ModelUsage {
  const counted = usage.inputTokens + usage.outputTokens > 0;
  if (!late && (counted || kind === 'unavailable')) return usage;
  const share = Math.min(1, usage.calls / most.calls);
  return {
    calls: usage.calls,
    inputTokens: Math.max(usage.inputTokens, Math.ceil(most.inputTokens * share)),
    outputTokens: Math.max(usage.outputTokens, Math.ceil(most.outputTokens * share)),
  };
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
 * Begins the account of one reply. The most that a call can cost is booked before it on every budget of the spender, and
 * what it did cost replaces that after it: however many replies are written at once, no budget is overspent.
 */
export function openSession(options: SessionOptions, spender: Spender): ModelSession {
  const { model, ledger, clock, limits, price, withinMs, logger } = options;
  const start = clock.now();
  const reserve = createReserving(ledger, limits, spender);
  let used: Usage = price === null ? { ...NO_USAGE, cost: null } : NO_USAGE;

  /** The call itself, once it is booked. The deadline is looked at again: to wait for a booking took time. */
  async function call<T>(asking: Asking<T>, most: ModelUsage, end: number): Promise<Called<T>> {
    const left = end - clock.now();
    if (left < LEAST_MS) return { outcome: { kind: 'deadline' }, charge: NOTHING };
    const outcome = await model.generate({ ...asking, withinMs: left });
    used = add(used, outcome.usage, price);
    // A server that was still thinking could be reached; it is the time that ran out.
    const late = outcome.kind === 'unavailable' && end - clock.now() < LEAST_MS;
    return { outcome: late ? { kind: 'deadline' } : outcome, charge: chargeFor(most, outcome, late) };
  }

  return {
    model: model.name,
    usage: () => used,
    async ask(asking) {
      const end = start + asking.timeShare * withinMs;
      if (end - clock.now() < LEAST_MS) return { kind: 'deadline' };
      const most = model.atMost(asking);
      const booked = amountOf(most, price);
      const reservation = await reserve(clock.today(), booked);
      if (typeof reservation === 'string') return { kind: 'budget', whose: reservation };
      let spent = booked;
      try {
        const { outcome, charge } = await call(asking, most, end);
        spent = amountOf(charge, price);
        return outcome;
      } finally {
        if (spent.tokens > booked.tokens || spent.microDollars > booked.microDollars)
          logger?.warn('the model server counted more than a call can use', { booked, spent });
        await reservation.settle(spent);
      }
    },
  };
}

const SPENT: Readonly<Record<Payer, string>> = {
  tenant: "today's budget for the model is spent",
  channel: "this channel's budget for the model is spent for today",
  person: 'your budget for the model is spent for today',
};

/** Why there is no value, for the reader, in a few words. */
export function describeEnd(outcome: SessionOutcome<unknown>): string {
  switch (outcome.kind) {
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
      return SPENT[outcome.whose];
    default:
      return outcome satisfies never;
  }
}
