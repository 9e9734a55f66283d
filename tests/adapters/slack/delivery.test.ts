import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { everyReply } from '../../support/every-reply.ts';
import { type DeliveryBench, openDeliveryBench, slackPlace } from '../../support/fake-slack/delivery-bench.ts';
import { liveInMessage } from '../../support/fake-slack/live.ts';
import { BOT_TOKEN } from '../../support/fake-slack/world.ts';

const HELLO = JSON.stringify({ text: 'Hello', blocks: [{ type: 'section', text: { type: 'plain_text', text: 'Hello' } }] });
const SETTLE = 30_000;

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await openDeliveryBench();
});
afterEach(() => bench.slack.close());

const post = (place = slackPlace(), key = 'k1', under: string | null = null) => bench.delivery.post(place, HELLO, key, under);
const find = (place = slackPlace(), key = 'k1', startedAt = bench.now(), under: string | null = null) =>
  bench.delivery.find(place, key, startedAt, under);

describe('a message for all', () => {
  test('is posted with its key, and with nothing to be looked up or unfolded', async () => {
    const posted = await post(slackPlace({ thread: '1.000001' }));
    const [message] = bench.slack.world.messages;
    expect(posted).toEqual({ kind: 'posted', messageId: message?.ts });
    expect(message?.metadata).toEqual({ event_type: 'attache_part', event_payload: { key: 'k1' } });
    expect(bench.slack.callsOf('chat.postMessage')[0]?.args).toMatchObject({
      channel: 'C1',
      thread_ts: '1.000001',
      parse: 'none',
      link_names: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
  });

  test('goes below the message that it is said to go under', async () => {
    await post(slackPlace(), 'k1', '2.000002');
    expect(bench.slack.world.messages[0]?.threadTs).toBe('2.000002');
  });

  test('in a thread goes below the head of the thread, and is looked for there', async () => {
    const root = await post();
    const place = slackPlace({ thread: root.kind === 'posted' ? root.messageId : '' });
    const first = await post(place, 'k2');
    const under = first.kind === 'posted' ? first.messageId : '';
    const startedAt = bench.now();
    bench.slack.faults.plan('chat.postMessage', { kind: 'cut', when: 'after' });
    expect(await post(place, 'k3', under)).toMatchObject({ kind: 'unknown' });
    bench.pass(SETTLE);
    expect(await find(place, 'k3', startedAt, under)).toMatchObject({ kind: 'found' });
    expect(bench.slack.world.messages.map(({ threadTs }) => threadTs)).toEqual([null, place.thread, place.thread]);
  });

  test('pings nobody and links nowhere else, whatever the reply', async () => {
    const words = { text: () => '<!channel> <@U0ABCDEFG> https://evil.test', url: () => 'https://news.example/1', count: 2 };
    for (const reply of everyReply(words))
      for (const audience of ['everyone', 'asker', 'home'] as const) {
        const place = slackPlace({ audience, token: audience === 'asker' ? bench.slack.responseUrl('C1', 'UMEMBER') : null });
        for (const [index, payload] of bench.delivery.render(reply, place).entries())
          expect(await bench.delivery.post(place, payload, `k${index}`, null)).toMatchObject({ kind: 'posted' });
        await bench.delivery.tell(slackPlace({ thread: '1.1' }), words.text());
        bench.pass(1000);
      }
    const live = bench.slack.requests.map(({ args }) => liveInMessage(args));
    expect(live.flatMap(({ pings }) => pings)).toEqual([]);
    expect([...new Set(live.flatMap(({ links }) => links))]).toEqual(['https://news.example/1']);
  });
});

describe('a message to a person', () => {
  const place = slackPlace({ at: 'UMEMBER' });

  test('whose answer was lost is found, and there is one', async () => {
    bench.slack.faults.plan('chat.postMessage', { kind: 'cut', when: 'after' });
    const startedAt = bench.now();
    expect(await post(place)).toMatchObject({ kind: 'unknown' });
    bench.pass(SETTLE);
    expect(await find(place, 'k1', startedAt)).toMatchObject({ kind: 'found' });
    expect(bench.slack.world.messages.map(({ channel }) => channel)).toEqual(['D1']);
  });

  test('opens the conversation once', async () => {
    await post(place);
    await post(place, 'k2');
    expect(bench.slack.callsOf('conversations.open')).toHaveLength(1);
  });

  test.each([
    [
      { kind: 'error', error: 'user_disabled' },
      { kind: 'refused', refusal: 'no-such-channel' },
    ],
    [
      { kind: 'rate-limited', retryAfterSec: 9 },
      { kind: 'later', afterMs: 9000 },
    ],
    [
      { kind: 'cut', when: 'after' },
      { kind: 'later', afterMs: 30_000 },
    ],
  ] as const)('is not there after %j while it is opened', async (fault, expected) => {
    bench.slack.faults.plan('conversations.open', fault, fault);
    expect(await post(place)).toMatchObject(expected);
    expect(await find(place, 'k1', 0)).toEqual(expected.kind === 'refused' ? { kind: 'cannot' } : expected);
    expect(bench.slack.world.messages).toEqual([]);
  });
});

describe('when nothing was posted', () => {
  test.each([
    ['CELSEWHERE', 'not-in-channel', '/invite @Attaché'],
    ['GELSEWHERE', 'no-such-channel', '/invite @Attaché'],
    ['CNONE', 'no-such-channel', '/invite @Attaché'],
  ])('in %s: %s', async (at, refusal, reason) => {
    expect(await post(slackPlace({ at }))).toEqual({ kind: 'refused', refusal, reason: expect.stringContaining(reason) });
  });

  test('because the channel is archived', async () => {
    const channel = bench.slack.world.channels.get('C1');
    if (channel) channel.isArchived = true;
    expect(await post()).toMatchObject({ kind: 'refused', refusal: 'archived' });
  });

  test.each(['revoked', 'inactive'] as const)('because the token is %s', async (state) => {
    const token = bench.slack.world.tokens.get(BOT_TOKEN);
    if (token) token.state = state;
    expect(await post()).toMatchObject({ kind: 'refused', refusal: 'revoked' });
  });

  test('because the bot is not installed there', async () => {
    const elsewhere = { ...slackPlace(), channel: { tenant: 'x', adapter: 'slack', id: 'T9/C1' } };
    expect(await post(elsewhere)).toMatchObject({ kind: 'refused', refusal: 'revoked' });
  });

  test('because a scope is missing', async () => {
    bench.slack.world.tokens.get(BOT_TOKEN)?.scopes.delete('chat:write');
    expect(await post()).toMatchObject({ kind: 'refused', refusal: 'not-allowed' });
  });

  test('because it is too long', async () => {
    const blocks = Array.from({ length: 6 }, () => ({ type: 'section', text: { type: 'plain_text', text: 'x'.repeat(2500) } }));
    const posted = await bench.delivery.post(slackPlace(), JSON.stringify({ text: 'x', blocks }), 'k', null);
    expect(posted).toMatchObject({ kind: 'refused', refusal: 'too-long' });
  });

  test('because nobody listens at the address', async () => {
    await bench.slack.close();
    expect(await post()).toMatchObject({ kind: 'later' });
  });

  test.each([
    ['restricted_action_read_only_channel', { kind: 'refused', refusal: 'not-allowed' }],
    ['something_new', { kind: 'refused', refusal: 'other', reason: 'Slack refuses this message (something_new)' }],
    ['ratelimited', { kind: 'later' }],
    ['internal_error', { kind: 'unknown' }],
  ])('with the code %s', async (error, expected) => {
    bench.slack.faults.plan('chat.postMessage', { kind: 'error', error });
    expect(await post()).toMatchObject(expected);
  });
});

describe('a 429', () => {
  test('holds up its channel for as long as it says, and no other', async () => {
    bench.slack.faults.limit('chat.postMessage', 'C1', 7000);
    expect(await post()).toEqual({ kind: 'later', afterMs: 7000 });
    bench.pass(4000);
    expect(await post()).toEqual({ kind: 'later', afterMs: 3000 });
    expect(await post(slackPlace({ at: 'C2' }))).toMatchObject({ kind: 'posted' });
    expect(bench.slack.callsOf('chat.postMessage')).toHaveLength(2);
    bench.pass(3000);
    expect(await post()).toMatchObject({ kind: 'posted' });
  });

  test('without a time is waited out all the same', async () => {
    bench.slack.faults.plan('chat.postMessage', { kind: 'rate-limited-vaguely' });
    expect(await post()).toEqual({ kind: 'later', afterMs: 30_000 });
  });
});

describe('an outcome that is not known', () => {
  test.each([
    ['answer lost', { kind: 'cut', when: 'after' }],
    ['503 after the effect', { kind: 'status', status: 503, when: 'after' }],
    ['half an answer', { kind: 'half' }],
  ] as const)('%s: the message is found, and there is one', async (_name, fault) => {
    bench.slack.faults.plan('chat.postMessage', fault);
    const startedAt = bench.now();
    expect(await post()).toMatchObject({ kind: 'unknown' });
    expect(await find(slackPlace(), 'k1', startedAt)).toEqual({ kind: 'later', afterMs: SETTLE });
    bench.pass(SETTLE);
    expect(await find(slackPlace(), 'k1', startedAt)).toEqual({ kind: 'found', messageId: bench.slack.world.messages[0]?.ts });
    expect(bench.slack.world.messages).toHaveLength(1);
  });

  test.each([
    ['dropped before', { kind: 'cut', when: 'before' }],
    ['500 before the effect', { kind: 'status', status: 500, when: 'before' }],
    ['a page of a proxy', { kind: 'page', body: '<html>Bad gateway' }],
  ] as const)('%s: it is absent, and posted once', async (_name, fault) => {
    bench.slack.faults.plan('chat.postMessage', fault);
    const startedAt = bench.now();
    expect(await post()).toMatchObject({ kind: 'unknown' });
    bench.pass(SETTLE);
    expect(await find(slackPlace(), 'k1', startedAt)).toEqual({ kind: 'absent' });
    expect(await post()).toMatchObject({ kind: 'posted' });
    expect(bench.slack.world.messages).toHaveLength(1);
  });

  test('no answer in time', async () => {
    const impatient = await openDeliveryBench({}, 40);
    impatient.slack.faults.plan('chat.postMessage', { kind: 'silent', when: 'after' });
    const posted = await impatient.delivery.post(slackPlace(), HELLO, 'k1', null);
    expect(posted).toEqual({ kind: 'unknown', reason: 'Slack did not answer in time' });
    await impatient.slack.close();
  });

  test('no reason tells a token or an address', async () => {
    const url = bench.slack.responseUrl('C1', 'UMEMBER');
    bench.slack.faults.plan('response', { kind: 'cut', when: 'after' });
    const told = JSON.stringify(await post(slackPlace({ audience: 'asker', token: url })));
    expect(told).toContain('unknown');
    expect(told).not.toMatch(/secret|http|xoxb/);
  });
});
