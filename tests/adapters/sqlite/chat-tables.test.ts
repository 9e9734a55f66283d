import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type Connection, createConnection } from '../../../adapters/sqlite/connection.ts';
import { migrate } from '../../../adapters/sqlite/migrate.ts';
import { createSqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';
import { sketchInbound, sketchParts, TOKEN } from '../../contracts/sketch-chat.ts';

function inMemory(): Connection {
  const database = new DatabaseSync(':memory:');
  migrate(database, ':memory:');
  return createConnection(database, ':memory:');
}

/** How SQLite would run what `take` runs. */
async function planOfTake(connection: Connection): Promise<readonly string[]> {
  const plans: string[] = [];
  const explaining: Connection = {
    ...connection,
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as the connection has it
    all: <Row>(sql: string, ...values: readonly unknown[]) => {
      plans.push(...connection.all<{ readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail));
      return connection.all<Row>(sql, ...values);
    },
  };
  await createSqliteStore(explaining).inbox.take('ann', 10, 20, 5);
  return plans;
}

describe('the tables of the chat', () => {
  it('are searched by an index at every step of taking, so that what is finished costs nothing', async () => {
    const connection = inMemory();
    const plan = await planOfTake(connection);
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
    for (const index of ['inbox_by_end', 'inbox_by_lane', 'inbox_by_key']) {
      expect(plan.filter((step) => step.includes(index))).not.toEqual([]);
    }
    connection.all('DROP INDEX inbox_by_end');
    const without = await planOfTake(connection);
    expect(
      without.filter((step) => step.startsWith('SCAN')),
      'control: one index less',
    ).not.toEqual([]);
    await connection.close();
  });

  it('hold no token once there is no use for it', async () => {
    const connection = inMemory();
    const { inbox, deliveries } = createSqliteStore(connection);
    const dump = () => JSON.stringify([connection.all('SELECT * FROM inbox'), connection.all('SELECT * FROM parts')]);
    await inbox.put(sketchInbound('a', 'lane'), 1);
    await deliveries.freeze(sketchParts('g', 1));
    expect(dump().split(TOKEN), 'control: it is there before').toHaveLength(3);
    await inbox.take('ann', 10, 20, 1);
    await inbox.finish('ann', 'a', 11);
    await deliveries.begin('g#0', 1, 10);
    await deliveries.end('g#0', 1, { state: 'posted', messageId: 'm' });
    expect(dump()).not.toContain(TOKEN);
    expect(dump()).not.toContain('王毅');
    await connection.close();
  });
});
