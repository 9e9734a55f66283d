import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Connection } from './connection.ts';

function refuseTransaction(): Promise<never> {
  // With one synchronous connection, whatever else runs between two awaits would fall into the open transaction.
  return Promise.reject(new Error('use write() for what belongs together: transactions here are synchronous'));
}

/** Kysely's own SQLite dialect queues queries for its connection; here each is one synchronous call and needs no queue. */
function createDatabaseConnection(connection: Connection): DatabaseConnection {
  return {
    async executeQuery<Row>({ query, sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      if (query.kind === 'SelectQueryNode') {
        return { rows: [...(await connection.read(() => connection.all<Row>(sql, ...parameters)))] };
      }
      if ('returning' in query) {
        // What is taken so is given back when its lease ends: there is no need to wait for the disk.
        return { rows: [...(await connection.write(() => connection.all<Row>(sql, ...parameters), 'relaxed'))] };
      }
      const changes = await connection.write(() => connection.run(sql, ...parameters));
      return { rows: [], numAffectedRows: BigInt(changes) };
    },
    streamQuery() {
      throw new Error('streaming is not offered: read in portions');
    },
  };
}

function createDriver(connection: Connection): Driver {
  const databaseConnection = createDatabaseConnection(connection);
  return {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(databaseConnection),
    beginTransaction: refuseTransaction,
    commitTransaction: refuseTransaction,
    rollbackTransaction: refuseTransaction,
    releaseConnection: () => Promise.resolve(),
    // Whoever opened the connection closes it.
    destroy: () => Promise.resolve(),
  };
}

/** Lets Kysely build queries for SQLite and run single ones over our connection. */
export function createSqliteDialect(connection: Connection): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => createDriver(connection),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
