import type { Channel } from '../../src/domain/caller.ts';
import type { Thread } from '../../src/domain/thread.ts';
import type { ThreadStore } from '../../src/ports/thread-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import { parseStored } from './stored-json.ts';

function keyOf({ tenant, adapter, id }: Channel, thread: string | null) {
  return { tenant, adapter, channel: id, thread: JSON.stringify(thread) };
}

/** Keeps conversations. A tenant's saving forgets old ones of that tenant only. */
export function createThreadStore({ query, writeRelaxed }: SqlDatabase): ThreadStore {
  return {
    async read(channel, thread) {
      const row = await query
        .selectFrom('threads')
        .select('body')
        .where((threads) => threads.and(keyOf(channel, thread)))
        .executeTakeFirst();
      return row ? parseStored<Thread>(row.body) : null;
    },
    async save(channel, thread, conversation, now, forgetBefore) {
      const rest = { written_at: now, body: JSON.stringify(conversation) };
      await writeRelaxed([
        query.deleteFrom('threads').where('tenant', '=', channel.tenant).where('written_at', '<', forgetBefore),
        query
          .insertInto('threads')
          .values({ ...keyOf(channel, thread), ...rest })
          .onConflict((conflict) => conflict.columns(['tenant', 'adapter', 'channel', 'thread']).doUpdateSet(rest)),
      ]);
    },
  };
}
