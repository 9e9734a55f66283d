import type { Selectable } from 'kysely';
import type { AttemptEnd, Part, StoredPart } from '../../src/domain/delivery.ts';
import type { Place } from '../../src/domain/inbound.ts';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import type { PartsTable } from './chat-tables.ts';
import type { SqlDatabase } from './sql-database.ts';
import { parseStored } from './stored-json.ts';

/** Inserts nothing once the group has its part 0, which is why that one is inserted last. */
function insertPart({ query }: SqlDatabase, { key, group, number, place, payload }: Part) {
  const { token, ...rest } = place;
  const first = query.selectFrom('parts').select('key').where('delivery', '=', group).where('number', '=', 0);
  return query
    .insertInto('parts')
    .columns(['key', 'delivery', 'number', 'state', 'attempt', 'token', 'place', 'payload'])
    .expression((parts) =>
      query
        .selectNoFrom([
          parts.val(key).as('key'),
          parts.val(group).as('delivery'),
          parts.val(number).as('number'),
          parts.val('composed').as('state'),
          parts.val(0).as('attempt'),
          parts.val(token).as('token'),
          parts.val(JSON.stringify(rest)).as('place'),
          parts.val(payload).as('payload'),
        ])
        .where(parts.not(parts.exists(first))),
    );
}

/** What an end leaves in the row. Where nothing more will be posted, nothing more needs the token. */
function columnsOf(end: AttemptEnd): Partial<PartsTable> {
  switch (end.state) {
    case 'posted':
      return { state: 'posted', message_id: end.messageId, token: null };
    case 'dead':
      return { state: 'dead', reason: end.reason, token: null };
    case 'composed':
      return { state: 'composed' };
    default:
      return end satisfies never;
  }
}

function toPart(row: Selectable<PartsTable>): StoredPart {
  return {
    key: row.key,
    group: row.delivery,
    number: row.number,
    place: { ...parseStored<Omit<Place, 'token'>>(row.place), token: row.token },
    payload: row.payload,
    state: row.state,
    attempt: row.attempt,
    startedAt: row.started_at,
    messageId: row.message_id,
    reason: row.reason,
  };
}

/** Keeps messages. Every step compares and changes in one statement, so that of many who try it one succeeds. */
export function createDeliveryStore(database: SqlDatabase): DeliveryStore {
  const { query, write } = database;
  return {
    async freeze(parts) {
      const lastFirst = parts.toSorted((one, other) => other.number - one.number);
      if (lastFirst.length > 0 && lastFirst.at(-1)?.number !== 0) throw new Error('a group of parts begins with number 0');
      await write(lastFirst.map((part) => insertPart(database, part)));
    },
    async partsOf(group) {
      const rows = await query.selectFrom('parts').selectAll().where('delivery', '=', group).orderBy('number').execute();
      return rows.map(toPart);
    },
    async begin(key, attempt, now) {
      const [begun = 0] = await write([
        query
          .updateTable('parts')
          .set({ state: 'sending', attempt, started_at: now })
          .where('key', '=', key)
          .where('state', '=', 'composed')
          .where('attempt', '=', attempt - 1),
      ]);
      return begun > 0;
    },
    async end(key, attempt, end) {
      const [ended = 0] = await write([
        query.updateTable('parts').set(columnsOf(end)).where('key', '=', key).where('state', '=', 'sending').where('attempt', '=', attempt),
      ]);
      return ended > 0;
    },
  };
}
