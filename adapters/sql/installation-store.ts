import type { InstallationStore } from '../../src/ports/installation-store.ts';
import type { SqlDatabase } from './sql-database.ts';

/** Keeps installations as their adapters sealed them. */
export function createInstallationStore({ query, write }: SqlDatabase): InstallationStore {
  return {
    async save(adapter, id, sealed) {
      await write([
        query
          .insertInto('installations')
          .values({ adapter, id, sealed })
          .onConflict((conflict) => conflict.columns(['adapter', 'id']).doUpdateSet({ sealed })),
      ]);
    },
    async find(adapter, id) {
      const row = await query
        .selectFrom('installations')
        .select('sealed')
        .where('adapter', '=', adapter)
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.sealed ?? null;
    },
    async remove(adapter, id) {
      const [removed = 0] = await write([query.deleteFrom('installations').where('adapter', '=', adapter).where('id', '=', id)]);
      return removed > 0;
    },
    async list(adapter) {
      const rows = await query.selectFrom('installations').select('id').where('adapter', '=', adapter).orderBy('id').execute();
      return rows.map(({ id }) => id);
    },
  };
}
