import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderReply } from '../../adapters/terminal/render.ts';
import { toMarkdown } from '../../src/bot/to-markdown.ts';
import type { Article } from '../../src/domain/article.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { isTranslated, ownCitations } from '../../src/domain/describe-claim.ts';
import { numberQuotes } from '../../src/domain/number-quotes.ts';
import { makeArticle, makeTopic } from '../support/articles.ts';
import { openTestBot, type TestBot } from '../support/test-bot.ts';

const TREASURY = makeArticle('treasury', 'The Treasury said that the deals with China would be worth £600m to the British economy.', {
  published: '2025-01-11',
  outlet: 'Harbour Wire',
});
const LINDT = makeArticle('lindt', 'Trade Minister Mara Lindt said that China would ban gallium exports to Britain.', {
  published: '2025-01-12',
  outlet: 'Quay Post',
});
const WHISKY = makeArticle('whisky', 'China imposed a duty of 35.3% on British whisky.', {
  published: '2025-01-13',
  outlet: 'Harbour Wire',
});

/** Sentences beside the topic: they are read and not shown, and so there is room for all others. */
const BESIDE = Array.from({ length: 12 }, (_, index) => `The shop of Anna Rossi in Rome sold ${index + 20} sorts of tea.`);
const OTHER = makeArticle('other', ['Importantly, it is evident that China matters to British trade.', ...BESIDE].join('\n\n'), {
  published: '2025-01-11',
});

function versionOf(article: Article, text: string): Article {
  const id = `${article.id}~2`;
  return { ...article, id, text, previous: article.id, contentHash: id };
}

let bot: TestBot;
let day = '2025-01-14';

beforeEach(async () => {
  day = '2025-01-14';
  bot = await openTestBot({ clock: { now: () => Date.parse(`${day}T09:00:00Z`), today: () => day } });
  await bot.stores.topics.save(
    'main',
    makeTopic({
      groups: [
        ['China', 'Beijing'],
        ['UK', 'Britain', 'British'],
      ],
    }),
  );
  await bot.hold(TREASURY, LINDT, WHISKY, OTHER);
});
afterEach(() => bot.close());

async function brief(line = 'brief china-uk'): Promise<Brief> {
  const reply = await bot.type(line);
  if (reply.kind !== 'brief') throw new Error(JSON.stringify([reply, bot.errors]));
  await expectVerbatim(reply);
  return reply;
}

function claimsIn({ sections }: Brief): readonly Claim[] {
  return sections.flatMap(({ claims }) => claims);
}

/** Every quote stands in its article, the words shown are the article's own, and no quote is used twice. */
async function expectVerbatim(reply: Brief): Promise<void> {
  const claims = claimsIn(reply);
  const citations = claims.flatMap((claim) => claim.citations);
  const read = await bot.stores.articles.read('main', [...new Set(citations.map(({ articleId }) => articleId))]);
  const texts = new Map(read.map(({ article }) => [article.id, article.text]));
  for (const { articleId, start, end, quote } of citations) expect(texts.get(articleId)?.slice(start, end)).toBe(quote);
  expect(new Set(citations.map(({ articleId, start }) => `${articleId} ${start}`)).size).toBe(citations.length);
  for (const claim of claims) {
    expect(claim.text).toBe(
      ownCitations(claim)
        .map(({ quote }) => quote)
        .join(' '),
    );
    expect(isTranslated(claim)).toBe(false);
  }
}

async function reportQuote(reply: Brief, quote: string): Promise<void> {
  const { quotes } = numberQuotes(claimsIn(reply));
  const mark = quotes.find(({ citation }) => citation.quote === quote)?.mark;
  expect(await bot.type(`wrong ${reply.id} ${mark}`)).toMatchObject({ kind: 'notice', text: expect.stringContaining('held back') });
}

function changesIn({ sections }: Brief) {
  const section = sections.find(({ name }) => name === 'changes');
  return section && { claims: section.claims, facts: section.facts };
}

describe('what changed since the earlier brief', () => {
  it('is left out of the first brief, of the same again, and of briefs on words', async () => {
    expect(changesIn(await brief())).toBeUndefined();
    expect(changesIn(await brief())).toBeUndefined();
    await brief('brief "gallium exports"');
    await bot.hold(makeArticle('b', 'Wang Yi said that China would keep gallium exports to Britain.', { published: '2025-01-14' }));
    expect(changesIn(await brief('brief "gallium exports"'))).toBeUndefined();
  });

  it('is told as nothing on the next day when nothing came in', async () => {
    await brief();
    day = '2025-01-15';
    expect(changesIn(await brief())).toEqual({ claims: [], facts: ['Nothing new since the brief of 14 Jan 2025, 09:00 UTC.'] });
  });

  it('is the same for whoever asks next', async () => {
    await brief();
    await bot.hold(makeArticle('b', 'Britain sent four ministers to Beijing.', { published: '2025-01-14' }));
    const first = await brief();
    expect(changesIn(first)?.facts).toEqual(['1 claim is new since the brief of 14 Jan 2025, 09:00 UTC.']);
    expect(changesIn(await brief())).toEqual(changesIn(first));
    expect(changesIn(await brief('brief china-uk last 30 days'))?.facts).toEqual(changesIn(first)?.facts);
    expect(changesIn(await brief())).toEqual(changesIn(first));
  });

  it('labels what is new in its place, and what came in late with its date', async () => {
    await brief();
    day = '2025-01-15';
    await bot.hold(
      makeArticle('new', 'Britain sent four ministers to Beijing.', { published: '2025-01-15', outlet: 'Quay Post' }),
      makeArticle('late', 'Owen Marsh called for talks between Britain and Beijing about steel.', { published: '2025-01-10' }),
    );
    const reply = await brief();
    const labels = Object.fromEntries(
      claimsIn(reply).map((claim) => [claim.citations[0]?.articleId, 'change' in claim ? claim.change : null]),
    );
    expect(labels).toEqual({ new: 'New', late: 'Newly added, dated 10 Jan 2025', treasury: null, lindt: null, whisky: null });
    expect(changesIn(reply)).toEqual({
      claims: [],
      facts: ['1 claim is new since the brief of 14 Jan 2025, 09:00 UTC; 1 more came in since, from older articles.'],
    });
  });

  it('calls nothing new because more days are asked for', async () => {
    await bot.hold(makeArticle('old', 'Owen Marsh called for talks between Britain and Beijing about steel.', { published: '2024-11-03' }));
    await brief();
    day = '2025-01-15';
    const reply = await brief('brief china-uk since 2024-11-01');
    expect(claimsIn(reply).some(({ citations }) => citations[0]?.articleId === 'old')).toBe(true);
    expect(changesIn(reply)?.facts).toEqual(['Nothing new since the brief of 14 Jan 2025, 09:00 UTC.']);
    expect(claimsIn(reply).filter((claim) => 'change' in claim)).toEqual([]);
  });

  it('sets a new value against the old, which then stands nowhere else', async () => {
    await brief();
    day = '2025-01-15';
    const text = 'The Treasury said on Tuesday that the deals with China would be worth £700m to the British economy.';
    await bot.hold(makeArticle('update', text, { published: '2025-01-15', outlet: 'Quay Post' }));
    const reply = await brief();
    const changes = changesIn(reply);
    expect(changes?.claims).toMatchObject([{ change: 'Updated: £600m → £700m', text, before: [{ quote: TREASURY.text }] }]);
    expect(changes?.claims[0]?.citations.map(({ articleId }) => articleId)).toEqual(['update', 'treasury']);
    expect(changes?.facts).toEqual(['Compared with the brief of 14 Jan 2025, 09:00 UTC.']);
    day = '2025-01-16';
    expect(changesIn(await brief())).toEqual({ claims: [], facts: ['Nothing new since the brief of 15 Jan 2025, 09:00 UTC.'] });
  });

  it('sets a contradiction against what it contradicts', async () => {
    await brief();
    day = '2025-01-15';
    const text = 'Foreign Minister Wang Yi denied that China would ban gallium exports to Britain.';
    await bot.hold(makeArticle('denial', text, { published: '2025-01-15', outlet: 'Harbour Wire' }));
    expect(changesIn(await brief())?.claims).toMatchObject([
      { change: 'Contradicted: compare Mara Lindt, 12 Jan 2025', text, before: [{ quote: LINDT.text }] },
    ]);
  });

  it('sets a corrected sentence against the old one, once', async () => {
    await brief();
    day = '2025-01-15';
    const text = 'China imposed a duty of 25.3% on British whisky.';
    await bot.hold(versionOf(WHISKY, text));
    const reply = await brief();
    expect(changesIn(reply)?.claims).toMatchObject([{ change: 'Corrected: 35.3% → 25.3%', text, before: [{ quote: WHISKY.text }] }]);
    expect(changesIn(reply)?.facts).toEqual(['Compared with the brief of 14 Jan 2025, 09:00 UTC.']);
    day = '2025-01-16';
    expect(changesIn(await brief())).toEqual({ claims: [], facts: ['Nothing new since the brief of 15 Jan 2025, 09:00 UTC.'] });
  });

  it('sets nothing against a sentence that was reported as wrong, old or new, until it was found right', async () => {
    const first = await brief();
    const text = 'China imposed a duty of 25.3% on British whisky.';
    await bot.hold(versionOf(WHISKY, text));
    const corrected = await brief();
    expect(JSON.stringify(changesIn(corrected)), 'control: before it is reported').toContain('Corrected: 35.3% → 25.3%');
    for (const [reply, quote] of [
      [corrected, text],
      [first, WHISKY.text],
    ] as const) {
      await reportQuote(reply, quote);
      const after = await brief();
      expect(changesIn(after)).toEqual({ claims: [], facts: ['Compared with the brief of 14 Jan 2025, 09:00 UTC.'] });
      expect(JSON.stringify(after.sections)).not.toContain('Corrected');
      for (const report of await bot.stores.reports.list('main', ['open'])) await bot.type(`reports dismiss ${report.id}`);
      expect(changesIn(await brief())).toEqual(changesIn(corrected));
    }
  });

  it('sets nothing against an earlier claim that was reported as wrong', async () => {
    const first = await brief();
    day = '2025-01-15';
    const text = 'The Treasury said on Tuesday that the deals with China would be worth £700m to the British economy.';
    await bot.hold(makeArticle('update', text, { published: '2025-01-15', outlet: 'Quay Post' }));
    await reportQuote(first, TREASURY.text);
    const reply = await brief();
    expect(JSON.stringify(reply.sections)).not.toContain('£600m');
    expect(claimsIn(reply)).toContainEqual(expect.objectContaining({ text, change: 'New' }));
  });

  it('says what a new version does not have, and leaves a version alone that has it still', async () => {
    await brief();
    await bot.hold(
      versionOf(WHISKY, 'Britain asked China for talks.'),
      versionOf(LINDT, `${LINDT.text} It was raining in London and in Beijing that day.`),
    );
    expect(changesIn(await brief())?.facts.slice(-1)).toEqual([
      `Corrected: the newest version of Title of whisky does not have “${WHISKY.text}”`,
    ]);
    expect(changesIn(await brief())?.claims).toEqual([]);
  });

  it('says what was withdrawn, and never that something is not reported any more', async () => {
    await brief();
    await bot.stores.articles.remove('main', ['whisky']);
    const reply = await brief();
    expect(changesIn(reply)?.facts).toEqual(['Compared with the brief of 14 Jan 2025, 09:00 UTC.', 'Withdrawn: Title of whisky']);
    day = '2025-01-20';
    expect(JSON.stringify(changesIn(await brief()))).not.toMatch(/Lindt|Treasury|longer/u);
  });

  it('takes an article that was taken out and read in anew for the one it was', async () => {
    await brief();
    await bot.stores.articles.remove('main', ['whisky']);
    await bot.hold({ ...WHISKY, id: 'whisky-again', lineage: 'whisky-again', storyId: 'another' });
    expect(changesIn(await brief())).toBeUndefined();
    day = '2025-01-15';
    expect(changesIn(await brief())).toEqual({ claims: [], facts: ['Nothing new since the brief of 14 Jan 2025, 09:00 UTC.'] });
  });

  it('is kept with the brief and shown again as it was', async () => {
    await brief();
    await bot.hold(versionOf(WHISKY, 'China imposed a duty of 25.3% on British whisky.'));
    const reply = await brief();
    expect(await bot.type(`show ${reply.id}`)).toEqual(reply);
    const page = renderReply(reply, { width: 100, colour: false });
    expect(page).toContain('What changed\n• Corrected: 35.3% → 25.3% · China\n');
    expect(page).toContain('  before: “China imposed a duty of 35.3% on British whisky.”\n▸ Compared with the brief of ');
    expect(toMarkdown(reply)).toMatch(
      /## What changed\n\n- \*\*Corrected: 35\.3% → 25\.3% · China\*\* .*\(before: “.*35\.3%.*”\)\[\^\d\]\[\^\d\]\n/u,
    );
  });
});
