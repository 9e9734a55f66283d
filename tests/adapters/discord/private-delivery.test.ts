import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DeliveryBench, openDeliveryBench } from '../../support/fake-discord/delivery-bench.ts';
import { discordPlace } from '../../support/fake-discord/places.ts';
import { BOT_TOKEN, CHANNEL, HIDDEN_CHANNEL, MEMBER } from '../../support/fake-discord/world.ts';

const HELLO = JSON.stringify({ components: [{ type: 10, content: 'Hello' }] });
const ORIGINAL = 'PATCH /webhooks/:id/:token/messages/:id';
const FOLLOW_UP = 'POST /webhooks/:id/:token';
const SETTLE = 40_000;

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await openDeliveryBench();
});
afterEach(() => bench.discord.close());

/** A place as a command brings it: what is private has the person for a conversation. */
function asker(token: string | null, over: Parameters<typeof discordPlace>[0] = {}) {
  return discordPlace({ audience: 'asker', thread: MEMBER, token, ...over });
}

const post = (place: ReturnType<typeof asker>, key = 'k1', under: string | null = null) => bench.delivery.post(place, HELLO, key, under);
const made = () =>
  bench.discord.world.messages
    .filter(({ author, isDeferred }) => author === bench.discord.world.bot && !isDeferred)
    .map(({ channel, ephemeralTo }) => [bench.discord.world.channels.get(channel)?.recipient ?? channel, ephemeralTo]);

describe('an answer to an interaction', () => {
  test('takes the place of what was deferred; its other parts follow, for the same eyes', async () => {
    const place = asker(bench.deferred(true).placeToken);
    const first = await post(place);
    expect(first).toMatchObject({ kind: 'posted' });
    expect(await post(place, 'k2', first.kind === 'posted' ? first.messageId : null)).toMatchObject({ kind: 'posted' });
    expect(made()).toEqual([
      [CHANNEL, MEMBER],
      [CHANNEL, MEMBER],
    ]);
    const bodies = [...bench.discord.callsOf(ORIGINAL), ...bench.discord.callsOf(FOLLOW_UP)].map(({ body }) => body);
    for (const body of bodies) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(bench.discord.requests.every(({ hasGoodToken }) => !hasGoodToken)).toBe(true);
  });

  test('waits a moment while Discord has not heard that there will be one, and no longer than Discord would', async () => {
    const { id, token } = bench.discord.interact(CHANNEL, MEMBER);
    const place = asker(JSON.stringify({ id, token, at: bench.now() }));
    expect(await post(place)).toEqual({ kind: 'later', afterMs: 250 });
    expect(made()).toEqual([]);
    bench.pass(5000);
    expect(await post(place)).toMatchObject({ kind: 'posted' });
    expect(made()).toEqual([[MEMBER, null]]);
  });

  test('for all is for all', async () => {
    const place = discordPlace({ token: bench.deferred(false).placeToken });
    await post(place);
    await post(place, 'k2', '1');
    expect(made()).toEqual([
      [CHANNEL, null],
      [CHANNEL, null],
    ]);
  });

  test.each([
    [
      { kind: 'rate-limited', retryAfterSec: 9 },
      { kind: 'later', afterMs: 9050 },
    ],
    [{ kind: 'status', status: 502, when: 'after' }, { kind: 'unknown' }],
    [{ kind: 'cut', when: 'after' }, { kind: 'unknown' }],
  ] as const)('after %j is not sent another way', async (fault, expected) => {
    bench.discord.faults.plan(ORIGINAL, fault);
    expect(await post(asker(bench.deferred(true).placeToken))).toMatchObject(expected);
    expect(bench.discord.requests).toHaveLength(1);
  });

  test('may be filled again after an unknown outcome, a little later each time', async () => {
    const place = asker(bench.deferred(true).placeToken);
    bench.discord.faults.plan(ORIGINAL, { kind: 'cut', when: 'after' }, { kind: 'cut', when: 'after' });
    expect(await post(place)).toMatchObject({ kind: 'unknown' });
    expect(await bench.delivery.find(place, 'k1', bench.now(), null)).toEqual({ kind: 'later', afterMs: 2000 });
    bench.pass(2000);
    await post(place);
    expect(await bench.delivery.find(place, 'k1', bench.now(), null)).toEqual({ kind: 'later', afterMs: 15_000 });
    bench.pass(15_000);
    expect(await bench.delivery.find(place, 'k1', bench.now() - 15_000, null)).toEqual({ kind: 'absent' });
    expect(await post(place)).toMatchObject({ kind: 'posted' });
    expect(made()).toEqual([[CHANNEL, MEMBER]]);
  });

  test('that follows another is found in the channel if all see it, and cannot be found if not', async () => {
    const [open, closed] = [discordPlace({ token: bench.deferred(false).placeToken }), asker(bench.deferred(true).placeToken)];
    bench.discord.faults.plan(FOLLOW_UP, { kind: 'cut', when: 'after' });
    const startedAt = bench.now();
    expect(await post(open, 'k2', '1')).toMatchObject({ kind: 'unknown' });
    bench.pass(SETTLE);
    expect(await bench.delivery.find(open, 'k2', startedAt, '1')).toMatchObject({ kind: 'found' });
    expect(await bench.delivery.find(closed, 'k2', startedAt, '1')).toEqual({ kind: 'cannot' });
  });

  test('is found after a quarter of an hour, where it was deferred', async () => {
    const place = discordPlace({ token: bench.deferred(false).placeToken });
    bench.pass(14 * 60_000);
    const startedAt = bench.now();
    bench.discord.faults.plan(ORIGINAL, { kind: 'cut', when: 'after' });
    expect(await post(place)).toMatchObject({ kind: 'unknown' });
    bench.pass(2 * 60_000);
    expect(await bench.delivery.find(place, 'k1', startedAt, null)).toMatchObject({ kind: 'found' });
  });

  test('does not cost the bot its own token when its token is refused', async () => {
    bench.discord.faults.plan(ORIGINAL, { kind: 'error', status: 401, code: 50027 });
    expect(await post(asker(bench.deferred(true).placeToken))).toMatchObject({ kind: 'posted' });
    expect(await post(discordPlace(), 'k2')).toMatchObject({ kind: 'posted' });
  });

  test('no reason tells a token or an address', async () => {
    bench.discord.faults.plan(ORIGINAL, { kind: 'cut', when: 'after' });
    const told = JSON.stringify(await post(asker(bench.deferred(true).placeToken)));
    expect(told).toContain('unknown');
    expect(told).not.toMatch(/secret|http/);
    expect(told).not.toContain(BOT_TOKEN);
  });
});

describe('after a quarter of an hour', () => {
  const late = (over: Parameters<typeof discordPlace>[0] = {}) => {
    const place = asker(bench.deferred(true).placeToken, over);
    bench.pass(15 * 60_000);
    return place;
  };

  test('what one person was to see goes to them directly', async () => {
    expect(await post(late())).toMatchObject({ kind: 'posted' });
    expect(made()).toEqual([[MEMBER, null]]);
    expect(bench.discord.callsOf(ORIGINAL)).toEqual([]);
  });

  test('or, if they take none, into the channel, with whom it is for and without notifying them', async () => {
    const user = bench.discord.world.users.get(MEMBER);
    if (user) user.takesDirectMessages = false;
    expect(await post(late())).toMatchObject({ kind: 'posted' });
    expect(made()).toEqual([[CHANNEL, null]]);
    const body = bench.discord.world.messages.at(-1)?.body;
    expect(body).toMatchObject({ allowed_mentions: { parse: [] }, components: [{ content: `-# For <@${MEMBER}>` }, { content: 'Hello' }] });
  });

  test('or nowhere, with a reason', async () => {
    const user = bench.discord.world.users.get(MEMBER);
    if (user) user.takesDirectMessages = false;
    expect(await post(late({ at: HIDDEN_CHANNEL }))).toMatchObject({ kind: 'refused', refusal: 'not-in-channel' });
    const calls = bench.discord.requests.length;
    await post(late({ at: HIDDEN_CHANNEL }), 'k2');
    expect(bench.discord.requests.length).toBe(calls + 2);
  });

  test('is found directly, or in the channel', async () => {
    const place = late();
    const startedAt = bench.now();
    await post(place);
    const user = bench.discord.world.users.get(MEMBER);
    if (user) user.takesDirectMessages = false;
    await post(place, 'k2');
    bench.pass(SETTLE);
    expect(await bench.restart().find(place, 'k1', startedAt, null)).toMatchObject({ kind: 'found' });
    expect(await bench.restart().find(place, 'k2', startedAt, null)).toMatchObject({ kind: 'found' });
    expect(await bench.restart().find(place, 'k3', startedAt, null)).toEqual({ kind: 'absent' });
  });

  test('what all were to see goes into the channel', async () => {
    const place = discordPlace({ token: bench.deferred(false).placeToken });
    bench.pass(15 * 60_000);
    expect(await post(place)).toMatchObject({ kind: 'posted' });
    expect(made()).toEqual([[CHANNEL, null]]);
  });

  test('a token that is none is no token', async () => {
    expect(await post(discordPlace({ token: '{' }))).toMatchObject({ kind: 'posted' });
    expect(await post(discordPlace({ token: '{"id":1}' }), 'k2')).toMatchObject({ kind: 'posted' });
  });
});

describe('a status', () => {
  const typing = () => bench.discord.world.typing.length;

  test('is shown as typing, at most once in eight seconds', async () => {
    for (const wait of [0, 1000, 6999, 1, 8000]) {
      bench.pass(wait);
      await bench.delivery.tell(discordPlace(), 'is reading 42 articles …');
    }
    expect(typing()).toBe(3);
  });

  test('is not shown to who sees that the bot is thinking, nor where it may not write', async () => {
    await bench.delivery.tell(discordPlace({ token: bench.deferred(false).placeToken }), 'x');
    await post(discordPlace({ at: HIDDEN_CHANNEL }));
    await bench.delivery.tell(discordPlace({ at: HIDDEN_CHANNEL }), 'x');
    expect(bench.discord.callsOf('POST /channels/:id/typing')).toEqual([]);
  });

  test('that cannot be shown is not missed', async () => {
    bench.discord.faults.plan('POST /channels/:id/typing', { kind: 'status', status: 500, when: 'before' });
    await expect(bench.delivery.tell(discordPlace(), 'x')).resolves.toBeUndefined();
  });
});
