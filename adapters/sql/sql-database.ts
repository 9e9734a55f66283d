import type { Compilable, Expression, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What the shared queries need of a database. */
export interface SqlDatabase {
  /** Builds queries, and runs single ones. Several that belong together go through `write`. */
  readonly query: Kysely<Tables>;
  /** Runs these in order in one transaction and says how many rows each one changed. */
  readonly write: (queries: readonly Compilable[]) => Promise<readonly number[]>;
  /** The same without waiting for the disk: for what a loss of power may take without harm. A killed process takes nothing. */
  readonly writeRelaxed: (queries: readonly Compilable[]) => Promise<readonly number[]>;
  /** A sub-query with these values as rows, bound as one parameter: the statement stays the same for any number. */
  readonly listOf: <T extends string | number>(values: readonly T[]) => Expression<T>;
}
