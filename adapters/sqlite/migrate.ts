import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../src/domain/errors.ts';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import type { Migration } from './migrations/migration.ts';

/** "Atch" in ASCII: tells our files from those of other programs. */
const APPLICATION_ID = 0x41746368;

function pragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0);
}

function isForeign(database: DatabaseSync): boolean {
  const tables = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.['tables'];
  return Number(tables) > 0 && pragma(database, 'application_id') !== APPLICATION_ID;
}

function check(database: DatabaseSync, path: string, known: number): number {
  if (isForeign(database)) {
    throw new StoreError(`${path} is a database of another program: name another file in DATABASE_URL.`);
  }
  const version = pragma(database, 'user_version');
  if (version <= known) return version;
  throw new StoreError(
    `The database ${path} was written by a newer Attaché (schema ${version}, this one knows ${known}): update Attaché, or name another file in DATABASE_URL.`,
  );
}

/**
 * Brings the schema up to date, all steps in one transaction.
 * @throws StoreError when the file is of a newer version or of another program.
 */
export function migrate(database: DatabaseSync, path: string, migrations: readonly Migration[] = ALL_MIGRATIONS): void {
  if (check(database, path, migrations.length) === migrations.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // Read again under the lock: another process may have done it meanwhile.
    for (const step of migrations.slice(check(database, path, migrations.length))) database.exec(step);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migrations.length}; COMMIT`);
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
