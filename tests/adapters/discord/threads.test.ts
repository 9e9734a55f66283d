import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DeliveryBench, openDeliveryBench } from '../../support/fake-discord/delivery-bench.ts';
import { discordPlace } from '../../support/fake-discord/places.ts';
import { CHANNEL, fakeChannel, GUILD, MEMBER } from '../../support/fake-discord/world.ts';

const HELLO = JSON.stringify({ components: [{ type: 10, content: 'Hello' }], threadName: 'What did Reeves say?' });
const MAKE = 'POST /channels/:id/messages/:id/threads';
const SETTLE = 40_000;

let bench: DeliveryBench;
let asked: string;
beforeEach(async () => {
  bench = await openDeliveryBench();
  asked = bench.discord.say(CHANNEL, MEMBER, 'what did Reeves say?').id;
});
afterEach(() => bench.discord.close());

const place = () => discordPlace({ thread: asked, opensThread: true });
const post = (delivery = bench.delivery, key = 'k', under: string | null = null) => delivery.post(place(), HELLO, key, under);
const made = () => bench.discord.world.messages.filter(({ author }) => author === bench.discord.world.bot);
const threads = () => [...bench.discord.world.channels.values()].filter(({ type }) => type === 11);

describe('an answer in a thread of its own', () => {
  test('is posted into a thread that is made from what was asked, with all its parts', async () => {
    expect(await post()).toMatchObject({ kind: 'posted' });
    expect(await post(bench.delivery, 'k2', made()[0]?.id)).toMatchObject({ kind: 'posted' });
    expect(threads()).toMatchObject([{ id: asked, parent: CHANNEL, name: 'What did Reeves say?' }]);
    expect(made().map(({ channel, reference }) => [channel, reference])).toEqual([
      [asked, null],
      [asked, null],
    ]);
    expect(bench.discord.callsOf(MAKE)).toHaveLength(1);
  });

  test.each(['cut', 'silent'] as const)('needs one thread although the answer to making it was lost (%s)', async (kind) => {
    await bench.discord.close();
    bench = await openDeliveryBench({ timeoutMs: 100 });
    asked = bench.discord.say(CHANNEL, MEMBER, 'what?').id;
    bench.discord.faults.plan(MAKE, { kind, when: 'after' });
    expect(await post()).toEqual({ kind: 'later', afterMs: 2000 });
    expect(await post()).toMatchObject({ kind: 'posted' });
    expect(threads()).toHaveLength(1);
    expect(made().map(({ channel }) => channel)).toEqual([asked]);
  });

  test('is one answer in one thread when the process is killed between the two', async () => {
    bench.discord.faults.plan('POST /channels/:id/messages', { kind: 'status', status: 502, when: 'before' });
    const startedAt = bench.now();
    expect(await post()).toMatchObject({ kind: 'unknown' });
    bench.pass(SETTLE);
    const next = bench.restart();
    expect(await next.find(place(), 'k', startedAt, null)).toEqual({ kind: 'absent' });
    expect(await post(next)).toMatchObject({ kind: 'posted' });
    expect(threads()).toHaveLength(1);
    expect(made()).toHaveLength(1);
  });

  test('is found in its thread by a process that remembers nothing', async () => {
    const startedAt = bench.now();
    await post();
    bench.pass(SETTLE);
    expect(await bench.restart().find(place(), 'k', startedAt, null)).toEqual({ kind: 'found', messageId: made()[0]?.id });
    expect(await bench.restart().find(discordPlace({ thread: asked }), 'k', startedAt, null)).toEqual({ kind: 'absent' });
  });

  test('is a reply where the bot may make no threads, is found there, and that is not tried each time', async () => {
    bench.discord.world.channels.get(CHANNEL)?.botMay.delete('thread');
    const startedAt = bench.now();
    for (const key of ['k', 'k2']) expect(await post(bench.delivery, key)).toMatchObject({ kind: 'posted' });
    expect(made().map(({ channel, reference }) => [channel, reference])).toEqual([
      [CHANNEL, asked],
      [CHANNEL, asked],
    ]);
    expect(bench.discord.callsOf(MAKE)).toHaveLength(1);
    bench.pass(SETTLE);
    expect(await bench.restart().find(place(), 'k', startedAt, null)).toEqual({ kind: 'found', messageId: made()[0]?.id });
  });

  test('is a reply in a kind of channel that has no threads', async () => {
    const voice = '700000000000000060';
    bench.discord.world.channels.set(voice, fakeChannel(voice, { type: 2 }));
    asked = bench.discord.say(voice, MEMBER, 'what?').id;
    const there = discordPlace({ at: voice, thread: asked, opensThread: true });
    expect(await bench.delivery.post(there, HELLO, 'k', null)).toMatchObject({ kind: 'posted' });
    expect(made()).toMatchObject([{ channel: voice, reference: asked }]);
  });

  test('waits where Discord asks for it, and posts nothing beside', async () => {
    bench.discord.faults.plan(MAKE, { kind: 'rate-limited', retryAfterSec: 5 });
    expect(await post()).toEqual({ kind: 'later', afterMs: 5050 });
    expect(await post()).toMatchObject({ kind: 'later' });
    expect(made()).toEqual([]);
    bench.pass(6000);
    expect(await post()).toMatchObject({ kind: 'posted' });
  });

  test('makes no thread where there is one, for one person, directly, or unasked', async () => {
    const room = '700000000000000050';
    bench.discord.world.channels.set(room, fakeChannel(room, { type: 11, parent: CHANNEL }));
    const direct = bench.deferred(true).placeToken;
    for (const one of [
      discordPlace({ thread: room, room, opensThread: true }),
      discordPlace({ thread: asked, opensThread: true, audience: 'asker', token: direct }),
      discordPlace({ thread: null, opensThread: true }),
    ])
      expect(await bench.delivery.post(one, HELLO, JSON.stringify(one), null)).toMatchObject({ kind: 'posted' });
    expect(bench.discord.callsOf(MAKE)).toEqual([]);
    expect(made()).toContainEqual(expect.objectContaining({ channel: room, reference: null }));
  });

  test('has a name that Discord takes, whatever was asked', () => {
    const text = `\u202e @everyone ${'🇬🇧'.repeat(80)}`;
    const [payload = ''] = bench.delivery.render({ kind: 'notice', text }, place());
    const { threadName } = JSON.parse(payload) as { readonly threadName: string };
    expect(threadName.length).toBeLessThanOrEqual(100);
    expect(threadName.isWellFormed()).toBe(true);
    expect(threadName).not.toContain('\u202e');
    expect(bench.delivery.render({ kind: 'notice', text }, discordPlace())[0]).not.toContain('threadName');
  });

  test('of the fake is refused as Discord refuses it', async () => {
    const rest = (path: string, name: string) =>
      fetch(`${bench.discord.api}/v10${path}`, {
        method: 'POST',
        headers: { authorization: 'Bot fake-discord-bot-token', 'content-type': 'application/json' },
        body: JSON.stringify({ name }),
      }).then(async (answer) => (await answer.json()) as { readonly code?: number; readonly id?: string });
    const at = `/channels/${CHANNEL}/messages/${asked}/threads`;
    expect(await rest(at, ' ')).toMatchObject({ code: 50035 });
    expect(await rest(at, 'x'.repeat(101))).toMatchObject({ code: 50035 });
    expect(await rest(`/channels/${CHANNEL}/messages/1/threads`, 'x')).toMatchObject({ code: 10008 });
    expect(await rest(at, 'x')).toMatchObject({ id: asked, parent_id: CHANNEL, guild_id: GUILD });
    expect(await rest(at, 'x')).toMatchObject({ code: 160004 });
    const inner = bench.discord.say(asked, MEMBER, 'and he?').id;
    expect(await rest(`/channels/${asked}/messages/${inner}/threads`, 'x')).toMatchObject({ code: 50024 });
  });
});
