import { describe, expect, it } from 'vitest';
import type { ArticleFilter } from '../../src/ports/article-store.ts';
import type { Stores } from '../../src/ports/stores.ts';
import { prepared } from './prepared-article.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

const SHELF = [
  prepared({ id: 'a', published: '2024-11-05', publishedFrom: 'page', outlet: 'Wire', topics: ['china-uk'] }),
  prepared({
    id: 'b',
    published: '2024-11-07',
    origin: '/articles/more/b.jsonl:3',
    topics: ['china-uk', 'chips'],
  }),
  prepared({ id: 'c', origin: '/articles-2/c.txt', sample: true }),
  prepared({ id: 'd', published: '2024-11-07', origin: '/articles/more/b.jsonl:12', language: null }),
  prepared({ id: 'e', published: '2023-01-01', origin: '/elsewhere/100%_e?.txt' }),
];

const FILTERS: readonly (readonly [name: string, filter: ArticleFilter, ids: string])[] = [
  ['nothing: newest first, undated last, then by id', {}, 'bdaec'],
  ['topic', { topic: 'china-uk' }, 'ba'],
  ['unknown topic', { topic: 'nothing' }, ''],
  ['from', { from: '2024-11-05' }, 'bda'],
  ['to', { to: '2024-11-05' }, 'ae'],
  ['both ends included', { from: '2024-11-05', to: '2024-11-05' }, 'a'],
  ['undated', { undated: true }, 'c'],
  ['dated', { undated: false }, 'bdae'],
  ['undated within a period', { undated: true, from: '2020-01-01' }, ''],
  ['lineages', { lineages: ['c', 'a', 'unknown'] }, 'ac'],
  ['no lineages', { lineages: [] }, ''],
  ['below a folder', { below: '/articles' }, 'bda'],
  ['below a folder with a slash', { below: '/articles/more/' }, 'bd'],
  ['lines of a file', { below: '/articles/more/b.jsonl' }, 'bd'],
  ['one line of a file', { below: '/articles/more/b.jsonl:1' }, ''],
  ['one file', { below: '/articles-2/c.txt' }, 'c'],
  ['a path that looks like a pattern', { below: '/elsewhere/100%_e?.txt' }, 'e'],
  ['a pattern is no pattern', { below: '/%' }, ''],
  ['the root', { below: '/' }, 'bdaec'],
  ['samples', { sample: true }, 'c'],
  ['no samples', { sample: false }, 'bdae'],
  ['limit', { limit: 2 }, 'bd'],
  ['by id', { order: 'id' }, 'abcde'],
  ['a walk through all', { order: 'id', afterId: 'b', limit: 2 }, 'cd'],
];

function idsOf(heads: readonly { readonly id: string }[]): string {
  return heads.map(({ id }) => id).join('');
}

async function snapshot({ articles, corpus, passages, positions, stories }: Stores) {
  return {
    heads: await articles.find('main', { superseded: true }),
    counts: await corpus.count('main'),
    statistics: await passages.statistics('main', ['old', 'new']),
    found: await passages.candidates('main', { terms: ['old', 'new'], limit: 10 }),
    speakers: await positions.speakers('main'),
    similar: await stories.similar('main', [1, 2, 3], 10),
  };
}

const OLD = prepared({
  id: 'x',
  passageTerms: ['old words', 'old news'],
  speakers: ['Ann', 'Ben'],
  bands: [1, 2],
  topics: ['t'],
});
const NEW = prepared({
  id: 'x~2',
  lineage: 'x',
  previous: 'x',
  passageTerms: ['new words'],
  speakers: ['Cy'],
  bands: [3],
  topics: ['t'],
});

/** What holds for every store of articles. */
export function articleStoreContract(implementation: StoreImplementation): void {
  const withArticles = (test: (stores: Stores) => Promise<void>) => () => withStores(implementation, test);

  describe('articles', () => {
    it.each(FILTERS)('finds by %s', (_, filter, ids) =>
      withStores(implementation, async ({ articles }) => {
        await articles.save('main', SHELF);
        expect(idsOf(await articles.find('main', filter))).toBe(ids);
      }),
    );

    it(
      'reads back exactly what was saved, in the order asked for',
      withArticles(async ({ articles }) => {
        const text = '王毅 said “no” — 😀\n\nÉtat\u0000, "quotes" and \'more\'.';
        const full = prepared({
          id: 'full',
          text,
          speakers: ['Wang Yi', null, 'article'],
          url: 'https://e.org/?a=1&b',
        });
        await articles.save('main', [...SHELF, full]);
        const [first, second, ...others] = await articles.read('main', ['full', 'unknown', 'a']);
        expect(first).toEqual({ article: full.article, sentences: full.sentences });
        expect(second?.article).toEqual(SHELF[0]?.article);
        expect(others).toEqual([]);
        expect(await articles.read('main', [])).toEqual([]);
      }),
    );

    it(
      'keeps the text of a superseded version and takes it out of every index',
      withArticles(async (stores) => {
        await stores.articles.save('main', [OLD]);
        await stores.articles.save('main', [NEW]);
        expect(idsOf(await stores.articles.find('main', {}))).toBe('x~2');
        expect(idsOf(await stores.articles.find('main', { topic: 't', superseded: true }))).toBe('xx~2');
        expect(await stores.articles.read('main', ['x'])).toEqual([{ article: OLD.article, sentences: OLD.sentences }]);
        const { counts, statistics, found, speakers, similar } = await snapshot(stores);
        expect(counts).toMatchObject({ articles: 1, versions: 2, passages: 1 });
        expect(statistics).toEqual({
          passages: 1,
          meanLength: 2,
          frequencies: new Map([
            ['old', 0],
            ['new', 1],
          ]),
        });
        expect(found.map(({ passage }) => passage.id)).toEqual(['x~2#0']);
        expect(speakers).toEqual(['Cy']);
        expect(similar.map(({ articleId }) => articleId)).toEqual(['x~2']);
      }),
    );

    it(
      'takes two versions in one batch in their order',
      withArticles(async (stores) => {
        await stores.articles.save('main', [OLD, NEW]);
        const together = await snapshot(stores);
        await stores.articles.remove('main', ['x']);
        await stores.articles.save('main', [OLD]);
        await stores.articles.save('main', [NEW]);
        expect(await snapshot(stores)).toEqual(together);
      }),
    );

    it(
      'changes nothing when the same version is saved again',
      withArticles(async (stores) => {
        await stores.articles.save('main', [OLD]);
        await stores.articles.save('main', [NEW]);
        const before = await snapshot(stores);
        await stores.articles.save('main', [OLD, NEW, NEW]);
        expect(await snapshot(stores)).toEqual(before);
      }),
    );

    it(
      'refuses another text under a known id, and saves nothing of that batch',
      withArticles(async (stores) => {
        await stores.articles.save('main', [OLD]);
        const before = await snapshot(stores);
        const clash = prepared({ id: 'x', contentHash: 'other' });
        await expect(stores.articles.save('main', [prepared({ id: 'y' }), clash])).rejects.toThrow(/ingest it again/);
        expect(await snapshot(stores)).toEqual(before);
      }),
    );

    it(
      'removes all versions with everything derived from them',
      withArticles(async (stores) => {
        const empty = await snapshot(stores);
        await stores.articles.save('main', [OLD]);
        await stores.articles.save('main', [NEW]);
        expect(await stores.articles.remove('main', ['x', 'unknown'])).toBe(2);
        expect(await snapshot(stores)).toEqual(empty);
        expect(await stores.articles.find('main', { topic: 't', superseded: true })).toEqual([]);
        expect(await stores.articles.remove('main', ['x'])).toBe(0);
      }),
    );
  });
}
