import type { ExpressionBuilder } from 'kysely';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { Ledger } from '../../src/ports/ledger.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { Tables } from './tables.ts';

/** The sum with `change` added, but never below 0. Written as CASE because the databases name the larger of two differently. */
function changed(spending: ExpressionBuilder<Tables, 'spending'>, change: number) {
  const sum = spending('spending.tokens', '+', change);
  return spending.case().when(sum, '<', 0).then(0).else(sum).end();
}

/**
 * Books in one statement, which compares and adds under one lock: whatever a second process books meanwhile is either
 * seen or waits. No limit means no condition, because PostgreSQL has no whole number that is infinite.
 */
function bookBelow({ query }: SqlDatabase, tenant: string, day: LocalDate, tokens: number, limit: number) {
  return query
    .insertInto('spending')
    .values({ tenant, day, tokens })
    .onConflict((conflict) => {
      const update = conflict.columns(['tenant', 'day']).doUpdateSet((spending) => ({ tokens: spending('spending.tokens', '+', tokens) }));
      if (limit === Number.POSITIVE_INFINITY) return update;
      return update.where((spending) => spending(spending('spending.tokens', '+', tokens), '<=', Math.floor(limit)));
    });
}

function book({ query }: SqlDatabase, tenant: string, day: LocalDate, change: number) {
  return query
    .insertInto('spending')
    .values({ tenant, day, tokens: Math.max(0, change) })
    .onConflict((conflict) => conflict.columns(['tenant', 'day']).doUpdateSet((spending) => ({ tokens: changed(spending, change) })));
}

/** Keeps one sum for each tenant and day. */
export function createLedger(database: SqlDatabase): Ledger {
  const { query, write } = database;
  return {
    async reserve(tenant, day, tokens, limit) {
      // The first booking of a day meets no row whose sum could be compared.
      if (tokens > limit) return false;
      const [booked = 0] = await write([bookBelow(database, tenant, day, tokens, limit)]);
      return booked > 0;
    },
    async settle(tenant, day, reserved, used) {
      await write([book(database, tenant, day, used - reserved)]);
    },
    async spent(tenant, day) {
      const row = await query
        .selectFrom('spending')
        .select('tokens')
        .where('tenant', '=', tenant)
        .where('day', '=', day)
        .executeTakeFirst();
      return row?.tokens ?? 0;
    },
  };
}
