import { type Compilable, type Expression, Kysely, sql } from 'kysely';
import type { SqlDatabase } from '../sql/sql-database.ts';
import type { Tables } from '../sql/tables.ts';
import type { Connection, Durability } from './connection.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';

/** What the shared queries need, over SQLite. */
export function createSqliteDatabase(connection: Connection): SqlDatabase {
  function run(queries: readonly Compilable[], durability: Durability): Promise<readonly number[]> {
    const compiled = queries.map((query) => query.compile());
    return connection.write(() => compiled.map(({ sql: text, parameters }) => connection.run(text, ...parameters)), durability);
  }

  return {
    query: new Kysely<Tables>({ dialect: createSqliteDialect(connection) }),
    write: (queries) => run(queries, 'full'),
    writeRelaxed: (queries) => run(queries, 'relaxed'),
    listOf<T extends string | number>(values: readonly T[]): Expression<T> {
      return sql<T>`(select value from json_each(${JSON.stringify(values)}))`;
    },
  };
}
