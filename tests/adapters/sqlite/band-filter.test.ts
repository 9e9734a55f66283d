import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBandFilter } from '../../../adapters/sqlite/band-filter.ts';
import type { Connection } from '../../../adapters/sqlite/connection.ts';
import { openConnection } from '../../../adapters/sqlite/open-connection.ts';
import { createSqliteStore, openSqliteStore, type SqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';
import { prepared } from '../../contracts/prepared-article.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const article = (id: string, ...bands: readonly number[]) => prepared({ id, bands });

/** Runs a test on a store in a file, with a second connection to the same file. */
async function withTwo(test: (ours: SqliteStore, theirs: SqliteStore, connection: Connection) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const path = join(folder, 'attache.db');
    const connection = openConnection(path);
    const [ours, theirs] = [createSqliteStore(connection), await openSqliteStore({ path })];
    try {
      await test(ours, theirs, connection);
    } finally {
      await ours.close();
      await theirs.close();
    }
  });
}

async function found({ stories }: SqliteStore, tenant: string, ...bands: readonly number[]): Promise<readonly string[]> {
  return (await stories.similar(tenant, bands, 10)).map(({ articleId }) => articleId);
}

describe('bands that are filtered before they are looked up', () => {
  it('are found at once after every save, of this connection and of others', () =>
    withTwo(async (ours, theirs) => {
      await ours.articles.save('main', [article('a', 1)]);
      expect(await found(ours, 'main', 1, 2)).toEqual(['a']);
      await ours.articles.save('main', [article('b', 2)]);
      expect(await found(ours, 'main', 2)).toEqual(['b']);
      await theirs.articles.save('main', [article('c', 3)]);
      await ours.articles.save('main', [article('d', 4)]);
      expect([await found(ours, 'main', 3), await found(ours, 'main', 4)]).toEqual([['c'], ['d']]);
    }));

  it('are found when an article has the number of one that went', () =>
    withTwo(async (ours) => {
      await ours.articles.save('main', [article('a', 1), article('b', 2)]);
      expect(await found(ours, 'main', 2)).toEqual(['b']);
      await ours.articles.remove('main', ['b']);
      await ours.articles.save('main', [article('c', 3)]);
      expect([await found(ours, 'main', 2), await found(ours, 'main', 3)]).toEqual([[], ['c']]);
    }));

  it('are found after a save that failed', () =>
    withTwo(async (ours) => {
      await ours.articles.save('main', [article('a', 1)]);
      expect(await found(ours, 'main', 1)).toEqual(['a']);
      const clash = { ...article('a', 1), article: { ...article('a', 1).article, contentHash: 'another' } };
      await expect(ours.articles.save('main', [article('b', 2), clash])).rejects.toThrow('was saved by another process');
      await ours.articles.save('main', [article('c', 3)]);
      expect([await found(ours, 'main', 2), await found(ours, 'main', 3)]).toEqual([[], ['c']]);
    }));

  it('are those of the tenant, whoever was asked about before', () =>
    withTwo(async (ours) => {
      await ours.articles.save('main', [article('a', 1)]);
      await ours.articles.save('other', [article('b', 1), article('c', 2)]);
      expect(await found(ours, 'main', 1, 2)).toEqual(['a']);
      expect(await found(ours, 'other', 1, 2)).toEqual(['b', 'c']);
      await ours.articles.save('main', [article('d', 2)]);
      expect(await found(ours, 'main', 1, 2)).toEqual(['a', 'd']);
    }));
});

describe('the filter itself', () => {
  const many = Array.from({ length: 450 }, (_, index) => article(`m-${index}`, 64 * (2 ** 20 + 7 * index)));

  it('lets every band pass until it knows all articles, and then few', () =>
    withTwo(async ({ articles }, _, connection) => {
      await articles.save('main', many);
      const filter = createBandFilter(connection);
      const unknown = [5, 6, 2 ** 37];
      expect([filter.likely('main', unknown), filter.likely('main', unknown), filter.likely('main', unknown)]).toEqual([
        unknown,
        unknown,
        [],
      ]);
      for (const { signature } of many) expect(filter.likely('main', signature.bands)).toEqual(signature.bands);
    }));

  it('control: it would miss what it was not told of', () =>
    withTwo(async ({ articles }, _, connection) => {
      const deaf = createBandFilter(connection);
      expect(deaf.likely('main', [1])).toEqual([]);
      await articles.save('main', [article('a', 1)]);
      expect(deaf.likely('main', [1])).toEqual([]);
      deaf.clear();
      expect(deaf.likely('main', [1])).toEqual([1]);
    }));
});
