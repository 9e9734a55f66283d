import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createConnection } from '../../../adapters/sqlite/connection.ts';
import { openConnection } from '../../../adapters/sqlite/open-connection.ts';
import { createSqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';
import { createSqliteDatabase } from '../../../adapters/sqlite/sqlite-database.ts';
import { UserError } from '../../../src/domain/errors.ts';
import { prepared } from '../../contracts/prepared-article.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

function inMemory() {
  return openConnection(':memory:');
}

describe('a connection', () => {
  it('waits for the disk after a transaction, unless it is told that there is no need', async () => {
    const connection = inMemory();
    const level = () => connection.all<{ readonly synchronous: number }>('PRAGMA synchronous')[0]?.synchronous;
    const [FULL, NORMAL] = [2, 1];
    expect([await connection.write(level), await connection.write(level, 'relaxed'), await connection.write(level)]).toEqual([
      FULL,
      NORMAL,
      FULL,
    ]);
    await connection.close();
  });

  it('waits for another process without stopping the event loop', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'attache.db');
      const connection = openConnection(path);
      const other = new DatabaseSync(path);
      other.exec('BEGIN IMMEDIATE');
      let written = false;
      const write = connection.write(() => connection.run("INSERT INTO tenants (name) VALUES ('x')"));
      void write.then(() => (written = true));
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      expect(written).toBe(false);
      other.exec('COMMIT');
      expect(await write).toBe(1);
      other.close();
      await connection.close();
    }));

  it('gives up when the wait takes too long, and says so', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'attache.db');
      await openConnection(path).close();
      const [database, other] = [new DatabaseSync(path, { timeout: 0 }), new DatabaseSync(path)];
      const connection = createConnection(database, path, 5);
      other.exec('BEGIN IMMEDIATE');
      await expect(connection.write(() => 1)).rejects.toThrow(/busy: nothing was changed; try again/);
      other.exec('COMMIT');
      expect(await connection.write(() => 1)).toBe(1);
      other.close();
      await connection.close();
    }));

  it('writes in the order of the calls, and goes on after one that fails', async () => {
    const connection = inMemory();
    const order: number[] = [];
    const writes = [1, 2, 3].map((turn) =>
      connection.write(() => {
        order.push(turn);
        connection.run('INSERT INTO tenants (name) VALUES (?)', `tenant ${turn}`);
        if (turn === 2) throw new Error('no');
      }),
    );
    const outcomes = await Promise.allSettled(writes);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(order).toEqual([1, 2, 3]);
    expect(connection.all('SELECT name FROM tenants ORDER BY name')).toEqual([{ name: 'tenant 1' }, { name: 'tenant 3' }]);
    await connection.close();
  });

  it('keeps what was there when the disk is full', async () => {
    const connection = inMemory();
    const store = createSqliteStore(connection);
    const article = (id: string) => prepared({ id, text: 'x'.repeat(50_000), passageTerms: [`word ${id}`] });
    await store.articles.save('main', [article('kept')]);
    const [{ page_count: pages } = { page_count: 0 }] = connection.all<{ page_count: number }>('PRAGMA page_count');
    connection.all(`PRAGMA max_page_count = ${pages + 20}`);
    const save = store.articles.save('main', [article('one'), article('two'), article('three')]);
    await expect(save).rejects.toThrow(UserError);
    await expect(save).rejects.toThrow(/disk is full: nothing of this was saved/);
    expect(await store.articles.find('main', {})).toHaveLength(1);
    expect(await store.passages.statistics('main', ['word'])).toMatchObject({ passages: 1 });
    connection.all('PRAGMA max_page_count = 100000');
    await store.articles.save('main', [article('one')]);
    expect(await store.articles.find('main', {})).toHaveLength(2);
    await store.close();
  });

  it('refuses transactions of Kysely, which others could fall into', async () => {
    const connection = inMemory();
    const { query } = createSqliteDatabase(connection);
    await expect(query.transaction().execute(() => Promise.resolve())).rejects.toThrow(/use write\(\)/);
    await connection.close();
  });

  it('binds what node:sqlite would bind wrongly or not at all', async () => {
    const connection = inMemory();
    const [row] = connection.all('SELECT ? AS a, ? AS b, ? AS c, ? AS d, ? AS e', new Date(0), true, undefined, 7n, 'x');
    expect(row).toEqual({ a: '1970-01-01T00:00:00.000Z', b: 1, c: null, d: 7, e: 'x' });
    expect(() => connection.all('SELECT ?', { a: 1 })).toThrow(TypeError);
    await connection.close();
  });
});
