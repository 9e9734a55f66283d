import type { SourceStore } from '../../src/ports/source-store.ts';
import type { SqlDatabase } from './sql-database.ts';

/** Keeps sources. */
export function createSourceStore({ query, write }: SqlDatabase): SourceStore {
  return {
    async list(tenant) {
      const rows = await query
        .selectFrom('sources')
        .select(['path', 'outlet', 'language', 'read_at', 'problem'])
        .where('tenant', '=', tenant)
        .orderBy('path')
        .execute();
      return rows.map(({ path, outlet, language, read_at: readAt, problem }) => ({
        path,
        outlet,
        language,
        readAt,
        problem,
      }));
    },
    async save(tenant, { path, outlet, language, readAt, problem }) {
      const rest = { outlet, language, read_at: readAt, problem };
      await write([
        query
          .insertInto('sources')
          .values({ tenant, path, ...rest })
          .onConflict((conflict) => conflict.columns(['tenant', 'path']).doUpdateSet(rest)),
      ]);
    },
    async remove(tenant, path) {
      const [removed = 0] = await write([query.deleteFrom('sources').where('tenant', '=', tenant).where('path', '=', path)]);
      return removed > 0;
    },
  };
}
