import { describe, expect, it } from 'vitest';
import { prepared } from './prepared-article.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

/** What holds for every index of positions. */
export function positionIndexContract(implementation: StoreImplementation): void {
  describe('positions', () => {
    it('knows every named speaker once, in alphabetical order', () =>
      withStores(implementation, async ({ articles, positions }) => {
        const speakers = ['van Damme', 'Zhao', 'article', null, 'Élodie', 'Frost', 'Zhao'];
        await articles.save('main', [prepared({ id: 'a', speakers }), prepared({ id: 'b', speakers: ['Frost'] })]);
        expect(await positions.speakers('main')).toEqual(['Élodie', 'Frost', 'van Damme', 'Zhao']);
      }));

    it('tells where they speak by date, undated last, then by place', () =>
      withStores(implementation, async ({ articles, positions }) => {
        await articles.save('main', [
          prepared({ id: 'undated', speakers: ['Ann'] }),
          prepared({ id: 'new', published: '2024-11-07', speakers: ['Ben', 'Ann', null, 'Ann'] }),
          prepared({ id: 'old', published: '2024-11-05', speakers: ['Cy', 'Ben'] }),
        ]);
        expect(await positions.positionsOf('main', ['Ann', 'Ben', 'nobody'])).toEqual([
          { speaker: 'Ben', articleId: 'old', start: 10 },
          { speaker: 'Ben', articleId: 'new', start: 0 },
          { speaker: 'Ann', articleId: 'new', start: 10 },
          { speaker: 'Ann', articleId: 'new', start: 30 },
          { speaker: 'Ann', articleId: 'undated', start: 0 },
        ]);
        expect(await positions.positionsOf('main', [])).toEqual([]);
      }));
  });
}
