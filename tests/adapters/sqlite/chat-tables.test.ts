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

/** How SQLite would run what is run. */
async function planOf(
  connection: Connection,
  run: (store: ReturnType<typeof createSqliteStore>) => Promise<unknown>,
): Promise<readonly string[]> {
  const plans: string[] = [];
  const explain = (sql: string, values: readonly unknown[]): void => {
    plans.push(...connection.all<{ readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail));
  };
  const explaining: Connection = {
    ...connection,
    run: (sql, ...values) => {
      explain(sql, values);
      return connection.run(sql, ...values);
    },
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as the connection has it
    all: <Row>(sql: string, ...values: readonly unknown[]) => {
      explain(sql, values);
      return connection.all<Row>(sql, ...values);
    },
  };
  await run(createSqliteStore(explaining));
  return plans;
}

const planOfTake = (connection: Connection) => planOf(connection, ({ inbox }) => inbox.take('ann', 10, 20, 5));
const planOfFreeze = (connection: Connection) => planOf(connection, ({ deliveries }) => deliveries.freeze([], 1));

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

  it('are searched by an index for parts to forget, so that what is kept costs nothing', async () => {
    const connection = inMemory();
    const plan = await planOfFreeze(connection);
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
    expect(plan.filter((step) => step.includes('parts_by_start (state=? AND started_at<?)'))).not.toEqual([]);
    expect(plan.filter((step) => step.includes('inbox_by_key'))).toHaveLength(2);
    connection.all('DROP INDEX parts_by_start');
    const without = await planOfFreeze(connection);
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
    await deliveries.freeze(sketchParts('g', 1), 1);
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
