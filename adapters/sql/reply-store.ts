import type { Answer } from '../../src/domain/answer.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { ReplyStore } from '../../src/ports/reply-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import { parseStored } from './stored-json.ts';

/** The turn of a reply is one more than the last under its key: no clock, and no order of rows, is needed to know the newest. */
function upsertReply({ query }: SqlDatabase, tenant: string, reply: Brief | Answer, key: string | null) {
  const row = { kind: reply.kind, body: JSON.stringify(reply), key };
  return query
    .insertInto('replies')
    .values((values) => ({
      tenant,
      id: reply.id,
      ...row,
      turn: values
        .selectFrom('replies')
        .select((replies) => replies(replies.fn.coalesce(replies.fn.max('turn'), replies.lit(0)), '+', replies.lit(1)).as('turn'))
        .where('tenant', '=', tenant)
        .where('key', '=', key),
    }))
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'id']).doUpdateSet((replies) => ({ ...row, turn: replies.ref('excluded.turn') })),
    );
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
      return row ? parseStored<Brief | Answer>(row.body) : null;
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
      return row ? parseStored<Brief | Answer>(row.body) : null;
    },
  };
}
