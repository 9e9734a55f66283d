import { describe, expect, it } from 'vitest';
import { prepared } from './prepared-article.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

const NOTHING = {
  articles: 0,
  versions: 0,
  passages: 0,
  stories: 0,
  outlets: 0,
  samples: 0,
  oldest: null,
  newest: null,
};

/** What holds for every counter of what is held. */
export function corpusCounterContract(implementation: StoreImplementation): void {
  describe('corpus', () => {
    it('counts current articles, and versions besides', () =>
      withStores(implementation, async ({ articles, corpus }) => {
        expect(await corpus.count('main')).toEqual(NOTHING);
        await articles.save('main', [
          prepared({ id: 'a', published: '2019-01-01', outlet: 'Gone' }),
          prepared({
            id: 'a~2',
            lineage: 'a',
            published: '2024-11-05',
            outlet: 'Wire',
            passageTerms: ['x', 'y'],
          }),
          prepared({ id: 'b', published: '2024-11-07', outlet: 'Wire', storyId: 's' }),
          prepared({ id: 'c', sample: true, storyId: 's' }),
        ]);
        expect(await corpus.count('main')).toEqual({
          articles: 3,
          versions: 4,
          passages: 4,
          stories: 2,
          outlets: 1,
          samples: 1,
          oldest: '2024-11-05',
          newest: '2024-11-07',
        });
      }));
  });
}
