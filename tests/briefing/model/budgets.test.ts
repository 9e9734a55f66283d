import { afterEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/domain/caller.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { limitsWith } from '../../support/limits.ts';
import { type ModelBot, openModelBot, TODAY } from '../../support/model-bot.ts';

let bot: ModelBot | undefined;
afterEach(() => bot?.close());

const BRIEF = { name: 'brief', args: { topic: 'china-uk' } } as const;
const LIMITS = limitsWith({ tenant: { tokens: 900_000 }, channel: { tokens: 600_000 }, person: { tokens: 300_000 } });

function callerIn(channel: string, person: string): Caller {
  return {
    channel: { tenant: 'main', adapter: 'slack', id: channel },
    thread: null,
    person: { id: person, role: 'member' },
    remembers: false,
  };
}
const ANN = callerIn('A', 'ann');
const BOB = callerIn('A', 'bob');

/** A bot on which accounts have spent so much already. */
async function openWith(
  spent: Readonly<Record<string, number>>,
  price: { input: number; output: number } | null = null,
): Promise<ModelBot> {
  bot = await openModelBot({}, { limits: LIMITS, price });
  const limit = { tokens: Number.POSITIVE_INFINITY, microDollars: Number.POSITIVE_INFINITY };
  for (const [name, tokens] of Object.entries(spent))
    await bot.stores.ledger.reserve('main', TODAY, [{ name, limit }], { tokens, microDollars: 0 });
  return bot;
}

function engineOf(reply: Reply): readonly string[] {
  return reply.kind === 'brief' || reply.kind === 'answer' ? [reply.engine, reply.engineReason] : [reply.kind];
}

describe('a budget that is spent', () => {
  it.each([
    ['person:slack:ann', 'your budget for the model is spent for today'],
    ['channel:slack:A', "this channel's budget for the model is spent for today"],
    ['tenant', "today's budget for the model is spent"],
  ])('%s makes the reply extractive, which says so', async (name, reason) => {
    const { run, model } = await openWith({ [name]: 900_000 });
    expect(engineOf(await run(BRIEF, ANN))).toEqual(['extractive', reason]);
    const question = { name: 'ask', args: { question: 'What did Mara Lindt say about gallium?' } } as const;
    expect(engineOf(await run(question, ANN))).toEqual(['extractive', reason]);
    expect(model.requests).toEqual([]);
  });

  it('of one person is not told to another who asks for the same at the same time', async () => {
    const { run } = await openWith({ 'person:slack:ann': 300_000 });
    const [ann, bob] = await Promise.all([run(BRIEF, ANN), run(BRIEF, BOB)]);
    expect(engineOf(ann)).toEqual(['extractive', 'your budget for the model is spent for today']);
    expect(engineOf(bob)[0]).toBe('model');
  });

  it('control: with room for both, the two share one brief and its calls', async () => {
    const { run, model } = await openWith({});
    const [ann, bob] = await Promise.all([run(BRIEF, ANN), run(BRIEF, BOB)]);
    expect(ann).toEqual(bob);
    expect(model.requests).toHaveLength(3);
  });
});

describe('what was spent', () => {
  it('is on the tenant, the channel and the person', async () => {
    const { run, stores } = await openWith({}, { input: 2, output: 10 });
    await run(BRIEF, ANN);
    for (const name of ['tenant', 'channel:slack:A', 'person:slack:ann'])
      expect(await stores.ledger.spent('main', TODAY, name)).toEqual({ tokens: 360, microDollars: 300 * 2 + 60 * 10 });
  });

  it('is in the statistics, in tokens and, where the price is known, in money', async () => {
    const { run, type } = await openWith({ tenant: 12_345 }, { input: 2, output: 10 });
    expect(await type('stats')).toMatchObject({ facts: expect.arrayContaining([['tokens spent today', '12,345 of 900,000']]) });
    await run(BRIEF, ANN);
    expect(await type('stats')).toMatchObject({
      facts: expect.arrayContaining([
        ['tokens spent today', '12,705 of 900,000'],
        ['money spent today', '$0.0012, no limit'],
      ]),
    });
  });
});
