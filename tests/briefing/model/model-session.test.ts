import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openSqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';
import { type Asking, describeEnd, openSession, type SessionOptions } from '../../../src/briefing/model/model-session.ts';
import type { Ledger } from '../../../src/ports/ledger.ts';
import type { OpenStores } from '../../contracts/store-implementations.ts';
import { createFakeModel, FAILURES, gives } from '../../support/fake-model.ts';
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

let stores: OpenStores;
beforeEach(async () => {
  stores = await openSqliteStore({ path: ':memory:' });
});
afterEach(() => stores.close());

function sessionWith(over: Partial<SessionOptions> = {}) {
  const model = createFakeModel({ question: gives({ question: 'Who?' }) });
  const usual = { model, ledger: stores.ledger, clock: CLOCK, dailyTokens: 10_000, price: null, withinMs: 5_000 };
  return openSession({ ...usual, ...over }, 'main');
}

describe('a session', () => {
  it('books before a call what it may cost, and settles after it what it did', async () => {
    const seen: number[] = [];
    const model = createFakeModel({
      question: async () => {
        seen.push(await stores.ledger.spent('main', TODAY));
        return gives({ question: 'Who?' });
      },
    });
    const session = sessionWith({ model });
    expect(await session.ask(ASKING)).toMatchObject({ kind: 'value', value: { question: 'Who?' } });
    expect(seen).toEqual([BOOKED]);
    expect(await stores.ledger.spent('main', TODAY)).toBe(120);
    expect(session.usage()).toEqual({ modelCalls: 1, inputTokens: 100, outputTokens: 20, cost: null });
  });

  it.each(Object.values(FAILURES))('settles a call that ends in $kind', async (outcome) => {
    const session = sessionWith({ model: createFakeModel({ question: outcome }) });
    expect(await session.ask(ASKING)).toEqual(outcome);
    expect(await stores.ledger.spent('main', TODAY)).toBe(outcome.usage.inputTokens + outcome.usage.outputTokens);
  });

  it('takes a server that counts nothing at the most that its call may have cost', async () => {
    const silent = { calls: 1, inputTokens: 0, outputTokens: 0 };
    const session = sessionWith({ model: createFakeModel({ question: () => gives({ question: 'Who?' }, silent) }) });
    await session.ask(ASKING);
    expect(await stores.ledger.spent('main', TODAY)).toBe(BOOKED / 2);
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
    expect(await sessionWith({ model, dailyTokens: BOOKED - 1 }).ask(ASKING)).toEqual({ kind: 'budget' });
    expect(model.requests).toEqual([]);
    expect(await stores.ledger.spent('main', TODAY)).toBe(0);
  });

  it('control: with one token more it asks', async () => {
    expect((await sessionWith({ dailyTokens: BOOKED }).ask(ASKING)).kind).toBe('value');
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
    expect(await stores.ledger.spent('main', TODAY)).toBe(240);
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

/** 40 sessions at once, each of which uses all that it booked; how many were asked, and the most that was spent at any time. */
async function rush(ledger: Ledger) {
  const spent: number[] = [];
  const model = createFakeModel({
    question: async () => {
      spent.push(await stores.ledger.spent('main', TODAY));
      return gives({ question: 'Who?' }, { calls: 2, inputTokens: 600, outputTokens: 400 });
    },
  });
  const sessions = Array.from({ length: 40 }, () => sessionWith({ model, ledger, dailyTokens: 10_500 }));
  const ends = await Promise.all(sessions.map((session) => session.ask(ASKING)));
  spent.push(await stores.ledger.spent('main', TODAY));
  return { asked: model.requests.length, refused: ends.filter(({ kind }) => kind === 'budget').length, most: Math.max(...spent) };
}

describe('many sessions at once', () => {
  it('never spend more than the day has', async () => {
    expect(await rush(stores.ledger)).toEqual({ asked: 10, refused: 30, most: 10_000 });
  });

  it('control: without booking they do', async () => {
    const { ledger } = stores;
    const lax: Ledger = {
      ...ledger,
      reserve: async (tenant, day, tokens, limit) => (await ledger.spent(tenant, day)) + tokens <= limit,
      settle: async (tenant, day, _reserved, used) => void (await ledger.reserve(tenant, day, used, Number.POSITIVE_INFINITY)),
    };
    expect((await rush(lax)).most).toBeGreaterThan(10_500);
  });
});

it('tells the reader every end in a few words of one line', () => {
  const kinds = ['value', 'refusal', 'truncated', 'invalid', 'unavailable', 'deadline', 'budget'] as const;
  for (const kind of kinds) expect(describeEnd({ kind } as Parameters<typeof describeEnd>[0])).toMatch(/^[a-z][^\n.]{10,60}$/u);
});
