import type { Selectable } from 'kysely';
import type { AttemptEnd, Part, StoredPart } from '../../src/domain/delivery.ts';
import type { Place } from '../../src/domain/inbound.ts';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import type { PartsTable } from './chat-tables.ts';
import type { SqlDatabase } from './sql-database.ts';
import { parseStored } from './stored-json.ts';

/** How long ended parts are remembered: what was delivered twice by then finds them. */
const REMEMBERED_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * Deletes old parts that ended. Those of an act that is not finished are its memory of what was posted: without them it would
 * be answered again. A group is named as its act, or as its act with a `!`.
 */
function forgetEnded({ query }: SqlDatabase, now: number) {
  return query
    .deleteFrom('parts')
    .where('state', 'in', ['posted', 'dead'])
    .where('started_at', '<', now - REMEMBERED_MS)
    .where((part) => {
      const group = part.ref('parts.delivery');
      const unmarked = part.fn<string>('substr', [group, part.val(1), part(part.fn<number>('length', [group]), '-', 1)]);
      const unfinished = part.selectFrom('inbox').select('inbox.number').where('inbox.finished_at', 'is', null);
      const explained = unfinished.where('inbox.key', '=', unmarked).where(group, 'like', '%!');
      return part.and([part.not(part.exists(unfinished.whereRef('inbox.key', '=', group))), part.not(part.exists(explained))]);
    });
}

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
    async freeze(parts, now) {
      const lastFirst = parts.toSorted((one, other) => other.number - one.number);
      if (lastFirst.length > 0 && lastFirst.at(-1)?.number !== 0) throw new Error('a group of parts begins with number 0');
      await write([forgetEnded(database, now), ...lastFirst.map((part) => insertPart(database, part))]);
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
