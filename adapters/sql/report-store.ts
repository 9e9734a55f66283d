import type { Report, ReportState } from '../../src/domain/report.ts';
import type { ReportStore } from '../../src/ports/report-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import { parseStored } from './stored-json.ts';

/** No state named means every state. */
function selectReports({ query, listOf }: SqlDatabase, tenant: string, states: readonly ReportState[]) {
  const all = query.selectFrom('reports').select(['state', 'body']).where('tenant', '=', tenant);
  const wanted = states.length > 0 ? all.where('state', 'in', listOf(states)) : all;
  return wanted.orderBy('reported_at', 'desc').orderBy('number', 'desc');
}

/** Keeps reports. */
export function createReportStore(database: SqlDatabase): ReportStore {
  const { query, write } = database;
  return {
    async save(tenant, report) {
      const rest = { state: report.state, reported_at: report.reportedAt, body: JSON.stringify(report) };
      await write([
        query
          .insertInto('reports')
          .values({ tenant, id: report.id, ...rest })
          .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(rest)),
      ]);
    },
    async list(tenant, states) {
      const rows = await selectReports(database, tenant, states).execute();
      return rows.map(({ body, state }) => ({ ...parseStored<Report>(body), state }));
    },
    async decide(tenant, id, state) {
      const [decided = 0] = await write([query.updateTable('reports').set({ state }).where('tenant', '=', tenant).where('id', '=', id)]);
      return decided > 0;
    },
  };
}
