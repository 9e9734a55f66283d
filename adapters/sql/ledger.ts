import type { Compilable, ExpressionBuilder } from 'kysely';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { Amount } from '../../src/domain/spending.ts';
import type { Account, Ledger } from '../../src/ports/ledger.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { Tables } from './tables.ts';

type Spending = ExpressionBuilder<Tables, 'spending'>;
const COLUMNS = { tokens: 'tokens', microDollars: 'micro_dollars' } as const;
const NOTHING: Amount = { tokens: 0, microDollars: 0 };

/** The sums with `change` added, but never below 0. Written as CASE because the databases name the larger of two differently. */
function changed(spending: Spending, column: 'tokens' | 'micro_dollars', change: number) {
  const sum = spending(`spending.${column}`, '+', change);
  return spending.case().when(sum, '<', 0).then(0).else(sum).end();
}

/** True of the row of an account that has room. No limit means no condition: PostgreSQL has no whole number that is infinite. */
function hasRoom(spending: Spending, { limit }: Account, amount: Amount) {
  const limited = (['tokens', 'microDollars'] as const).filter((unit) => limit[unit] !== Number.POSITIVE_INFINITY);
  return spending.and(
    limited.map((unit) => spending(spending(`spending.${COLUMNS[unit]}`, '+', amount[unit]), '<=', Math.floor(limit[unit]))),
  );
}

/** The first booking of a day meets no row whose sum could be compared. */
function couldNeverFit({ limit }: Account, amount: Amount): boolean {
  return amount.tokens > limit.tokens || amount.microDollars > limit.microDollars;
}

/**
 * Makes the row of an account, or touches it where it has room: the rows it changes say whether there is any, and its
 * lock keeps every other process from booking on it until the end of the transaction.
 */
function probe({ query }: SqlDatabase, tenant: string, day: LocalDate, account: Account, amount: Amount): Compilable {
  return query
    .insertInto('spending')
    .values({ tenant, day, account: account.name, tokens: 0, micro_dollars: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant', 'day', 'account'])
        .doUpdateSet((spending) => ({ tokens: spending.ref('spending.tokens') }))
        .where((spending) => hasRoom(spending, account, amount)),
    );
}

/** Books on all rows, or on none when one has no room. */
function bookOnAll(
  { query, listOf }: SqlDatabase,
  tenant: string,
  day: LocalDate,
  accounts: readonly Account[],
  amount: Amount,
): Compilable {
  const full = query
    .selectFrom('spending')
    .select('spending.account')
    .where('spending.tenant', '=', tenant)
    .where('spending.day', '=', day)
    .where((spending) =>
      spending.or(
        accounts.map((account) =>
          spending.and([spending('spending.account', '=', account.name), spending.not(hasRoom(spending, account, amount))]),
        ),
      ),
    );
  return query
    .updateTable('spending')
    .set((spending) => ({
      tokens: spending('spending.tokens', '+', amount.tokens),
      micro_dollars: spending('spending.micro_dollars', '+', amount.microDollars),
    }))
    .where('tenant', '=', tenant)
    .where('day', '=', day)
    .where('account', 'in', listOf(accounts.map(({ name }) => name)))
    .where((spending) => spending.not(spending.exists(full)));
}

function add({ query }: SqlDatabase, tenant: string, day: LocalDate, name: string, by: Amount): Compilable {
  const { tokens, microDollars } = by;
  return query
    .insertInto('spending')
    .values({ tenant, day, account: name, tokens: Math.max(0, tokens), micro_dollars: Math.max(0, microDollars) })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'day', 'account']).doUpdateSet((spending) => ({
        tokens: changed(spending, 'tokens', tokens),
        micro_dollars: changed(spending, 'micro_dollars', microDollars),
      })),
    );
}

/** Two who lock the same rows in another order would wait for each other for ever. */
function inOneOrder<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  return items.toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
}

/** Keeps one sum for each account of a tenant and day. */
export function createLedger(database: SqlDatabase): Ledger {
  const { query, writeRelaxed } = database;
  return {
    async reserve(tenant, day, accounts, amount) {
      const tooSmall = accounts.find((account) => couldNeverFit(account, amount));
      if (tooSmall) return tooSmall.name;
      const ordered = inOneOrder(accounts, ({ name }) => name);
      const probes = ordered.map((account) => probe(database, tenant, day, account, amount));
      const counts = await writeRelaxed([...probes, bookOnAll(database, tenant, day, ordered, amount)]);
      const full = new Set(ordered.filter((_, index) => counts[index] === 0));
      return accounts.find((account) => full.has(account))?.name ?? null;
    },
    async settle(tenant, day, names, reserved, used) {
      const by = { tokens: used.tokens - reserved.tokens, microDollars: used.microDollars - reserved.microDollars };
      await writeRelaxed(inOneOrder(names, (name) => name).map((name) => add(database, tenant, day, name, by)));
    },
    async spent(tenant, day, name) {
      const row = await query
        .selectFrom('spending')
        .select(['tokens', 'micro_dollars as microDollars'])
        .where('tenant', '=', tenant)
        .where('day', '=', day)
        .where('account', '=', name)
        .executeTakeFirst();
      return row ?? NOTHING;
    },
  };
}
