import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSlackDelivery } from '../../../adapters/slack/delivery.ts';
import type { ChatDelivery } from '../../../src/ports/chat-delivery.ts';
import { type DeliveryBench, openDeliveryBench, slackPlace } from '../../support/fake-slack/delivery-bench.ts';
import { webClient } from '../../support/fake-slack/web-client.ts';
import { BOT_TOKEN } from '../../support/fake-slack/world.ts';

const HELLO = JSON.stringify({ text: 'Hello', blocks: [] });
const HOME = JSON.stringify({ type: 'home', blocks: [{ type: 'divider' }] });

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await openDeliveryBench();
});
afterEach(() => bench.slack.close());

const asker = (over: Parameters<typeof slackPlace>[0] = {}) => slackPlace({ audience: 'asker', ...over });
const post = (place = asker()) => bench.delivery.post(place, HELLO, 'k1', null);
const posted = () => bench.slack.world.messages.map(({ channel, ephemeralTo, threadTs }) => [channel, ephemeralTo, threadTs]);

describe('a message for one person', () => {
  test('goes by the response URL, in the thread', async () => {
    expect(await post(asker({ token: bench.slack.responseUrl('CELSEWHERE', 'UMEMBER'), at: 'CELSEWHERE', thread: '1.1' }))).toEqual({
      kind: 'posted',
      messageId: 'response:k1',
    });
    expect(posted()).toEqual([['CELSEWHERE', 'UMEMBER', '1.1']]);
    expect(bench.slack.callsOf('response')[0]?.args).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  });

  test('goes into the channel when the URL is used up', async () => {
    const place = asker({ token: bench.slack.responseUrl('C1', 'UMEMBER') });
    for (let turn = 0; turn < 6; turn += 1) expect(await post(place)).toMatchObject({ kind: 'posted' });
    expect(posted()).toEqual(Array.from({ length: 6 }, () => ['C1', 'UMEMBER', null]));
    expect(bench.slack.callsOf('chat.postEphemeral')).toHaveLength(1);
  });

  test('goes into a direct message when the bot is not in the channel', async () => {
    const place = asker({ at: 'CELSEWHERE', token: bench.slack.responseUrl('CELSEWHERE', 'UMEMBER') });
    bench.pass(31 * 60_000);
    expect(await post(place)).toMatchObject({ kind: 'posted' });
    expect(posted()).toEqual([['D1', null, null]]);
  });

  test('without a URL goes into the channel', async () => {
    expect(await post()).toMatchObject({ kind: 'posted' });
    expect(posted()).toEqual([['C1', 'UMEMBER', null]]);
  });

  test.each([
    [
      { kind: 'rate-limited', retryAfterSec: 9 },
      { kind: 'later', afterMs: 9000 },
    ],
    [{ kind: 'status', status: 502, when: 'after' }, { kind: 'unknown' }],
    [{ kind: 'cut', when: 'after' }, { kind: 'unknown' }],
  ] as const)('after %j by the URL is not sent another way', async (fault, expected) => {
    bench.slack.faults.plan('response', fault);
    expect(await post(asker({ token: bench.slack.responseUrl('C1', 'UMEMBER') }))).toMatchObject(expected);
    expect(bench.slack.callsOf('chat.postEphemeral')).toEqual([]);
  });

  test('that is too long is refused', async () => {
    const payload = JSON.stringify({ text: 'x'.repeat(50_000), blocks: [] });
    const place = asker({ token: bench.slack.responseUrl('C1', 'UMEMBER') });
    expect(await bench.delivery.post(place, payload, 'k', null)).toMatchObject({ kind: 'refused', refusal: 'too-long' });
  });
});

describe('a home page', () => {
  test('is published, and may be published again', async () => {
    bench.slack.faults.plan('views.publish', { kind: 'cut', when: 'after' });
    const place = slackPlace({ audience: 'home' });
    expect(await bench.delivery.post(place, HOME, 'k', null)).toMatchObject({ kind: 'unknown' });
    expect(await bench.delivery.post(place, HOME, 'k', null)).toMatchObject({ kind: 'posted' });
    expect(bench.slack.world.homes.get('UMEMBER')).toEqual(JSON.parse(HOME));
  });
});

describe('a status', () => {
  const statuses = () => bench.slack.world.statuses.map(({ status }) => status);
  const tell = (status: string, thread: string | null = '1.1') => bench.delivery.tell(slackPlace({ thread }), status);

  test('is shown in a thread, and nowhere else', async () => {
    await tell('reads 42 articles & more');
    await tell('reads', null);
    expect(bench.slack.world.statuses).toEqual([{ channel: 'C1', threadTs: '1.1', status: 'reads 42 articles &amp; more' }]);
  });

  test('is shown once a second, the newest only', async () => {
    await tell('one');
    await Promise.all([tell('two'), tell('three'), tell('four')]);
    expect(statuses()).toEqual(['one', 'four']);
    expect(bench.waits).toEqual([1000]);
  });

  test('of what one person sees is shown to nobody', async () => {
    await bench.delivery.tell(asker({ thread: '1.1' }), 'one');
    expect(bench.slack.world.statuses).toEqual([]);
  });

  describe('when the answer is posted', () => {
    const { promise: slept, resolve: wake } = Promise.withResolvers<void>();
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
    const place = slackPlace({ thread: '1.1' });
    /** A delivery whose waits end when they are told to, and whose call for the `held`th client ends then too. */
    function slow(held: number): ChatDelivery {
      let calls = 0;
      const client = webClient(BOT_TOKEN, bench.slack.apiUrl, 5000);
      const clientOf = async () => {
        calls += 1;
        if (calls === held) await reached;
        return client;
      };
      return createSlackDelivery({ clientOf, now: bench.now, wait: () => slept });
    }

    test('one that waits is dropped', async () => {
      const delivery = slow(0);
      await delivery.tell(place, 'one');
      const waiting = delivery.tell(place, 'two');
      await delivery.post(place, HELLO, 'k1', null);
      wake();
      await waiting;
      expect(statuses()).toEqual(['one']);
      bench.pass(1000);
      await delivery.tell(place, 'next');
      expect(statuses()).toEqual(['one', 'next']);
    });

    test('one that is on its way is taken away', async () => {
      const delivery = slow(1);
      const late = delivery.tell(place, 'one');
      await delivery.post(place, HELLO, 'k1', null);
      reach();
      await late;
      while (statuses().length < 2) await bench.slack.nextRequest();
      expect(statuses()).toEqual(['one', '']);
    });
  });

  test('that cannot be shown is not missed', async () => {
    bench.slack.faults.plan('assistant.threads.setStatus', { kind: 'status', status: 500, when: 'before' });
    await expect(tell('one')).resolves.toBeUndefined();
  });
});
