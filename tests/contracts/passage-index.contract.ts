import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CandidateQuery } from '../../src/ports/passage-index.ts';
import type { Stores } from '../../src/ports/stores.ts';
import { prepared } from './prepared-article.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

const SHELF = [
  prepared({
    id: 'a',
    published: '2024-11-05',
    titleTerms: 'tariff deal',
    passageTerms: ['tariff china car', 'car import rise rise'],
    topics: ['trade'],
    storyId: 's1',
  }),
  prepared({
    id: 'b',
    published: '2024-11-09',
    titleTerms: 'visit',
    passageTerms: ["tariff visit talk 王毅 3.5 o'neil"],
  }),
  prepared({ id: 'c', titleTerms: 'import', passageTerms: ['chip chip export', 'word'], language: 'fr' }),
];

const QUERIES: readonly (readonly [name: string, query: Omit<CandidateQuery, 'limit'>, passages: readonly string[]])[] = [
  ['any of the terms, the fuller match first', { terms: ['tariff', 'china'] }, ['a#0', 'b#0', 'a#1']],
  ['a term of the title only', { terms: ['deal'] }, ['a#0', 'a#1']],
  ['no term', { terms: [] }, []],
  ['an unknown term', { terms: ['nothing'] }, []],
  ['a term in other letters', { terms: ['王毅'] }, ['b#0']],
  ['a decimal', { terms: ['3.5'] }, ['b#0']],
  ['a part of a term', { terms: ['3', '5', 'neil'] }, []],
  ['an apostrophe', { terms: ["o'neil"] }, ['b#0']],
  ['from', { terms: ['tariff'], from: '2024-11-06' }, ['b#0']],
  ['to', { terms: ['tariff', 'chip'], to: '2024-11-05' }, ['a#0', 'a#1']],
  ['language', { terms: ['import', 'tariff'], language: 'fr' }, ['c#1', 'c#0']],
  ['topic', { terms: ['tariff'], topic: 'trade' }, ['a#0', 'a#1']],
  ['all filters', { terms: ['car'], topic: 'trade', language: 'en', from: '2024-11-05', to: '2024-11-05' }, ['a#0', 'a#1']],
  ['filters that nothing meets', { terms: ['car'], topic: 'trade', language: 'fr' }, []],
];

const HOSTILE = ['"', '""', 'a" OR "b', 'NEAR(a b)', 'title_terms : x', '-tariff', '*', '^', '\0', 'tar\0iff', '\ud800', ' ', "'; --"];

/** What holds for every index of passages. */
export function passageIndexContract(implementation: StoreImplementation): void {
  const withShelf = (test: (stores: Stores) => Promise<void>) => () =>
    withStores(implementation, async (stores) => {
      await stores.articles.save('main', SHELF);
      await test(stores);
    });

  describe('passages', () => {
    it.each(QUERIES)('finds by %s', (_, query, ids) =>
      withShelf(async ({ passages }) => {
        const found = await passages.candidates('main', { ...query, limit: 10 });
        expect(found.map(({ passage }) => passage.id).toSorted()).toEqual(ids.toSorted());
        expect(found[0]?.passage.id).toBe(ids[0]);
      })(),
    );

    it(
      'hands over what re-ranking needs, best first',
      withShelf(async ({ passages }) => {
        const [best, ...others] = await passages.candidates('main', { terms: ['tariff', 'car'], limit: 2 });
        expect(best).toEqual({
          passage: { id: 'a#0', articleId: 'a', start: 0, end: 100 },
          terms: ['tariff', 'china', 'car'],
          titleTerms: ['tariff', 'deal'],
          published: '2024-11-05',
          storyId: 's1',
          score: expect.any(Number),
        });
        expect(others).toHaveLength(1);
        expect(best?.score).toBeGreaterThanOrEqual(others[0]?.score ?? Infinity);
      }),
    );

    it(
      'counts passages, lengths and frequencies',
      withShelf(async ({ passages }) => {
        const terms = ['tariff', 'rise', 'word', 'nothing', '王毅', '3.5', '3', ''];
        const { frequencies, ...counts } = await passages.statistics('main', terms);
        expect(counts).toEqual({ passages: 5, meanLength: (3 + 4 + 6 + 3 + 1) / 5 });
        // `tariff` stands in the title of both passages of the first article.
        expect([...frequencies.values()]).toEqual([3, 1, 1, 0, 1, 1, 0, 0]);
      }),
    );

    it(
      'knows nothing of a tenant without articles',
      withShelf(async ({ passages }) => {
        expect(await passages.candidates('other', { terms: ['tariff'], limit: 10 })).toEqual([]);
        expect(await passages.statistics('other', ['tariff'])).toEqual({
          passages: 0,
          meanLength: 0,
          frequencies: new Map([['tariff', 0]]),
        });
      }),
    );

    it(
      'takes any string for a term',
      withShelf(async ({ passages }) => {
        const ask = async (terms: readonly string[]) => {
          await passages.statistics('main', terms);
          await passages.candidates('main', { terms, language: terms[0], topic: terms[0], limit: 5 });
          return passages.candidates('main', { terms, limit: 5 });
        };
        for (const term of HOSTILE) await ask([term]);
        expect(await ask(HOSTILE)).toHaveLength(3);
        await ask(Array.from({ length: 5_000 }, (_, index) => `term${index}`));
        await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (terms) => void (await ask(terms))));
      }),
    );

    it(
      'finds again whatever was saved, and forgets it with its article',
      withShelf(async ({ articles, passages }) => {
        const before = await passages.statistics('main', ['tariff']);
        const term = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/[\s\p{C}]/u.test(text));
        await fc.assert(
          fc.asyncProperty(fc.array(term, { minLength: 1, maxLength: 6 }), async (terms) => {
            await articles.save('main', [prepared({ id: 'z', passageTerms: [terms.join(' ')], titleTerms: 'zzz' })]);
            const { frequencies } = await passages.statistics('main', terms);
            const [found] = await passages.candidates('main', { terms: [...terms, 'zzz'], limit: 100 });
            await articles.remove('main', ['z']);
            expect([...frequencies.values()]).not.toContain(0);
            expect(found?.terms).toEqual(terms);
          }),
        );
        expect(await passages.statistics('main', ['tariff'])).toEqual(before);
      }),
    );
  });
}
