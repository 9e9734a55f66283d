import { afterEach, describe, expect, it } from 'vitest';
import { renderReply } from '../../adapters/terminal/render.ts';
import type { LedgerRow } from '../../src/domain/ledger-row.ts';
import { FAILURES } from '../support/fake-model.ts';
import { LINDT, MARSH, type ModelBot, NOON, openModelBot } from '../support/model-bot.ts';
import { openTestBot } from '../support/test-bot.ts';

let bot: ModelBot | undefined;
afterEach(() => bot?.close());

async function rowsOf({ type }: Pick<ModelBot, 'type'>, line = 'ledger'): Promise<readonly LedgerRow[]> {
  const reply = await type(line);
  if (reply.kind !== 'ledger') throw new Error(reply.kind);
  return reply.rows;
}

describe('the ledger', () => {
  it('has for each reply what it was made from, with what, and what it cost, newest first', async () => {
    let now = NOON;
    const clock = { now: () => (now += 250), today: () => '2025-01-15' };
    bot = await openModelBot({ answer: FAILURES.refusal, question: FAILURES.refusal }, { clock, price: { input: 2, output: 10 } });
    const brief = await bot.brief();
    const answer = await bot.ask('what did Mara Lindt say?');
    const rows = await rowsOf(bot);
    expect(rows.map(({ id }) => id)).toEqual([answer.id, brief.id]);
    expect(rows[1]).toEqual({
      id: brief.id,
      kind: 'brief',
      subject: 'UK–China',
      writtenAt: brief.writtenAt,
      engine: 'model',
      usage: brief.usage,
      dropped: [],
      record: {
        inputs: [LINDT, MARSH].map(({ id, contentHash, storyId, published, sample }) => ({
          articleId: id,
          contentHash,
          storyId,
          published,
          sample,
        })),
        prompts: [expect.stringMatching(/^read-article@/u), expect.stringMatching(/^write-brief@/u)],
        model: 'fake-1',
        ms: expect.any(Number),
        writtenOn: '2025-01-15',
      },
    });
    expect(rows[1]?.record.ms).toBeGreaterThan(0);
    // The model declined: its words are not used, and the model that was paid is named all the same.
    expect(rows[0]).toMatchObject({ kind: 'answer', subject: 'what did Mara Lindt say?', engine: 'extractive', dropped: [] });
    expect(rows[0]?.record).toMatchObject({ prompts: [], model: 'fake-1' });
    expect(rows[0]?.record.inputs.map(({ articleId }) => articleId)).toContain('lindt');
  });

  it('lists as many as are asked for, and says what it takes', async () => {
    bot = await openModelBot({ answer: FAILURES.refusal, question: FAILURES.refusal });
    for (const line of ['ask what did Lindt say?', 'ask what did Marsh say?', 'brief china-uk']) await bot.type(line);
    const all = await rowsOf(bot);
    expect(all).toHaveLength(3);
    expect(await rowsOf(bot, 'ledger 2')).toEqual(all.slice(0, 2));
    for (const rows of ['0', '-1', '1.5', 'many', '1001']) expect(await bot.type(`ledger ${rows}`)).toMatchObject({ kind: 'usage' });
  });

  it('reads like a list at the terminal', async () => {
    const row: LedgerRow = {
      id: 'brief-1',
      kind: 'brief',
      subject: 'UK–China',
      writtenAt: '2025-01-15T12:00:00.000Z',
      engine: 'model',
      usage: { modelCalls: 2, inputTokens: 1_000, outputTokens: 50, cost: 0.0123 },
      dropped: [{ text: 'x', reason: 'number' }],
      record: { inputs: [], prompts: ['write-brief@1'], model: 'm-1', ms: 1_240, writtenOn: '2025-01-15' },
    };
    const unpriced = { ...row, id: 'brief-2', usage: { ...row.usage, cost: null } };
    const free = {
      ...row,
      id: 'answer-3',
      kind: 'answer' as const,
      writtenAt: null,
      engine: 'extractive' as const,
      usage: { ...row.usage, modelCalls: 0 },
    };
    const old = { ...free, record: { ...row.record, model: null } };
    expect(renderReply({ kind: 'ledger', rows: [row, unpriced, old] }, { width: 110, colour: false })).toMatchInlineSnapshot(`
      "brief-1 UK–China
        brief, 2025-01-15 12:00 UTC · model (m-1) · 1000 tokens in, 50 out · $0.0123 · 1.2 s · 1 dropped · 0 inputs
      brief-2 UK–China
        brief, 2025-01-15 12:00 UTC · model (m-1) · 1000 tokens in, 50 out · price not known · 1.2 s · 1 dropped · 0
        inputs
      answer-3 UK–China
        answer, time not kept · extractive · 1000 tokens in, 50 out · no cost · 1.2 s · 1 dropped · 0 inputs"
    `);
    const empty = await openTestBot();
    expect(renderReply(await empty.type('ledger'), { width: 80, colour: false })).toBe('No brief and no answer yet.');
    await empty.close();
  });
});
