import { afterEach, describe, expect, it } from 'vitest';
import { makeArticle } from '../../support/articles.ts';
import { FAILURES, gives } from '../../support/fake-model.ts';
import { claimsOf, type ModelBot, NOON, offeredIn, openModelBot, reads, TOLD, told, writesAll } from '../../support/model-bot.ts';

let bot: ModelBot | undefined;
afterEach(() => bot?.close());

async function open(...given: Parameters<typeof openModelBot>): Promise<ModelBot> {
  bot = await openModelBot(...given);
  return bot;
}

/** What each end of a call is told as. */
const REASONS = [
  ['refusal', 'the model declined'],
  ['truncated', 'the model gave nothing usable'],
  ['invalid', 'the model gave nothing usable'],
  ['unavailable', 'the model could not be reached'],
] as const;

describe('a brief by a model', () => {
  it('reads every article once, writes once, and gives what passed', async () => {
    const { brief, model } = await open();
    const written = await brief();
    expect(model.requests.map(({ schemaName }) => schemaName)).toEqual(['reading', 'reading', 'brief']);
    expect(written).toMatchObject({
      engine: 'model',
      dropped: [],
      usage: { modelCalls: 3, inputTokens: 300, outputTokens: 60, cost: null },
    });
    expect(written.engineReason).toBe('fake-1 wrote this from 6 checked claims; all its sentences passed the checks');
    expect(
      claimsOf(written)
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(TOLD.map(({ claim }) => claim).toSorted());
    for (const { citations } of claimsOf(written)) expect(citations).toHaveLength(1);
  });

  it('counts what it costs where the price is known', async () => {
    const { brief } = await open({}, { price: { input: 2, output: 10 } });
    expect((await brief()).usage.cost).toBeCloseTo((300 * 2 + 60 * 10) / 1_000_000);
  });

  it('drops a false sentence alone and tells how many', async () => {
    const { brief } = await open({
      brief: (request) =>
        gives({
          sections: [
            {
              name: 'positions',
              sentences: offeredIn(request).map((text, index) => ({ text: text.replace('35.3', '53.3'), claims: [index + 1] })),
            },
          ],
        }),
    });
    const written = await brief();
    expect(written).toMatchObject({ engine: 'model', dropped: [{ reason: expect.stringMatching(/^number: /u) }] });
    expect(written.engineReason).toContain('1 of its sentences did not pass');
    expect(claimsOf(written)).toHaveLength(5);
  });

  it.each(REASONS)('becomes extractive when writing ends in %s, in the same reply, and says why', async (kind, reason) => {
    const { brief, model } = await open({ brief: FAILURES[kind] });
    const written = await brief();
    expect(written).toMatchObject({ engine: 'extractive', engineReason: reason });
    expect(claimsOf(written).length).toBeGreaterThan(0);
    for (const { text, citations } of claimsOf(written)) expect(text).toBe(citations.map(({ quote }) => quote).join(' '));
    expect(written.usage.modelCalls).toBe(3);
    // Nothing of the failure is kept: the next brief tries again, with what has been read.
    model.answer({ brief: writesAll });
    expect((await brief()).engine).toBe('model');
    expect(model.asked('reading')).toHaveLength(2);
  });

  it.each(REASONS)('becomes extractive without a word written when reading ends in %s', async (kind, reason) => {
    const { brief, model } = await open({ reading: FAILURES[kind] });
    const written = await brief();
    expect(written).toMatchObject({ engine: 'extractive', engineReason: reason });
    expect(written.engineReason).not.toContain('\n');
    expect(claimsOf(written).length).toBeGreaterThan(0);
    expect(model.asked('brief')).toEqual([]);
  });

  it('becomes extractive when the budget is spent, and makes no call', async () => {
    const { brief, model } = await open({}, { dailyTokens: 1_000 });
    expect(await brief()).toMatchObject({ engine: 'extractive', engineReason: "today's budget for the model is spent" });
    expect(model.requests).toEqual([]);
  });

  it('becomes extractive when the time is up after reading', async () => {
    let now = NOON;
    const clock = { now: () => now, today: () => '2025-01-15' };
    const read = reads();
    const { brief, model } = await open(
      {
        reading: (request) => {
          now += 61_000;
          return read(request);
        },
      },
      { clock, withinMs: 60_000 },
    );
    expect(await brief()).toMatchObject({ engine: 'extractive', engineReason: 'the model took too long' });
    expect(model.asked('brief')).toEqual([]);
  });

  it('becomes extractive when fewer than three sentences are left', async () => {
    const two = (request: Parameters<typeof offeredIn>[0]) =>
      gives({
        sections: [
          {
            name: 'positions',
            sentences: offeredIn(request)
              .slice(0, 2)
              .map((text, index) => ({ text, claims: [index + 1] })),
          },
        ],
      });
    const { brief } = await open({ brief: two });
    expect(await brief()).toMatchObject({ engine: 'extractive', engineReason: 'too little of what the model wrote passed the checks' });
  });

  it('control: two are enough where two are all that was offered', async () => {
    const { brief } = await open({ reading: reads(TOLD.slice(0, 2)) });
    const written = await brief();
    expect(written.engine).toBe('model');
    expect(claimsOf(written)).toHaveLength(2);
  });

  it('is extractive, and asks for nothing to be written, when no claim that was read stands', async () => {
    const { brief, model } = await open({ reading: gives({ claims: [told({ claim: 'All is well.', quote: 'Nobody wrote this.' })] }) });
    const written = await brief();
    expect(written.engine).toBe('extractive');
    expect(claimsOf(written).length).toBeGreaterThan(0);
    expect(model.asked('brief')).toEqual([]);
  });
});

describe('a brief that was written before', () => {
  it('is given again as it was, for nothing', async () => {
    const { brief, model } = await open();
    const first = await brief();
    const calls = model.requests.length;
    expect(await brief()).toEqual(first);
    expect(model.requests).toHaveLength(calls);
  });

  it('shares its calls with whoever asks meanwhile', async () => {
    const { brief, model } = await open();
    const briefs = await Promise.all([brief(), brief(), brief(), brief()]);
    expect(model.asked('reading')).toHaveLength(2);
    expect(model.asked('brief')).toHaveLength(1);
    for (const one of briefs) expect(one).toEqual(briefs[0]);
  });

  it('costs one reading and one writing more when an article has come', async () => {
    const { brief, model, hold } = await open();
    await brief();
    const quote = 'Prime Minister Ana Brook said on Sunday that Britain would not leave the talks with China.';
    const claim = 'Ana Brook said that Britain would not leave the talks with China.';
    model.answer({ reading: reads([...TOLD, told({ claim, quote, speaker: 'Ana Brook', verb: 'said' })]) });
    await hold(makeArticle('brook', quote, { published: '2025-01-13' }));
    const second = await brief();
    expect(model.requests.slice(3).map(({ schemaName }) => schemaName)).toEqual(['reading', 'brief']);
    expect(claimsOf(second).map(({ text }) => text)).toContain(claim);
  });
});

describe('the fake model', () => {
  it('is loud about what it was not told', async () => {
    const { run, errors } = await open({ brief: undefined });
    expect((await run({ name: 'brief', args: { topic: 'china-uk' } })).kind).toBe('failure');
    expect(String(errors[0]?.fields['error'])).toContain('was not told what to answer to "brief"');
  });
});
