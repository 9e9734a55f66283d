import type { Inbound } from '../../src/domain/inbound.ts';
import type { InboxStore } from '../../src/ports/inbox-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import { parseStored } from './stored-json.ts';

/** How long the keys of handled entries are remembered. */
const REMEMBERED_MS = 3 * 24 * 60 * 60 * 1000;

function insertEntry({ query }: SqlDatabase, inbound: Inbound) {
  const { tenant, adapter } = inbound.place.channel;
  const { key, lane } = inbound;
  return query
    .insertInto('inbox')
    .values({ tenant, adapter, key, lane, owner: null, lease_until: 0, attempt: 0, finished_at: null, body: JSON.stringify(inbound) })
    .onConflict((conflict) => conflict.columns(['tenant', 'adapter', 'key']).doNothing());
}

/**
 * The numbers of entries that may be taken. An entry waits for older ones of its lane, held or not, which also keeps two
 * of a lane from being held at once. It waits for older ones of the same key in other tenants and adapters too: an
 * owner names what it finishes by the key alone.
 */
function oldestFree({ query }: SqlDatabase, now: number, limit: number) {
  return query
    .selectFrom('inbox as entry')
    .select('entry.number')
    .where('entry.finished_at', 'is', null)
    .where('entry.lease_until', '<=', now)
    .where((entry) => {
      const older = entry
        .selectFrom('inbox as older')
        .select('older.number')
        .where('older.finished_at', 'is', null)
        .whereRef('older.number', '<', 'entry.number');
      const ofLane = older
        .whereRef('older.tenant', '=', 'entry.tenant')
        .whereRef('older.adapter', '=', 'entry.adapter')
        .whereRef('older.lane', '=', 'entry.lane');
      const ofKey = older.whereRef('older.key', '=', 'entry.key');
      return entry.not(entry.exists(ofLane)).and(entry.not(entry.exists(ofKey)));
    })
    .orderBy('entry.number')
    .limit(limit);
}

/** One statement, so that no two can take the same. Its own conditions say again what must hold of rows that it had to wait for. */
function takeOldest(database: SqlDatabase, owner: string, now: number, leaseUntil: number, limit: number) {
  return database.query
    .updateTable('inbox')
    .set((inbox) => ({ owner, lease_until: leaseUntil, attempt: inbox('attempt', '+', 1) }))
    .where('number', 'in', oldestFree(database, now, limit))
    .where('lease_until', '<=', now)
    .where('finished_at', 'is', null)
    .returning(['number', 'attempt', 'body']);
}

/** The entries that an owner has. Whoever took one last has it, also when its time is over and nobody else has come. */
function updateHeld({ query }: SqlDatabase, owner: string) {
  return query.updateTable('inbox').where('owner', '=', owner).where('finished_at', 'is', null);
}

/** Keeps acts until they are handled. What is finished keeps its key only. */
export function createInboxStore(database: SqlDatabase): InboxStore {
  const { query, write, writeRelaxed } = database;
  return {
    async put(inbound, now) {
      const forget = query.deleteFrom('inbox').where('finished_at', '<', now - REMEMBERED_MS);
      const [, added = 0] = await write([forget, insertEntry(database, inbound)]);
      return added > 0;
    },
    async take(owner, now, leaseUntil, limit) {
      const rows = await takeOldest(database, owner, now, leaseUntil, limit).execute();
      // RETURNING promises no order.
      const inOrder = rows.toSorted((one, other) => one.number - other.number);
      return inOrder.map(({ attempt, body }) => ({ attempt, inbound: parseStored<Inbound>(body) }));
    },
    async hold(owner, leaseUntil) {
      await writeRelaxed([updateHeld(database, owner).set({ lease_until: leaseUntil })]);
    },
    async release(owner, key, retryAt) {
      // Without an owner, so that no `hold` renews what nobody works on.
      await writeRelaxed([updateHeld(database, owner).set({ owner: null, lease_until: retryAt }).where('key', '=', key)]);
    },
    async finish(owner, key, now) {
      // Taken again after a loss of power, it finds all that was posted.
      const [finished = 0] = await writeRelaxed([
        updateHeld(database, owner).set({ owner: null, finished_at: now, body: '' }).where('key', '=', key),
      ]);
      return finished > 0;
    },
  };
}
