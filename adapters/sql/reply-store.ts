import type { Answer } from '../../src/domain/answer.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { ReplyStore } from '../../src/ports/reply-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import { parseStored } from './stored-json.ts';

/** Keeps briefs and answers. */
export function createReplyStore({ query, write }: SqlDatabase): ReplyStore {
  return {
    async save(tenant, reply) {
      const row = { kind: reply.kind, body: JSON.stringify(reply) };
      await write([
        query
          .insertInto('replies')
          .values({ tenant, id: reply.id, ...row })
          .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet(row)),
      ]);
    },
    async get(tenant, id) {
      const row = await query.selectFrom('replies').select('body').where('tenant', '=', tenant).where('id', '=', id).executeTakeFirst();
      return row ? parseStored<Brief | Answer>(row.body) : null;
    },
  };
}
