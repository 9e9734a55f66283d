import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../src/domain/errors.ts';
import { type Connection, createConnection } from './connection.ts';
import { migrate } from './migrate.ts';
import { explainStorageError, isBusy } from './storage-error.ts';

/** Opening is the one moment at which waiting may block: nothing else runs yet. */
const OPEN_TIMEOUT_MS = 900;

/** Kibibytes (negative by SQLite's convention): the hot part of the index of some 200,000 passages fits in. */
const CACHE_SIZE = -32_000;

function prepareFolder(path: string): void {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StoreError(`The folder ${folder} for the database cannot be made: name another in DATABASE_URL.`, {
      cause: error,
    });
  }
  // SQLite writes two files beside the database, and would open a read-only one without a word until the first save.
  for (const place of existsSync(path) ? [folder, path] : [folder]) requireWritable(place, path);
}

function requireWritable(place: string, path: string): void {
  try {
    accessSync(place, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new StoreError(`The database ${path} is read-only: give this user the right to write to the file and its folder.`, {
      cause: error,
    });
  }
}

/** Turning the write-ahead log on is the one step for which SQLite does not wait when others do it too. */
function useWriteAheadLog(database: DatabaseSync): void {
  const deadline = performance.now() + OPEN_TIMEOUT_MS;
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw error;
    }
  }
}

function setUp(database: DatabaseSync, path: string): void {
  useWriteAheadLog(database);
  // FULL, because what was acknowledged must survive a power cut.
  database.exec(`PRAGMA synchronous = FULL; PRAGMA cache_size = ${CACHE_SIZE}; PRAGMA trusted_schema = OFF`);
  migrate(database, path);
  database.exec('PRAGMA busy_timeout = 0');
}

/**
 * Opens the database file, makes it and its folder where missing, and brings its schema up to date.
 * `:memory:` is a database of its own that ends with the connection.
 * @throws StoreError when the file cannot be used, in one line that says why.
 */
export function openConnection(path: string): Connection {
  const place = path === ':memory:' ? path : resolve(path);
  if (place !== ':memory:') prepareFolder(place);
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(place, { timeout: OPEN_TIMEOUT_MS });
    setUp(database, path);
    return createConnection(database, path);
  } catch (error) {
    database?.close();
    throw explainStorageError(error, path);
  }
}
