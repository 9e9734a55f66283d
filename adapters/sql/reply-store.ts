import type { Answer } from '../../src/domain/answer.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { ReplyFilter, ReplyStore } from '../../src/ports/reply-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import { readReply } from './stored-reply.ts';

/**
 * The turn of a reply is one more than the last under its key, its number one more than the last of its tenant: no clock,
 * and no order of rows, is needed to know the newest.
 */
function upsertReply({ query }: SqlDatabase, tenant: string, reply: Brief | Answer, key: string | null) {
  const topic = reply.kind === 'brief' ? reply.topic.slug : null;
  const row = { kind: reply.kind, body: JSON.stringify(reply), key, topic };
  return query
    .insertInto('replies')
    .values((values) => {
      const next = (column: 'turn' | 'number') =>
        values
          .selectFrom('replies')
          .select((replies) => replies(replies.fn.coalesce(replies.fn.max(column), replies.lit(0)), '+', replies.lit(1)).as(column))
          .where('tenant', '=', tenant);
      return { tenant, id: reply.id, ...row, turn: next('turn').where('key', '=', key), number: next('number') };
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant', 'id'])
        .doUpdateSet((replies) => ({ ...row, turn: replies.ref('excluded.turn'), number: replies.ref('excluded.number') })),
    );
}

function selectReplies({ query }: SqlDatabase, tenant: string, { topic, before, limit }: ReplyFilter) {
  let replies = query.selectFrom('replies').select('body').where('tenant', '=', tenant);
  if (topic !== undefined) replies = replies.where('topic', '=', topic);
  if (before !== undefined)
    replies = replies.where('number', '<', (of) =>
      of.selectFrom('replies').select('number').where('tenant', '=', tenant).where('id', '=', before),
    );
  return replies.orderBy('number', 'desc').limit(limit);
}

/** Keeps briefs and answers. */
export function createReplyStore(database: SqlDatabase): ReplyStore {
  const { query, write } = database;
  return {
    async save(tenant, reply, key) {
      await write([upsertReply(database, tenant, reply, key)]);
    },
    async get(tenant, id) {
      const row = await query.selectFrom('replies').select('body').where('tenant', '=', tenant).where('id', '=', id).executeTakeFirst();
      return row ? readReply(row.body) : null;
    },
    async madeFrom(tenant, key) {
      const row = await query
        .selectFrom('replies')
        .select('body')
        .where('tenant', '=', tenant)
        .where('key', '=', key)
        .orderBy('turn', 'desc')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      return row ? readReply(row.body) : null;
    },
    async list(tenant, filter) {
      const rows = await selectReplies(database, tenant, filter).execute();
      return rows.map(({ body }) => readReply(body));
    },
  };
}
