import { afterEach, describe, expect, it } from 'vitest';
import { quotesBefore } from '../../../src/domain/describe-claim.ts';
import { numberQuotes } from '../../../src/domain/number-quotes.ts';
import { makeArticle } from '../../support/articles.ts';
import { claimsOf, LINDT, MARSH, type ModelBot, openModelBot, reads, TOLD, told } from '../../support/model-bot.ts';

const DENIAL = makeArticle(
  'denial',
  'Foreign Minister Wang Yi denied on Wednesday that China would ban gallium exports to the UK. Wang Yi called for talks with Britain about chips.',
  { title: 'Beijing answers the UK', outlet: 'Quay Post', published: '2025-01-15' },
);
const DENIED = told({
  claim: 'Wang Yi denied that China would ban gallium exports to the UK.',
  quote: 'Foreign Minister Wang Yi denied on Wednesday that China would ban gallium exports to the UK.',
  speaker: 'Wang Yi',
  verb: 'denied',
});
const CALLED = told({
  claim: 'Wang Yi called for talks with Britain about chips.',
  quote: 'Wang Yi called for talks with Britain about chips.',
  speaker: 'Wang Yi',
  verb: 'called for',
});

let bot: ModelBot | undefined;
afterEach(() => bot?.close());

/** A bot on a day that the test sets. */
async function open() {
  const day = { today: '2025-01-15' };
  const clock = { now: () => Date.parse(`${day.today}T12:00:00Z`), today: () => day.today };
  bot = await openModelBot({ reading: reads([...TOLD, DENIED, CALLED]) }, { clock });
  return { ...bot, day };
}

describe('what changed in a brief by a model', () => {
  it('is told of the sentences as the model wrote them', async () => {
    const { brief, hold } = await open();
    await brief();
    await hold(DENIAL);
    const written = await brief();
    expect(written.engine).toBe('model');
    expect(written.record).toMatchObject({
      model: 'fake-1',
      prompts: [expect.stringMatching(/^read-article@\d+$/u), expect.stringMatching(/^write-brief@\d+$/u)],
    });
    expect(written.sections.find(({ name }) => name === 'changes')).toMatchObject({
      claims: [{ text: DENIED.claim, change: 'Contradicted: compare Mara Lindt, 14 Jan 2025', before: [{ quote: TOLD[0]?.quote }] }],
      facts: ['1 claim is new since the brief of 15 Jan 2025, 12:00 UTC.'],
    });
    expect(claimsOf(written).filter((claim) => 'change' in claim && quotesBefore(claim).length === 0)).toMatchObject([
      { text: CALLED.claim, change: 'New' },
    ]);
    // The old quote stands beside the denial, and so nowhere else.
    expect(claimsOf(written).filter(({ citations }) => citations.some(({ quote }) => quote === TOLD[0]?.quote))).toHaveLength(1);
  });

  it('is given from the store with the brief', async () => {
    const { brief, hold, model } = await open();
    await brief();
    await hold(DENIAL);
    const written = await brief();
    expect(await brief()).toEqual(written);
    expect(model.asked('brief')).toHaveLength(2);
  });

  it('is written anew when a sentence that only the changes show was reported as wrong', async () => {
    const { brief, hold, stores, run } = await open();
    await brief();
    // What the new version says instead, the model did not read: the changes quote the article itself.
    const sentence = 'Finance Minister Mara Lindt said on Tuesday that China would ban germanium exports to the UK.';
    const text = LINDT.text.replace(TOLD[0]?.quote ?? '', sentence);
    await hold({ ...LINDT, id: 'lindt~2', previous: LINDT.id, contentHash: 'lindt~2', text });
    const corrected = await brief();
    const marks = numberQuotes(claimsOf(corrected)).quotes;
    const mark = marks.find(({ citation }) => citation.quote === sentence)?.mark;
    expect(corrected.sections.find(({ name }) => name === 'changes')?.claims, 'control: before it is reported').toMatchObject([
      { text: sentence, change: 'Corrected' },
    ]);
    await run({ name: 'wrong', args: { id: corrected.id, mark: String(mark) } });
    const after = await brief();
    expect(JSON.stringify(after.sections)).not.toContain('germanium');
    await stores.reports.decide('main', (await stores.reports.list('main', ['open']))[0]?.id ?? '', 'dismissed');
    expect(await brief()).toEqual(corrected);
  });

  it('is worked out anew when what it is compared with has changed, although the claims are the same', async () => {
    const { brief, day, model, stores } = await open();
    await brief();
    day.today = '2025-01-19';
    const quiet = await brief();
    expect(quiet.sections.find(({ name }) => name === 'changes')?.facts).toEqual([
      'Nothing new since the brief of 15 Jan 2025, 12:00 UTC.',
    ]);
    await stores.articles.remove('main', [MARSH.lineage]);
    const after = await brief();
    expect(after.sections.find(({ name }) => name === 'changes')?.facts).toEqual([
      'Compared with the brief of 15 Jan 2025, 12:00 UTC.',
      `Withdrawn: ${MARSH.title}`,
    ]);
    expect(claimsOf(after)).toEqual(claimsOf(quiet));
    expect(claimsOf(after).every(({ citations }) => citations.every(({ articleId }) => articleId === LINDT.id))).toBe(true);
    expect(model.asked('brief')).toHaveLength(3);
  });
});
