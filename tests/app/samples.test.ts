import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../src/domain/brief.ts';
import type { Citation } from '../../src/domain/citation.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;

beforeAll(async () => {
  test = await openTestApp();
  await test.app.loadSamples('main');
});
afterAll(() => test.close());

async function brief(line: string): Promise<Brief> {
  const reply = await test.type(line);
  if (reply.kind !== 'brief') throw new Error(`not a brief but ${reply.kind}`);
  return reply;
}

async function invalid(citations: readonly Citation[]): Promise<readonly Citation[]> {
  const read = await test.app.stores.articles.read('main', [...new Set(citations.map(({ articleId }) => articleId))]);
  const texts = new Map(read.map(({ article }) => [article.id, article.text]));
  return citations.filter(({ articleId, start, end, quote }) => texts.get(articleId)?.slice(start, end) !== quote);
}

describe.each(['china-uk', 'export-controls', 'eu-china-ev', 'ai-safety'])('a brief on the samples: %s', (slug) => {
  it('is widened, says so first, and says that these are samples', async () => {
    const reply = await brief(`brief ${slug}`);
    expect(reply.period.widened).toBe(true);
    expect(reply.notice).toMatch(/^Samples, not news: .*Background, not news\.$/);
  });

  it('has at least five claims, each with quotes that stand in the stored text', async () => {
    const { sections } = await brief(`brief ${slug}`);
    const claims = sections.flatMap((section) => section.claims);
    expect(claims.length).toBeGreaterThanOrEqual(5);
    expect(claims.every(({ citations }) => citations.length > 0)).toBe(true);
    expect(await invalid(claims.flatMap(({ citations }) => citations))).toEqual([]);
  });

  it('shows no stretch of text twice, and no opinion of an article as a development', async () => {
    const { sections } = await brief(`brief ${slug}`);
    const quotes = sections.flatMap((section) => section.claims.flatMap(({ citations }) => citations));
    const overlapping = quotes.filter((one, index) =>
      quotes.some((other, at) => at !== index && one.articleId === other.articleId && one.start < other.end && other.start < one.end),
    );
    expect(overlapping).toEqual([]);
    const lead = sections.find(({ name }) => name === 'bottom-line');
    expect(lead?.claims.every(({ speaker, verb }) => speaker !== 'article' && verb !== null)).toBe(true);
  });

  it('keeps the order of the sections and computes gaps and coverage', async () => {
    const { sections } = await brief(`brief ${slug}`);
    const order = ['bottom-line', 'developments', 'positions', 'disagreements', 'changes', 'dates-ahead', 'background', 'gaps', 'coverage'];
    const names = sections.map(({ name }) => name);
    expect(names).toEqual(order.filter((name) => (names as string[]).includes(name)));
    expect(sections.find(({ name }) => name === 'coverage')?.facts[0]).toMatch(/articles.*outlets/);
    for (const section of sections) expect(section.claims.length + section.facts.length).toBeGreaterThan(0);
  });
});

describe('replies on the samples', () => {
  it('answers a question whose sentence is held, with its quote', async () => {
    const reply = await test.type('how much would the agreements with China be worth according to the Treasury?');
    expect(reply).toMatchObject({ kind: 'answer', found: true, engine: 'extractive' });
    if (reply.kind === 'answer') {
      expect(reply.claims[0]?.text).toMatch(/£600 ?m/);
      expect(await invalid(reply.claims.flatMap(({ citations }) => citations))).toEqual([]);
    }
  });

  it('refuses what no passage says, and shows the nearest', async () => {
    const reply = await test.type('when did Rachel Reeves resign as chancellor?');
    expect(reply).toMatchObject({ kind: 'answer', found: false, claims: [] });
    if (reply.kind === 'answer') expect(reply.unsaid.length).toBe(1);
  });

  it('helps with a mistyped topic, and briefs on words that are none', async () => {
    expect(await test.type('brief chnia-uk')).toMatchObject({
      kind: 'near-topics',
      topics: [{ slug: 'china-uk' }],
    });
    expect(await test.type('brief "gallium exports"')).toMatchObject({
      kind: 'brief',
      topic: { slug: null },
    });
  });

  it('does not widen a period that was asked for', async () => {
    const reply = await brief('brief china-uk 2025-01-13 to 2025-01-14');
    expect(reply.period).toEqual({ from: '2025-01-13', to: '2025-01-14', widened: false });
    const dates = reply.sections.flatMap(({ claims }) => claims.flatMap(({ citations }) => citations.map(({ published }) => published)));
    expect(dates.every((date) => date !== null && date >= '2025-01-13' && date <= '2025-01-14')).toBe(true);
  });

  it('gives the recorded positions of a speaker in the order of their dates', async () => {
    const reply = await test.type('said Rachel Reeves');
    if (reply.kind !== 'positions') throw new Error(reply.kind);
    const dates = reply.claims.map(({ citations }) => citations[0]?.published ?? '9999');
    expect(dates.length).toBeGreaterThan(2);
    expect(dates).toEqual(dates.toSorted());
    expect(reply.claims.every(({ speaker }) => speaker?.includes('Reeves') === true)).toBe(true);
  });

  it('shows a brief again exactly as it was given', async () => {
    const reply = await brief('brief ai-safety');
    expect(await test.type(`show ${reply.id}`)).toEqual(reply);
  });

  it.each([
    '',
    '???',
    'brief ""',
    'ask',
    'said',
    'topics show nothing',
    'topics add X',
    'show nothing',
    'articles nothing',
    '"; DROP TABLE articles; --',
    '\ud800',
    'NEAR("a" AND b*)',
    'x'.repeat(10_000),
  ])('makes a reply of rubbish: %j', async (line) => {
    const reply = await test.type(line);
    expect(reply.kind).not.toBe('failure');
  });
});
