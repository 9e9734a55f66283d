import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createArticleStore } from '../../../adapters/sqlite/article-store.ts';
import { createBandFilter } from '../../../adapters/sqlite/band-filter.ts';
import { createConnection } from '../../../adapters/sqlite/connection.ts';
import { migrate } from '../../../adapters/sqlite/migrate.ts';
import { ALL_MIGRATIONS } from '../../../adapters/sqlite/migrations/all-migrations.ts';
import { openSqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';
import { createSqliteDatabase } from '../../../adapters/sqlite/sqlite-database.ts';
import { prepared } from '../../contracts/prepared-article.ts';
import { sketchReading } from '../../contracts/reading-store.contract.ts';
import { sketchAnswer } from '../../contracts/reply-store.contract.ts';
import { sketchInbound } from '../../contracts/sketch-chat.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const ARTICLE = prepared({ id: 'a', passageTerms: ['old words'], speakers: ['Ann'], topics: ['t'] });
const TENANT = { name: 'tenant', limit: { tokens: 10, microDollars: 10 } };
const ANSWER = sketchAnswer('answer-1', 'When?');

/** A file of schema 1 with an article and a reply, as it was left by the release that knew no other. */
async function makeFirstSchema(path: string): Promise<void> {
  const database = new DatabaseSync(path);
  migrate(database, path, ALL_MIGRATIONS.slice(0, 1));
  const connection = createConnection(database, path);
  await createArticleStore(connection, createSqliteDatabase(connection), createBandFilter(connection)).save('main', [ARTICLE]);
  database.prepare('INSERT INTO replies VALUES (?, ?, ?, ?)').run('main', ANSWER.id, ANSWER.kind, JSON.stringify(ANSWER));
  await connection.close();
}

describe('a store of schema 1', () => {
  it('keeps all that is in it, and has everything new', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'attache.db');
      await makeFirstSchema(path);
      const store = await openSqliteStore({ path });
      expect(await store.articles.read('main', ['a'])).toEqual([{ article: ARTICLE.article, sentences: ARTICLE.sentences }]);
      expect(await store.passages.candidates('main', { terms: ['old'], limit: 1 })).toHaveLength(1);
      expect(await store.replies.get('main', ANSWER.id)).toEqual(ANSWER);
      const reading = sketchReading('a', 'r', 'text');
      await store.readings.save('main', reading);
      await store.replies.save('main', ANSWER, 'key');
      await store.ledger.reserve('main', '2026-11-23', [TENANT], { tokens: 5, microDollars: 1 });
      await store.inbox.put(sketchInbound('key', 'lane'), 1);
      await store.close();

      const again = await openSqliteStore({ path });
      expect(await again.readings.find('main', ['a'], 'r')).toEqual([reading]);
      expect(await again.replies.madeFrom('main', 'key')).toEqual(ANSWER);
      expect(await again.ledger.spent('main', '2026-11-23', 'tenant')).toEqual({ tokens: 5, microDollars: 1 });
      expect(await again.inbox.take('owner', 1, 2, 1)).toEqual([{ inbound: sketchInbound('key', 'lane'), attempt: 1 }]);
      expect(await again.articles.remove('main', ['a'])).toBe(1);
      expect(await again.readings.find('main', ['a'], 'r')).toEqual([]);
      await again.close();
    }));
});

describe('a store of schema 2', () => {
  it('keeps what was spent, as the tenant’s and in tokens', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'attache.db');
      const database = new DatabaseSync(path);
      migrate(database, path, ALL_MIGRATIONS.slice(0, 2));
      database.prepare('INSERT INTO spending VALUES (?, ?, ?)').run('main', '2026-11-23', 7);
      database.close();
      const store = await openSqliteStore({ path });
      expect(await store.ledger.spent('main', '2026-11-23', 'tenant')).toEqual({ tokens: 7, microDollars: 0 });
      expect(await store.ledger.reserve('main', '2026-11-23', [TENANT], { tokens: 4, microDollars: 0 })).toBe('tenant');
      await store.close();
    }));
});
