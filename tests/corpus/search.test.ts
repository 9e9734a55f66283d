import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSearch, type Search } from '../../src/corpus/search.ts';
import type { CandidateQuery, PassageIndex } from '../../src/ports/passage-index.ts';
import { makeArticle } from '../support/articles.ts';
import { openTestBot, type TestBot } from '../support/test-bot.ts';

/** An index that tells what it was asked. All terms are known, with the frequencies given. */
function recordingIndex(frequencies: Readonly<Record<string, number>>): { readonly index: PassageIndex; readonly asked: CandidateQuery[] } {
  const asked: CandidateQuery[] = [];
  const index: PassageIndex = {
    statistics: async (_tenant, terms) => ({
      passages: 1_000_000,
      meanLength: 100,
      frequencies: new Map(terms.map((term) => [term, frequencies[term] ?? 0])),
    }),
    async candidates(_tenant, query) {
      asked.push(query);
      return [];
    },
  };
  return { index, asked };
}

describe('what the index is asked', () => {
  it('is the rarest terms, as far as they can be paid for', async () => {
    const { index, asked } = recordingIndex({ gallium: 10, ban: 400, export: 30_000, trade: 40_000, china: 900_000 });
    await createSearch({ index })('main', 'China trade export ban gallium', { limit: 5 });
    expect(asked.map(({ terms }) => terms)).toEqual([['gallium', 'ban', 'export']]);
  });

  it('is two terms at least, however common', async () => {
    const { index, asked } = recordingIndex({ trade: 400_000, china: 900_000, talk: 950_000 });
    await createSearch({ index })('main', 'China trade talks', { limit: 5 });
    expect(asked[0]?.terms).toEqual(['trade', 'china']);
  });

  it('is nothing when no term is known, or there is none', async () => {
    const { index, asked } = recordingIndex({});
    const search = createSearch({ index });
    for (const query of ['gallium', '', 'what did the', '"; -- *']) expect((await search('main', query, { limit: 5 })).results).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('names everybody by all their names, and passes filters on', async () => {
    const { index, asked } = recordingIndex({ fcdo: 5, foreign: 5, offic: 5 });
    const { terms } = await createSearch({ index })('main', 'FCDO', {
      limit: 5,
      topic: 't',
      aliases: [
        ['FCDO', 'Foreign Office'],
        ['MoD', 'Defence'],
      ],
    });
    expect(terms).toEqual(['fcdo', 'foreign', 'offic']);
    expect(asked[0]).toMatchObject({ topic: 't', terms: ['fcdo', 'foreign', 'offic'] });
  });

  it('has an end, however long the query', async () => {
    const { index, asked } = recordingIndex(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`word${at}`, 1])));
    await createSearch({ index })('main', Array.from({ length: 500 }, (_, at) => `word${at}`).join(' '), { limit: 5 });
    expect(asked[0]?.terms).toHaveLength(32);
  });
});

describe('over a real index', () => {
  let bot: TestBot;
  let search: Search;
  beforeAll(async () => {
    bot = await openTestBot();
    search = createSearch({ index: bot.stores.passages });
    await bot.hold(
      makeArticle('gallium', 'China banned the export of gallium on Tuesday. Ministers called it a warning.', { title: 'Export ban' }),
      makeArticle('tea', 'The price of tea rose in Rome. Nobody knew why.', { title: 'Tea', published: '2025-02-01' }),
      makeArticle('wang', '王毅 met the foreign secretary. 中国外交部回应。', { title: 'Talks' }),
    );
  });
  afterAll(() => bot.close());

  it.each([
    ['gallium exports', ['gallium']],
    ['the prices of TEA', ['tea']],
    ['外交部', ['wang']],
    ['helium', []],
    ['NEAR("tea" AND *)', ['tea']],
  ])('%s', async (query, expected) => {
    const { results } = await search('main', query, { limit: 5 });
    expect(results.map(({ passage }) => passage.articleId)).toEqual(expected);
  });

  it('finds under another name, within a period, and for its tenant only', async () => {
    expect((await search('main', 'Wang Yi', { limit: 5, aliases: [['Wang Yi', '王毅']] })).results).toHaveLength(1);
    expect((await search('main', 'tea', { limit: 5, to: '2025-01-31' })).results).toEqual([]);
    expect((await search('other', 'tea', { limit: 5 })).results).toEqual([]);
  });

  it('gives no more than was asked for', async () => {
    expect((await search('main', 'gallium tea', { limit: 1 })).results).toHaveLength(1);
  });
});
