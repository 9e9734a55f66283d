import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { everyReply } from '../../support/every-reply.ts';
import { listOf } from '../../support/fake-discord/call.ts';
import { type DeliveryBench, openDeliveryBench } from '../../support/fake-discord/delivery-bench.ts';
import { liveInMessage } from '../../support/fake-discord/live.ts';
import { discordPlace } from '../../support/fake-discord/places.ts';
import { BOT_TOKEN, CHANNEL, HIDDEN_CHANNEL, MEMBER, OTHER_CHANNEL, SILENT_CHANNEL } from '../../support/fake-discord/world.ts';

const HELLO = JSON.stringify({ components: [{ type: 10, content: 'Hello' }] });
const MESSAGES = 'POST /channels/:id/messages';
const SETTLE = 40_000;

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await openDeliveryBench();
});
afterEach(() => bench.discord.close());

const post = (place = discordPlace(), key = 'k1', under: string | null = null) => bench.delivery.post(place, HELLO, key, under);
const find = (place = discordPlace(), key = 'k1', startedAt = bench.now(), under: string | null = null) =>
  bench.delivery.find(place, key, startedAt, under);
const made = () => bench.discord.world.messages.filter(({ author }) => author === bench.discord.world.bot);
const sent = () => bench.discord.callsOf(MESSAGES).map(({ body }) => body as Readonly<Record<string, unknown>>);

describe('a message for all', () => {
  test('is a reply to what was asked, notifies nobody and shows no previews', async () => {
    const asked = bench.discord.say(CHANNEL, MEMBER, 'brief china-uk');
    const posted = await post(discordPlace({ thread: asked.id }));
    expect(posted).toEqual({ kind: 'posted', messageId: made()[0]?.id });
    expect(sent()[0]).toMatchObject({
      allowed_mentions: { parse: [], replied_user: false },
      flags: (1 << 2) | (1 << 15),
      enforce_nonce: true,
      message_reference: { message_id: asked.id, fail_if_not_exists: false },
    });
    expect(made()[0]?.reference).toBe(asked.id);
  });

  test('is posted although what was asked is gone, or nothing may be read before it', async () => {
    expect(await post(discordPlace({ thread: '123' }))).toMatchObject({ kind: 'posted' });
    bench.discord.world.channels.get(CHANNEL)?.botMay.delete('history');
    expect(await post(discordPlace({ thread: '123' }), 'k2')).toMatchObject({ kind: 'posted' });
    expect(made().map(({ reference }) => reference)).toEqual([null, null]);
  });

  test('goes on as a reply to the same, or to its first part; in a thread and directly it just follows', async () => {
    await post(discordPlace({ thread: '11' }), 'a', '22');
    await post(discordPlace(), 'b', '22');
    await post(discordPlace({ at: CHANNEL, thread: CHANNEL }), 'c', '22');
    expect(sent().map((body) => (body['message_reference'] as { message_id: string } | undefined)?.message_id)).toEqual([
      '11',
      '22',
      undefined,
    ]);
  });

  test('carries a nonce and a mark that stand for its key', async () => {
    await post(discordPlace(), 'k1');
    await post(discordPlace(), 'k2');
    const [first, second] = sent();
    expect(String(first?.['nonce'])).toMatch(/^[\w-]{25}$/);
    expect(first?.['nonce']).not.toBe(second?.['nonce']);
    const ids = sent().map((body) => listOf(body['components'])[0]?.['id']);
    expect(new Set(ids).size).toBe(2);
    expect(ids.every((id) => Number.isInteger(id) && Number(id) > 1_000_000_000 && Number(id) < 2 ** 31)).toBe(true);
  });

  test('carries its files', async () => {
    const [payload = ''] = bench.delivery.render({ kind: 'document', title: 'Ports', markdown: '# Ports' }, discordPlace());
    expect(await bench.delivery.post(discordPlace(), payload, 'k', null)).toMatchObject({ kind: 'posted' });
    expect(made()[0]?.files).toEqual([{ name: 'ports.md', text: '# Ports' }]);
  });

  test('pings nobody and links nowhere else, whatever the reply', async () => {
    const words = { text: () => '<@600000000000000001> @everyone https://evil.test', url: () => 'https://news.example/1', count: 2 };
    for (const reply of everyReply(words))
      for (const audience of ['everyone', 'asker', 'home'] as const) {
        // The SDK makes 50 calls a second and no more: another client for each.
        const delivery = bench.restart();
        const token = audience === 'everyone' ? null : bench.deferred(true).placeToken;
        const place = discordPlace({ audience, token });
        let under: string | null = null;
        for (const [index, payload] of delivery.render(reply, place).entries()) {
          const posted = await delivery.post(place, payload, `${reply.kind}${audience}${index}`, under);
          expect(posted).toMatchObject({ kind: 'posted' });
          if (posted.kind === 'posted') under ??= posted.messageId;
        }
      }
    const bodies = bench.discord.requests.filter(({ body }) => listOf((body as { components?: unknown }).components).length > 0);
    const live = bodies.map(({ body }) => liveInMessage(body as Readonly<Record<string, unknown>>));
    expect(live.length).toBeGreaterThan(60);
    expect(live.flatMap(({ pings, mentions, previews }) => [...pings, ...mentions, ...previews])).toEqual([]);
    expect([...new Set(live.flatMap(({ links }) => links))]).toEqual(['https://news.example/1']);
    expect(bodies.every(({ body }) => (Number((body as { flags?: number }).flags) & 4) !== 0)).toBe(true);
  });
});

describe('when nothing was posted', () => {
  test.each([
    [HIDDEN_CHANNEL, 'not-in-channel', 'View Channel'],
    [SILENT_CHANNEL, 'not-allowed', 'Send Messages'],
    ['1', 'no-such-channel', 'gone'],
  ])('in %s: %s, and it is not asked again for a while', async (at, refusal, reason) => {
    for (let turn = 0; turn < 5; turn += 1)
      expect(await post(discordPlace({ at }), `k${turn}`)).toEqual({ kind: 'refused', refusal, reason: expect.stringContaining(reason) });
    expect(bench.discord.callsOf(MESSAGES)).toHaveLength(1);
    bench.pass(60_000);
    await post(discordPlace({ at }));
    expect(bench.discord.callsOf(MESSAGES)).toHaveLength(2);
  });

  test('because the thread is locked', async () => {
    const channel = bench.discord.world.channels.get(CHANNEL);
    if (channel) channel.isLocked = true;
    expect(await post()).toMatchObject({ kind: 'refused', refusal: 'archived' });
  });

  test('because the token was reset: then nothing is called any more', async () => {
    bench.discord.world.tokens.set(BOT_TOKEN, 'revoked');
    for (let turn = 0; turn < 3; turn += 1) expect(await post()).toMatchObject({ kind: 'refused', refusal: 'revoked' });
    expect(bench.discord.requests).toHaveLength(1);
  });

  test('because it is too long', async () => {
    const long = JSON.stringify({ components: [{ type: 10, content: 'x'.repeat(4001) }] });
    expect(await bench.delivery.post(discordPlace(), long, 'k', null)).toMatchObject({ kind: 'refused', refusal: 'too-long' });
  });

  test('because it is not valid: it is not called too long', async () => {
    const wrong = JSON.stringify({ components: [{ type: 10, content: 'x' }, { type: 99 }] });
    expect(await bench.delivery.post(discordPlace(), wrong, 'k', null)).toMatchObject({ kind: 'refused', refusal: 'other' });
  });

  test('because nobody listens at the address', async () => {
    await bench.discord.close();
    expect(await post()).toMatchObject({ kind: 'later' });
  });

  test.each([
    [
      { kind: 'error', status: 403, code: 50007 },
      { kind: 'refused', refusal: 'not-allowed' },
    ],
    [
      { kind: 'error', status: 400, code: 99999 },
      { kind: 'refused', refusal: 'other', reason: 'Discord refuses this message (code 99999)' },
    ],
    [
      { kind: 'error', status: 400, code: 200000 },
      { kind: 'refused', refusal: 'other' },
    ],
    [
      { kind: 'error', status: 404, code: 10004 },
      { kind: 'refused', refusal: 'no-such-channel' },
    ],
    [
      { kind: 'error', status: 413, code: 40005 },
      { kind: 'refused', refusal: 'too-long' },
    ],
    [{ kind: 'error', status: 400, code: 20028 }, { kind: 'later' }],
    [
      { kind: 'page', status: 403, body: '<html>Access denied' },
      { kind: 'later', afterMs: 600_000 },
    ],
    [
      { kind: 'page', status: 400, body: '<html>Bad request' },
      { kind: 'refused', refusal: 'other' },
    ],
  ] as const)('with %j', async (fault, expected) => {
    bench.discord.faults.plan(MESSAGES, fault);
    expect(await post()).toMatchObject(expected);
  });
});

describe('a 429', () => {
  test('holds up its channel for as long as it says, and no other', async () => {
    bench.discord.faults.limit(MESSAGES, CHANNEL, 7000);
    expect(await post()).toEqual({ kind: 'later', afterMs: 7050 });
    bench.pass(4000);
    expect(await post()).toEqual({ kind: 'later', afterMs: 3050 });
    expect(await post(discordPlace({ at: OTHER_CHANNEL }), 'k2')).toMatchObject({ kind: 'posted' });
    expect(bench.discord.callsOf(MESSAGES)).toHaveLength(2);
    bench.pass(3050);
    expect(await post()).toMatchObject({ kind: 'posted' });
  });

  test('without a time is waited out all the same', async () => {
    bench.discord.faults.plan(MESSAGES, { kind: 'rate-limited-vaguely' });
    expect(await post()).toEqual({ kind: 'later', afterMs: 30_000 });
  });

  test('of a bucket that the SDK knows to be empty is told without a call', async () => {
    const full = { kind: 'rate-limited', retryAfterSec: 60, withBucket: true } as const;
    // The first makes the SDK learn which bucket it is, the second that it is empty.
    bench.discord.faults.plan(MESSAGES, full, full);
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await post()).toMatchObject({ kind: 'later' });
      bench.pass(61_000);
    }
    const again = await post();
    expect(again.kind === 'later' && again.afterMs > 50_000).toBe(true);
    expect(bench.discord.callsOf(MESSAGES)).toHaveLength(2);
  });
});

describe('answers that Discord holds against a bot', () => {
  test.each([
    ['user', 3],
    ['shared', 6],
  ] as const)('are counted, and stop all calls before they are too many (%s)', async (scope, calls) => {
    const careful = await openDeliveryBench({ mostInvalidRequests: 3 });
    for (let turn = 0; turn < 6; turn += 1) {
      if (turn < calls) careful.discord.faults.plan(MESSAGES, { kind: 'rate-limited', retryAfterSec: 1, scope });
      await careful.delivery.post(discordPlace({ at: `${turn}` }), HELLO, `k${turn}`, null);
    }
    expect(careful.discord.requests).toHaveLength(calls);
    if (scope === 'user') {
      expect(await careful.delivery.post(discordPlace(), HELLO, 'k', null)).toEqual({ kind: 'later', afterMs: 600_000 });
      careful.pass(600_000);
      expect(await careful.delivery.post(discordPlace({ at: OTHER_CHANNEL }), HELLO, 'k', null)).toMatchObject({ kind: 'posted' });
    }
    await careful.discord.close();
  });
});

describe('an outcome that is not known', () => {
  const AFTER = [
    ['answer lost', { kind: 'cut', when: 'after' }],
    ['503 after the effect', { kind: 'status', status: 503, when: 'after' }],
    ['half an answer', { kind: 'half' }],
  ] as const;

  test.each(AFTER)('%s: it may be sent again at once, and there is one', async (_name, fault) => {
    bench.discord.faults.plan(MESSAGES, fault);
    expect(await post()).toMatchObject({ kind: 'unknown' });
    expect(await find()).toEqual({ kind: 'later', afterMs: 2000 });
    bench.pass(2000);
    expect(await find(discordPlace(), 'k1', bench.now() - 2000)).toEqual({ kind: 'absent' });
    expect(await post()).toEqual({ kind: 'posted', messageId: made()[0]?.id });
    expect(made()).toHaveLength(1);
  });

  test.each(AFTER)('%s, then a restart: the message is found, and there is one', async (_name, fault) => {
    bench.discord.faults.plan(MESSAGES, fault);
    const startedAt = bench.now();
    await post();
    const after = bench.restart();
    expect(await after.find(discordPlace(), 'k1', startedAt, null)).toEqual({ kind: 'later', afterMs: SETTLE });
    bench.pass(SETTLE);
    expect(await after.find(discordPlace(), 'k1', startedAt, null)).toEqual({ kind: 'found', messageId: made()[0]?.id });
  });

  test('again and again: it is looked for after the second time', async () => {
    bench.discord.faults.plan(MESSAGES, { kind: 'cut', when: 'after' }, { kind: 'cut', when: 'after' });
    await post();
    bench.pass(2000);
    const startedAt = bench.now();
    await post();
    expect(await find(discordPlace(), 'k1', startedAt)).toEqual({ kind: 'later', afterMs: SETTLE });
    bench.pass(SETTLE);
    expect(await find(discordPlace(), 'k1', startedAt)).toMatchObject({ kind: 'found' });
    expect(made()).toHaveLength(1);
  });

  test.each([
    ['dropped before', { kind: 'cut', when: 'before' }],
    ['500 before the effect', { kind: 'status', status: 500, when: 'before' }],
    ['a page of a proxy', { kind: 'page', status: 502, body: '<html>Bad gateway' }],
  ] as const)('%s: after a restart it is absent, and posted once', async (_name, fault) => {
    bench.discord.faults.plan(MESSAGES, fault);
    const startedAt = bench.now();
    expect(await post()).toMatchObject({ kind: 'unknown' });
    bench.pass(SETTLE);
    expect(await bench.restart().find(discordPlace(), 'k1', startedAt, null)).toEqual({ kind: 'absent' });
    expect(await post()).toMatchObject({ kind: 'posted' });
    expect(made()).toHaveLength(1);
  });

  test.each([{ kind: 'silent', when: 'after' }, { kind: 'stalled' }] as const)('no answer in time: %j', async (fault) => {
    const impatient = await openDeliveryBench({ timeoutMs: 60 });
    impatient.discord.faults.plan(MESSAGES, fault);
    const posted = await impatient.delivery.post(discordPlace(), HELLO, 'k1', null);
    expect(posted).toEqual({ kind: 'unknown', reason: 'Discord did not answer in time' });
    await impatient.discord.close();
  });

  test('and deleted since: it is not posted anew', async () => {
    bench.discord.faults.plan(MESSAGES, { kind: 'cut', when: 'after' });
    await post();
    for (const message of made()) message.isDeleted = true;
    bench.pass(2000);
    expect(await post()).toMatchObject({ kind: 'refused', refusal: 'other', reason: expect.stringContaining('deleted') });
  });
});
