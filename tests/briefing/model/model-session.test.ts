import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openSqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';
import { type Asking, describeEnd, openSession, type SessionOptions } from '../../../src/briefing/model/model-session.ts';
import type { Channel } from '../../../src/domain/caller.ts';
import type { Spender } from '../../../src/domain/spending.ts';
import type { Ledger } from '../../../src/ports/ledger.ts';
import { keepLog } from '../../adapters/openai/ask-model.ts';
import type { OpenStores } from '../../contracts/store-implementations.ts';
import { createFakeModel, FAILURES, gives } from '../../support/fake-model.ts';
import { limitsWith } from '../../support/limits.ts';
import { CLOCK, NOON, TODAY } from '../../support/model-bot.ts';

const ASKING: Asking<{ readonly question: string }> = {
  instructions: 'x'.repeat(300),
  input: 'y'.repeat(600),
  schema: z.object({ question: z.string() }),
  schemaName: 'question',
  outputTokens: 200,
  timeShare: 1,
};
/** Two calls of 900 characters, three to a token, and 200 tokens of reply. */
const BOOKED = 1_000;

const IN_A: Channel = { tenant: 'main', adapter: 'slack', id: 'A' };
const ANN: Spender = { channel: IN_A, person: { id: 'ann' } };

let stores: OpenStores;
beforeEach(async () => {
  stores = await openSqliteStore({ path: ':memory:' });
});
afterEach(() => stores.close());

/** The tokens booked on the tenant. */
async function spentOf(name = 'tenant'): Promise<number> {
  return (await stores.ledger.spent('main', TODAY, name)).tokens;
}

function sessionWith(over: Partial<SessionOptions> = {}, spender: Spender = ANN) {
  const model = createFakeModel({ question: gives({ question: 'Who?' }) });
  const usual = {
    model,
    ledger: stores.ledger,
    clock: CLOCK,
    limits: limitsWith({ tenant: { tokens: 10_000 } }),
    price: null,
    withinMs: 5_000,
  };
  return openSession({ ...usual, ...over }, spender);
}

describe('a session', () => {
  it('books before a call what it may cost, and settles after it what it did', async () => {
    const seen: number[] = [];
    const model = createFakeModel({
      question: async () => {
        seen.push(await spentOf());
        return gives({ question: 'Who?' });
      },
    });
    const session = sessionWith({ model });
    expect(await session.ask(ASKING)).toMatchObject({ kind: 'value', value: { question: 'Who?' } });
    expect(seen).toEqual([BOOKED]);
    expect(await spentOf()).toBe(120);
    expect(session.usage()).toEqual({ modelCalls: 1, inputTokens: 100, outputTokens: 20, cost: null });
  });

  it.each(Object.values(FAILURES))('settles a call that ends in $kind', async (outcome) => {
    const session = sessionWith({ model: createFakeModel({ question: outcome }) });
    expect(await session.ask(ASKING)).toEqual(outcome);
    expect(await spentOf()).toBe(outcome.usage.inputTokens + outcome.usage.outputTokens);
  });

  it('takes a server that counts nothing at the most that its call may have cost', async () => {
    const silent = { calls: 1, inputTokens: 0, outputTokens: 0 };
    const session = sessionWith({ model: createFakeModel({ question: () => gives({ question: 'Who?' }, silent) }) });
    await session.ask(ASKING);
    expect(await spentOf()).toBe(BOOKED / 2);
  });

  it('ends when the share of the time that the call may have is over', async () => {
    let now = NOON;
    const clock = { now: () => now, today: () => TODAY };
    const session = sessionWith({ clock, withinMs: 10_000 });
    now += 6_000;
    expect(await session.ask({ ...ASKING, timeShare: 0.6 })).toEqual({ kind: 'deadline' });
    expect((await session.ask(ASKING)).kind).toBe('value');
  });

  it('ends when the day has no tokens left, without a call', async () => {
    const model = createFakeModel();
    expect(await sessionWith({ model, limits: limitsWith({ tenant: { tokens: BOOKED - 1 } }) }).ask(ASKING)).toEqual({
      kind: 'budget',
      whose: 'tenant',
    });
    expect(model.requests).toEqual([]);
    expect(await spentOf()).toBe(0);
  });

  it('control: with one token more it asks', async () => {
    expect((await sessionWith({ limits: limitsWith({ tenant: { tokens: BOOKED } }) }).ask(ASKING)).kind).toBe('value');
  });

  it('ends when its time is up, and gives each call what is left of it', async () => {
    let now = NOON;
    const model = createFakeModel({
      question: () => {
        now += 3_000;
        return gives({ question: 'Who?' });
      },
    });
    const session = sessionWith({ model, clock: { now: () => now, today: () => TODAY } });
    expect((await session.ask(ASKING)).kind).toBe('value');
    expect((await session.ask(ASKING)).kind).toBe('value');
    expect(await session.ask(ASKING)).toEqual({ kind: 'deadline' });
    expect(model.requests.map(({ withinMs }) => withinMs)).toEqual([5_000, 2_000]);
    expect(await spentOf()).toBe(240);
  });

  it('adds up what its calls cost, where the price is known', async () => {
    const session = sessionWith({ price: { input: 3, output: 15 } });
    for (const _ of [1, 2, 3]) await session.ask(ASKING);
    expect(session.usage()).toMatchObject({ modelCalls: 3, inputTokens: 300, outputTokens: 60 });
    expect(session.usage().cost).toBeCloseTo((300 * 3 + 60 * 15) / 1_000_000, 12);
  });

  it('knows no cost where the price is not known, even before the first call', () => {
    expect(sessionWith().usage().cost).toBeNull();
    expect(sessionWith({ price: { input: 0, output: 0 } }).usage().cost).toBe(0);
  });
});

const LIMITS = limitsWith({
  tenant: { tokens: 100_500, microDollars: 700_000 },
  channel: { tokens: 30_500 },
  person: { tokens: 9_500, microDollars: 90_000 },
});
/** At this price each session books and uses 7,000 micro-dollars. */
const PRICE = { input: 5, output: 10 };

/** 200 sessions at once of 20 people in 5 channels, each of which uses all that it booked; the most that was booked at any time. */
async function rush(ledger: Ledger) {
  const seen: { readonly name: string; readonly tokens: number; readonly microDollars: number }[] = [];
  const people = Array.from({ length: 20 }, (_, index) => ({ channel: { ...IN_A, id: `${index % 5}` }, person: { id: `${index}` } }));
  const look = async (): Promise<void> => {
    for (const name of ['tenant', 'channel:slack:0', 'person:slack:0'])
      seen.push({ name, ...(await stores.ledger.spent('main', TODAY, name)) });
  };
  const model = createFakeModel({
    question: async () => {
      await look();
      return gives({ question: 'Who?' }, { calls: 2, inputTokens: 600, outputTokens: 400 });
    },
  });
  const sessions = Array.from({ length: 200 }, (_, index) =>
    sessionWith({ model, ledger, limits: LIMITS, price: PRICE }, people[index % people.length]),
  );
  const ends = await Promise.all(sessions.map((session) => session.ask(ASKING)));
  await look();
  const mostOf = (name: string, unit: 'tokens' | 'microDollars') =>
    Math.max(...seen.filter((one) => one.name === name).map((one) => one[unit]));
  return {
    asked: model.requests.length,
    refused: ends.filter(({ kind }) => kind === 'budget').length,
    tenant: mostOf('tenant', 'tokens'),
    money: mostOf('tenant', 'microDollars'),
    channel: mostOf('channel:slack:0', 'tokens'),
    person: mostOf('person:slack:0', 'tokens'),
  };
}

describe('many sessions at once', () => {
  it('never spend more than any budget has: 200 at the edge overspend by nothing', async () => {
    const { asked, refused, tenant, money, channel, person } = await rush(stores.ledger);
    // 100 fit into the tenant's tokens and money; a person has 9 of them, a channel 30.
    expect([asked, refused]).toEqual([100, 100]);
    expect([tenant, money]).toEqual([100_000, 700_000]);
    expect(channel).toBeLessThanOrEqual(30_500);
    expect(person).toBeLessThanOrEqual(9_500);
  });

  it('control: without booking they do', async () => {
    const { ledger } = stores;
    const everybody = Promise.withResolvers<void>();
    let waiting = 0;
    const lax: Ledger = {
      ...ledger,
      async reserve(tenant, day, accounts, amount) {
        for (const { name, limit } of accounts) {
          if ((await ledger.spent(tenant, day, name)).tokens + amount.tokens > limit.tokens) return name;
        }
        // Nobody begins before all have looked.
        waiting += 1;
        if (waiting === 200) everybody.resolve();
        await everybody.promise;
        return null;
      },
      async settle(tenant, day, names, _reserved, used) {
        await ledger.settle(tenant, day, names, { tokens: 0, microDollars: 0 }, used);
      },
    };
    const { tenant, channel, person } = await rush(lax);
    expect(tenant).toBeGreaterThan(100_500);
    expect(channel).toBeGreaterThan(30_500);
    expect(person).toBeGreaterThan(9_500);
  });
});

describe('whose budget is spent', () => {
  const ROOM_FOR_ONE = { tokens: BOOKED + 500 };
  const FULL = { calls: 2, inputTokens: 600, outputTokens: 400 };
  const model = createFakeModel({ question: gives({ question: 'Who?' }, FULL) });
  const bob: Spender = { channel: IN_A, person: { id: 'bob' } };
  const annElsewhere: Spender = { channel: { ...IN_A, id: 'B' }, person: { id: 'ann' } };
  const nobody: Spender = { channel: IN_A, person: null };

  async function endOf(limits: SessionOptions['limits'], spender: Spender) {
    return sessionWith({ model, limits }, spender).ask(ASKING);
  }

  it('is the person’s wherever they ask, and nobody else’s', async () => {
    const limits = limitsWith({ person: ROOM_FOR_ONE });
    expect((await endOf(limits, ANN)).kind).toBe('value');
    expect(await endOf(limits, annElsewhere)).toEqual({ kind: 'budget', whose: 'person' });
    expect((await endOf(limits, bob)).kind).toBe('value');
  });

  it('is the channel’s for everybody in it, also where nobody asks', async () => {
    const limits = limitsWith({ channel: ROOM_FOR_ONE });
    expect((await endOf(limits, ANN)).kind).toBe('value');
    expect(await endOf(limits, bob)).toEqual({ kind: 'budget', whose: 'channel' });
    expect(await endOf(limits, nobody)).toEqual({ kind: 'budget', whose: 'channel' });
    expect((await endOf(limits, annElsewhere)).kind).toBe('value');
  });

  it('is the widest of several, because that holds for everybody', async () => {
    const limits = limitsWith({ tenant: ROOM_FOR_ONE, channel: ROOM_FOR_ONE, person: ROOM_FOR_ONE });
    await endOf(limits, ANN);
    expect(await endOf(limits, ANN)).toEqual({ kind: 'budget', whose: 'tenant' });
  });

  it('is told in words', () => {
    expect((['person', 'channel', 'tenant'] as const).map((whose) => describeEnd({ kind: 'budget', whose }))).toEqual([
      'your budget for the model is spent for today',
      "this channel's budget for the model is spent for today",
      "today's budget for the model is spent",
    ]);
  });

  it('is no one’s where the tokens of the same name are in another tenant or adapter', async () => {
    const limits = limitsWith({ channel: ROOM_FOR_ONE, person: ROOM_FOR_ONE });
    await endOf(limits, ANN);
    expect((await endOf(limits, { ...ANN, channel: { ...IN_A, tenant: 'other' } })).kind).toBe('value');
    expect((await endOf(limits, { ...ANN, channel: { ...IN_A, adapter: 'discord' } })).kind).toBe('value');
  });
});

describe('one reply at the edge', () => {
  it('waits for what it has booked itself instead of taking that for spent', async () => {
    const model = createFakeModel({ question: gives({ question: 'Who?' }) });
    const session = sessionWith({ model, limits: limitsWith({ person: { tokens: BOOKED + 300 } }) });
    const ends = await Promise.all([1, 2, 3].map(() => session.ask(ASKING)));
    expect(ends.map(({ kind }) => kind)).toEqual(['value', 'value', 'value']);
    expect(model.mostAtOnce()).toBe(1);
    expect(await session.ask(ASKING)).toEqual({ kind: 'budget', whose: 'person' });
  });

  it('is charged the most for a call that the deadline cut off, and that the server may go on with', async () => {
    let now = NOON;
    const model = createFakeModel({
      question: () => {
        now += 4_800;
        return { kind: 'unavailable', reason: 'no reply', retryable: true, usage: { calls: 1, inputTokens: 0, outputTokens: 0 } };
      },
    });
    const session = sessionWith({ model, clock: { now: () => now, today: () => TODAY } });
    expect(await session.ask(ASKING)).toEqual({ kind: 'deadline' });
    expect(await spentOf()).toBe(BOOKED / 2);
  });

  it('is charged what the server counts, also beyond what was booked, and that is logged', async () => {
    const { logger, text } = keepLog();
    const model = createFakeModel({ question: gives({ question: 'Who?' }, { calls: 1, inputTokens: 5_000, outputTokens: 200 }) });
    await sessionWith({ model, logger }).ask(ASKING);
    expect(await spentOf()).toBe(5_200);
    expect(await spentOf('person:slack:ann')).toBe(5_200);
    expect(text()).toMatch(/counted more than a call can use .*5200/);
  });
});

it('tells the reader every end in a few words of one line', () => {
  const kinds = ['value', 'refusal', 'truncated', 'invalid', 'unavailable', 'deadline', 'budget'] as const;
  for (const kind of kinds)
    expect(describeEnd({ kind, whose: 'channel' } as Parameters<typeof describeEnd>[0])).toMatch(/^[a-z][^\n.]{10,60}$/u);
});
