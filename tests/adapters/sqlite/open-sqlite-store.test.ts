import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';
import { StoreError } from '../../../src/domain/errors.ts';
import { prepared } from '../../contracts/prepared-article.ts';
import { outputOf, startChild } from './run-child.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const NOBODY = 65_534;

async function refusal(path: string): Promise<string> {
  const outcome = await openSqliteStore({ path }).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(StoreError);
  const message = outcome instanceof Error ? outcome.message : '';
  expect(message).not.toContain('\n');
  return message;
}

/** Root may write anywhere, so that only another user can tell what read-only does. */
async function refusalForOthers(path: string): Promise<string> {
  return outputOf(startChild('open-sqlite-store.child.ts', [path], process.getuid?.() === 0 ? NOBODY : undefined));
}

async function saveSome(path: string): Promise<void> {
  const store = await openSqliteStore({ path });
  const passageTerms = Array.from({ length: 200 }, (_, index) => `word${index} term`);
  await store.articles.save('main', [prepared({ id: 'a', passageTerms, text: 'long text '.repeat(20_000) })]);
  await store.close();
}

const PAGE = 4_096;

/** Overwrites the beginning of every page that holds `text`, but for the first page. */
async function damage(path: string, text: string): Promise<void> {
  const bytes = await readFile(path);
  for (let page = PAGE; page < bytes.length; page += PAGE) {
    if (bytes.subarray(page, page + PAGE).includes(text)) bytes.fill(0xee, page, page + 200);
  }
  await writeFile(path, bytes);
}

describe('opening a database', () => {
  it('makes the folders that are missing, and finds everything again', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'not', 'there', 'attache.db');
      await saveSome(path);
      const store = await openSqliteStore({ path });
      expect(await store.articles.find('main', {})).toHaveLength(1);
      await store.close();
      await store.close();
      expect((await readFile(path)).subarray(0, 15).toString()).toBe('SQLite format 3');
    }));

  it('is durable: WAL and synchronous FULL', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'attache.db');
      await saveSome(path);
      const database = new DatabaseSync(path);
      expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
      database.close();
    }));

  it('refuses a newer schema and leaves it as it is', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'attache.db');
      await saveSome(path);
      const database = new DatabaseSync(path);
      database.exec('PRAGMA user_version = 99');
      database.close();
      expect(await refusal(path)).toMatch(/newer Attaché \(schema 99, this one knows \d+\): update Attaché/);
    }));

  it('refuses the database of another program', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'other.db');
      const database = new DatabaseSync(path);
      database.exec('CREATE TABLE theirs (x)');
      database.close();
      expect(await refusal(path)).toMatch(/is a database of another program/);
    }));

  it('refuses what is no database', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'notes.txt');
      await writeFile(path, 'dear diary '.repeat(1_000));
      expect(await refusal(path)).toMatch(/is not a SQLite database/);
      expect((await stat(path)).size).toBe(11_000);
    }));

  it('refuses a folder, and a file where a folder should be', () =>
    inTemporaryFolder(async (folder) => {
      expect(await refusal(folder)).toMatch(/cannot be opened/);
      await writeFile(join(folder, 'file'), '');
      expect(await refusal(join(folder, 'file', 'attache.db'))).toMatch(/folder .* cannot be made/);
    }));

  it('tells a damaged file, at the latest when it meets the damage', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'attache.db');
      await saveSome(path);
      await damage(path, 'long text long text');
      const store = await openSqliteStore({ path });
      await expect(store.articles.read('main', ['a'])).rejects.toThrow(/is damaged/);
      await store.close();
      await damage(path, 'CREATE');
      expect(await refusal(path)).toMatch(/is damaged/);
    }));

  it('refuses a read-only file and a read-only folder', () =>
    inTemporaryFolder(async (folder) => {
      const [locked, path] = [join(folder, 'locked'), join(folder, 'attache.db')];
      await mkdir(locked);
      await saveSome(path);
      await chmod(path, 0o444);
      await chmod(folder, 0o777);
      await chmod(locked, 0o555);
      expect(await refusalForOthers(path)).toMatch(/^StoreError: .* is read-only: give this user the right/);
      expect(await refusalForOthers(join(locked, 'new.db'))).toMatch(/^StoreError: .* is read-only/);
      expect(await refusalForOthers(join(locked, 'sub', 'new.db'))).toMatch(/^StoreError: The folder .* cannot be made/);
      expect(await refusalForOthers(join(folder, 'control.db'))).toBe('opened\n');
    }));
});
