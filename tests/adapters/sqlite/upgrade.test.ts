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

/** Replies as they were saved under schema 2, without a record of how they came about. */
function saveWithoutRecord(path: string): void {
  const database = new DatabaseSync(path);
  migrate(database, path, ALL_MIGRATIONS.slice(0, 2));
  const insert = database.prepare('INSERT INTO replies (tenant, id, kind, body) VALUES (?, ?, ?, ?)');
  // Undefined is left out of JSON, as it was then.
  const answer = { ...ANSWER, writtenAt: undefined, dropped: undefined, record: undefined };
  const brief = { kind: 'brief', topic: { slug: 't', title: 'T' }, dropped: [] };
  for (const id of ['brief-2', 'brief-1']) insert.run('main', id, 'brief', JSON.stringify({ ...brief, id }));
  insert.run('main', answer.id, answer.kind, JSON.stringify(answer));
  database.close();
}

describe('a store of schema 2', () => {
  it('has its replies in the ledger, in their order, and what was not kept then is said to be unknown', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'attache.db');
      saveWithoutRecord(path);
      const store = await openSqliteStore({ path });
      const { replies } = store;
      const record = { inputs: [], prompts: [], model: null, ms: 0, writtenOn: null };
      expect(await replies.get('main', ANSWER.id)).toEqual({ ...ANSWER, writtenAt: null, dropped: [], record });
      expect((await replies.list('main', { limit: 9 })).map(({ id }) => id)).toEqual([ANSWER.id, 'brief-1', 'brief-2']);
      expect(await replies.list('main', { topic: 't', limit: 1 })).toMatchObject([{ id: 'brief-1', record }]);
      await replies.save('main', { ...ANSWER, id: 'later' }, null);
      expect((await replies.list('main', { limit: 1 })).map(({ id }) => id)).toEqual(['later']);
      await store.close();
    }));
});

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
