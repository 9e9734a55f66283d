import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { bindNamed, bindValues } from './bind-values.ts';
import { explainStorageError, isBusy } from './storage-error.ts';

/** How long a caller waits for other processes before it is told that the database is busy. */
const PATIENCE_MS = 900;
/** Short, so that a waiter finds the gap that another process leaves between two transactions. */
const POLL_MS = 1;
/** A transaction this long is followed by a rest of two polls, or a busy writer would shut all others out. */
const LONG_MS = 5;
const REST_MS = 2 * POLL_MS;
const STATEMENT_LIMIT = 400;

/** One open database. `run` and `all` are for use inside `read` and `write`. */
export interface Connection {
  readonly path: string;
  /** Runs a statement and returns how many rows it changed. */
  run(sql: string, ...values: readonly unknown[]): number;
  /** The same with `:name` parameters; a name that the statement does not know is an error. */
  runNamed(sql: string, values: Readonly<Record<string, unknown>>): number;
  /** Runs a statement that gives rows, of the shape that its text says. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- who writes the statement knows its rows
  all<Row>(sql: string, ...values: readonly unknown[]): readonly Row[];
  /** Runs one statement that reads, again while the database is busy. */
  read<T>(work: () => T): Promise<T>;
  /**
   * Runs `work` as one transaction, in the order of the calls. It is synchronous, so nothing else can slip in between
   * its statements, and it may run more than once: it must do nothing but talk to the database.
   */
  write<T>(work: () => T, durability?: Durability): Promise<T>;
  /** Closes once the writes that were asked for are done. */
  close(): Promise<void>;
}

/** SQLite's own busy time-out is off: it would stop the event loop while it waits. This waits without. */
async function whileBusy<T>(attempt: () => T, patienceMs: number): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw error;
    }
    await delay(POLL_MS);
  }
}

/**
 * Waits for the disk at the end of a transaction, or not. What a `relaxed` one wrote survives a killed process, and a loss of
 * power once a `full` one has followed it.
 */
export type Durability = 'full' | 'relaxed';

function transact<T>(database: DatabaseSync, work: () => T, durability: Durability): T {
  // Per transaction, because it may not be changed inside one.
  database.exec(`PRAGMA synchronous = ${durability === 'full' ? 'FULL' : 'NORMAL'}`);
  // IMMEDIATE takes the write lock at once; a lock taken half-way can fail without any waiting being of use.
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk ends the transaction by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Keeps the latest statements prepared. */
function createStatementCache(database: DatabaseSync): (sql: string) => StatementSync {
  const statements = new Map<string, StatementSync>();
  return (sql) => {
    const known = statements.get(sql);
    if (known) return known;
    const [oldest] = statements.keys();
    if (oldest !== undefined && statements.size >= STATEMENT_LIMIT) statements.delete(oldest);
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
}

/** Wraps an open database; `path` is for messages. */
export function createConnection(database: DatabaseSync, path: string, patienceMs = PATIENCE_MS): Connection {
  const prepare = createStatementCache(database);
  let turn: Promise<void> = Promise.resolve();
  let wasLong = false;

  async function explained<T>(work: () => T): Promise<T> {
    try {
      return await whileBusy(work, patienceMs);
    } catch (error) {
      throw explainStorageError(error, path);
    }
  }

  function timed<T>(work: () => T, durability: Durability): T {
    const start = performance.now();
    try {
      return transact(database, work, durability);
    } finally {
      wasLong = performance.now() - start > LONG_MS;
    }
  }

  async function rest(): Promise<void> {
    // Nobody else waits for a database in memory.
    if (wasLong && path !== ':memory:') await delay(REST_MS);
  }

  return {
    path,
    run: (sql, ...values) => Number(prepare(sql).run(...bindValues(values)).changes),
    runNamed: (sql, values) => Number(prepare(sql).run(bindNamed(values)).changes),
    all: <Row>(sql: string, ...values: readonly unknown[]) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
      prepare(sql).all(...bindValues(values)) as Row[],
    read: explained,
    write<T>(work: () => T, durability: Durability = 'full') {
      const written = turn.then(() => explained(() => timed(work, durability)));
      turn = written.then(rest, rest);
      return written;
    },
    async close() {
      await turn;
      if (database.isOpen) database.close();
    },
  };
}
