import { describe, expect, it } from 'vitest';
import { prepared } from './prepared-article.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

/** What holds for every index of stories. */
export function storyIndexContract(implementation: StoreImplementation): void {
  describe('stories', () => {
    it('finds those that share most bands first, with their signatures', () =>
      withStores(implementation, async ({ articles, stories }) => {
        const near = prepared({ id: 'near', bands: [1, 2, 2 ** 38], published: '2024-11-05', storyId: 's1' });
        await articles.save('main', [prepared({ id: 'far', bands: [9] }), prepared({ id: 'some', bands: [2, 7] }), near]);
        const found = await stories.similar('main', [1, 2, 5, 2 ** 38], 10);
        expect(found.map(({ articleId }) => articleId)).toEqual(['near', 'some']);
        const { values, shingles } = near.signature;
        expect(found[0]).toEqual({
          articleId: 'near',
          storyId: 's1',
          published: '2024-11-05',
          values,
          shingles,
        });
        expect(await stories.similar('main', [1, 2], 1)).toHaveLength(1);
        expect(await stories.similar('main', [], 10)).toEqual([]);
      }));
  });
}
