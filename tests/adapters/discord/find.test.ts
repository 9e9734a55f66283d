import { describe, expect, onTestFinished, test } from 'vitest';
import { type BenchOptions, type DeliveryBench, openDeliveryBench } from '../../support/fake-discord/delivery-bench.ts';
import { discordPlace } from '../../support/fake-discord/places.ts';
import { CHANNEL, MEMBER, OTHER_CHANNEL } from '../../support/fake-discord/world.ts';

const HELLO = JSON.stringify({ components: [{ type: 10, content: 'Hello' }] });
const HISTORY = 'GET /channels/:id/messages';
const SETTLE = 40_000;

async function open(options: BenchOptions = {}): Promise<DeliveryBench> {
  const bench = await openDeliveryBench(options);
  onTestFinished(() => bench.discord.close());
  return bench;
}

/** Posts a message among what others say, and waits until the settle time is over. */
async function bury({ delivery, discord, pass, now }: DeliveryBench, before: number, after = 0): Promise<number> {
  const startedAt = now();
  for (let index = 0; index < before; index += 1) discord.say(CHANNEL, MEMBER, 'talk');
  await delivery.post(discordPlace(), HELLO, 'wanted', null);
  for (let index = 0; index < after; index += 1) discord.say(CHANNEL, MEMBER, 'talk');
  pass(SETTLE);
  return startedAt;
}

const find = ({ restart }: DeliveryBench, startedAt: number, key = 'wanted', at = CHANNEL) =>
  restart().find(discordPlace({ at }), key, startedAt, null);

describe('looking a message up', () => {
  test.each([true, false])('reads page after page of the channel (nonces told: %s)', async (historyHasNonces) => {
    const bench = await open({ historyHasNonces });
    const startedAt = await bury(bench, 250, 20);
    const wanted = bench.discord.world.messages[250]?.id;
    expect(await find(bench, startedAt)).toEqual({ kind: 'found', messageId: wanted });
    expect(bench.discord.callsOf(HISTORY)).toHaveLength(3);
  });

  test('reads a narrow window only', async () => {
    const bench = await open();
    await bury(bench, 0);
    bench.pass(3_600_000);
    const startedAt = bench.now();
    bench.pass(600_000);
    for (let index = 0; index < 300; index += 1) bench.discord.say(CHANNEL, MEMBER, 'talk');
    expect(await find(bench, startedAt)).toEqual({ kind: 'absent' });
    expect(bench.discord.callsOf(HISTORY)).toHaveLength(1);
  });

  test('takes no other message for it, not even one of somebody else with its mark', async () => {
    const bench = await open();
    const startedAt = await bury(bench, 0);
    expect(await find(bench, startedAt, 'want')).toEqual({ kind: 'absent' });
    expect(await find(bench, startedAt, 'wanted', OTHER_CHANNEL)).toEqual({ kind: 'absent' });
    const [own] = bench.discord.world.messages.splice(0, 1);
    if (own) bench.discord.world.messages.push({ ...own, author: MEMBER });
    expect(await find(bench, startedAt)).toEqual({ kind: 'absent' });
  });

  test('cannot be done where the bot may not read what was written before', async () => {
    const bench = await open();
    const startedAt = await bury(bench, 3);
    bench.discord.world.channels.get(CHANNEL)?.botMay.delete('history');
    expect(await find(bench, startedAt)).toEqual({ kind: 'cannot' });
    expect(await find(bench, startedAt, 'wanted', OTHER_CHANNEL)).toEqual({ kind: 'absent' });
  });

  test('cannot be done where the bot was shut out; where the channel is gone, so is the message', async () => {
    const bench = await open();
    const startedAt = await bury(bench, 0);
    bench.discord.world.channels.get(CHANNEL)?.botMay.clear();
    expect(await find(bench, startedAt)).toEqual({ kind: 'cannot' });
    expect(await find(bench, startedAt, 'wanted', '1')).toEqual({ kind: 'absent' });
  });

  test('is put off by what passes', async () => {
    const bench = await open();
    const startedAt = await bury(bench, 0);
    bench.discord.faults.plan(HISTORY, { kind: 'status', status: 502, when: 'before' }, { kind: 'rate-limited', retryAfterSec: 5 });
    expect(await find(bench, startedAt)).toEqual({ kind: 'later', afterMs: 30_000 });
    expect(await find(bench, startedAt)).toEqual({ kind: 'later', afterMs: 5050 });
    expect(await find(bench, startedAt)).toMatchObject({ kind: 'found' });
  });
});
