import { describe, expect, onTestFinished, test } from 'vitest';
import { type DeliveryBench, openDeliveryBench, slackPlace } from '../../support/fake-slack/delivery-bench.ts';
import type { FakeSlackOptions } from '../../support/fake-slack/start-fake-slack.ts';
import { BOT_TOKEN } from '../../support/fake-slack/world.ts';

const HELLO = JSON.stringify({ text: 'Hello', blocks: [] });
const SETTLE = 30_000;

async function open(options: Partial<FakeSlackOptions> = {}): Promise<DeliveryBench> {
  const bench = await openDeliveryBench(options);
  onTestFinished(() => bench.slack.close());
  return bench;
}

/** Posts a message and then others over it, until the settle time is over. */
async function bury({ delivery, pass, now }: DeliveryBench, others: number, under: string | null = null): Promise<number> {
  const startedAt = now();
  await delivery.post(slackPlace(), HELLO, 'wanted', under);
  for (let index = 0; index < others; index += 1) await delivery.post(slackPlace(), HELLO, `other${index}`, under);
  pass(SETTLE);
  return startedAt;
}

describe('looking a message up', () => {
  test('reads page after page of the channel', async () => {
    const bench = await open({ historyPage: 15 });
    const startedAt = await bury(bench, 40);
    const first = bench.slack.world.messages[0]?.ts;
    expect(await bench.delivery.find(slackPlace(), 'wanted', startedAt, null)).toEqual({ kind: 'found', messageId: first });
    expect(bench.slack.callsOf('conversations.history')).toHaveLength(3);
  });

  test('goes on where a limit of one page a minute stopped it', async () => {
    const bench = await open({ historyPage: 15, oneHistoryAMinute: true });
    const startedAt = await bury(bench, 40);
    const find = () => bench.delivery.find(slackPlace(), 'wanted', startedAt, null);
    expect(await find()).toEqual({ kind: 'later', afterMs: 60_000 });
    const calls = bench.slack.callsOf('conversations.history').length;
    bench.pass(59_000);
    expect(await find()).toEqual({ kind: 'later', afterMs: 1000 });
    expect(bench.slack.callsOf('conversations.history')).toHaveLength(calls);
    bench.pass(1000);
    expect(await find()).toEqual({ kind: 'later', afterMs: 60_000 });
    bench.pass(60_000);
    expect(await find()).toMatchObject({ kind: 'found' });
  });

  test('reads the thread of a message that went into one', async () => {
    const bench = await open({ historyPage: 15 });
    await bench.delivery.post(slackPlace(), HELLO, 'root', null);
    const root = bench.slack.world.messages[0]?.ts ?? '';
    const startedAt = await bury(bench, 30, root);
    expect(await bench.delivery.find(slackPlace(), 'wanted', startedAt, root)).toMatchObject({ kind: 'found' });
    expect(await bench.delivery.find(slackPlace({ thread: root }), 'none', startedAt, null)).toEqual({ kind: 'absent' });
    expect(bench.slack.callsOf('conversations.history')).toEqual([]);
  });

  test('reads a narrow window only', async () => {
    const bench = await open();
    await bench.delivery.post(slackPlace(), HELLO, 'wanted', null);
    bench.pass(3_600_000);
    const startedAt = bench.now();
    bench.pass(SETTLE);
    expect(await bench.delivery.find(slackPlace(), 'wanted', startedAt, null)).toEqual({ kind: 'absent' });
    const { oldest, latest } = bench.slack.callsOf('conversations.history')[0]?.args ?? {};
    expect(Number(latest) - Number(oldest)).toBe(270);
  });

  test('takes no other message for it', async () => {
    const bench = await open();
    const startedAt = await bury(bench, 0);
    expect(await bench.delivery.find(slackPlace(), 'want', startedAt, null)).toEqual({ kind: 'absent' });
    expect(await bench.delivery.find(slackPlace({ at: 'C2' }), 'wanted', startedAt, null)).toEqual({ kind: 'absent' });
  });

  test.each([
    ['the scope is gone', (bench: DeliveryBench) => void bench.slack.world.tokens.get(BOT_TOKEN)?.scopes.delete('channels:history')],
    ['the bot was taken out', (bench: DeliveryBench) => void bench.slack.world.channels.get('C1')?.members.delete('UBOT')],
  ])('cannot be done where %s', async (_name, change) => {
    const bench = await open();
    const startedAt = await bury(bench, 0);
    change(bench);
    expect(await bench.delivery.find(slackPlace(), 'wanted', startedAt, null)).toEqual({ kind: 'cannot' });
  });

  test('is put off by what passes', async () => {
    const bench = await open();
    const startedAt = await bury(bench, 0);
    bench.slack.faults.plan('conversations.history', { kind: 'status', status: 502, when: 'before' });
    expect(await bench.delivery.find(slackPlace(), 'wanted', startedAt, null)).toEqual({ kind: 'later', afterMs: 30_000 });
    bench.pass(30_000);
    expect(await bench.delivery.find(slackPlace(), 'wanted', startedAt, null)).toMatchObject({ kind: 'found' });
  });

  test('is of no use for what one person saw, and not needed for a page', async () => {
    const { delivery } = await open();
    expect(await delivery.find(slackPlace({ audience: 'asker' }), 'k', 0, null)).toEqual({ kind: 'cannot' });
    expect(await delivery.find(slackPlace({ audience: 'home' }), 'k', 0, null)).toEqual({ kind: 'absent' });
  });
});
