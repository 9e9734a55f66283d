import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ACTIONS, SHORTCUTS, VIEWS } from '../../../adapters/slack/controls.ts';
import { createSlackDelivery } from '../../../adapters/slack/delivery.ts';
import type { Chat } from '../../../src/ports/chat.ts';
import * as payloads from '../../support/fake-slack/payloads.ts';
import { type Bench, createBench, TRANSPORTS } from '../../support/fake-slack/slack-bench.ts';

describe.each(TRANSPORTS)('what comes in over %s', (kind) => {
  let bench: Bench;

  beforeEach(async () => {
    bench = await createBench(kind);
    await bench.start();
  });

  afterEach(() => bench.close());

  test('a mention is kept once though it comes as two events and again', async () => {
    const event = payloads.message('<@UBOT> brief china-uk');
    const answers = [
      await bench.deliver(event),
      await bench.deliver(payloads.appMention('<@UBOT> brief china-uk')),
      await bench.deliver(event, 1),
    ];

    expect(answers.map(({ isAcked }) => isAcked)).toEqual([true, true, true]);
    expect([...bench.inbox.keys()]).toEqual(['slack:T1:C1:1732500000.000100']);
    expect(bench.received).toHaveLength(3);
    expect(new Set(bench.received.map((inbound) => JSON.stringify(inbound))).size).toBe(1);
  });

  test('what cannot be kept is not acknowledged, and is kept when it comes again', async () => {
    bench.fail(1);
    const event = payloads.directMessage('brief china-uk');

    expect((await bench.deliver(event)).isAcked).toBe(false);
    expect(bench.received).toEqual([]);
    expect((await bench.deliver(event, 1)).isAcked).toBe(true);
    expect(bench.inbox.size).toBe(1);
  });

  test('a slash command that cannot be kept is not acknowledged either', async () => {
    bench.fail(1);

    expect((await bench.deliver(payloads.slashCommand('/brief', 'china-uk'))).isAcked).toBe(false);
  });

  test('a slash command is acknowledged with a notice, once it is kept', async () => {
    const { isAcked, answer } = await bench.deliver(payloads.slashCommand('/brief', 'china-uk'));

    expect(isAcked).toBe(true);
    expect(answer).toEqual({ text: 'Briefing china-uk …' });
    expect(bench.received.map(({ act }) => act)).toEqual([{ kind: 'text', text: 'brief china-uk', isAddressed: true }]);
  });

  test('what nobody said to the bot is acknowledged and not kept', async () => {
    expect((await bench.deliver(payloads.message('good morning'))).isAcked).toBe(true);
    expect((await bench.deliver(payloads.directMessage('brief', { bot_id: 'BBOT', user: 'UBOT' }))).isAcked).toBe(true);
    expect((await bench.deliver(payloads.eventBody({ type: 'reaction_added', user: 'UMEMBER' }))).isAcked).toBe(true);
    expect(bench.received).toEqual([]);
  });

  test('a button opens its modal, and what is sent off is kept', async () => {
    const button = payloads.blockAction({ action_id: ACTIONS.ask, value: 'brief-1' });
    expect((await bench.deliver(button)).isAcked).toBe(true);
    await expect.poll(() => bench.fake.world.opened.length).toBe(1);
    expect(bench.received).toEqual([]);

    const [opened] = bench.fake.world.opened;
    expect(opened?.view['callback_id']).toBe(VIEWS.ask);
    const sent = await bench.deliver(
      payloads.viewSubmission({
        callback_id: VIEWS.ask,
        private_metadata: opened?.view['private_metadata'],
        state: { values: { question: { question: { type: 'plain_text_input', value: 'Who said so?' } } } },
      }),
    );

    expect(sent).toEqual({ isAcked: true, answer: {} });
    expect(bench.received.map(({ act, place }) => ({ act, thread: place.thread }))).toEqual([
      {
        act: { kind: 'command', command: { name: 'ask', args: { question: 'Who said so?', about: 'brief-1' } } },
        thread: '1732500000.000900',
      },
    ]);
  });

  test('a modal that Slack does not open is no fault of what was kept', async () => {
    bench.fake.faults.plan('views.open', { kind: 'error', error: 'expired_trigger_id' });

    expect((await bench.deliver(payloads.blockAction({ action_id: ACTIONS.wrong, value: 'brief-1' }))).isAcked).toBe(true);
    await bench.logger.said('expired_trigger_id');
  });

  test('the home page is asked for; the conversation gets its first suggestions', async () => {
    expect((await bench.deliver(payloads.homeOpened('home'))).isAcked).toBe(true);
    expect((await bench.deliver(payloads.homeOpened('messages'))).isAcked).toBe(true);
    await expect.poll(() => bench.fake.world.prompts.length).toBe(1);

    expect(bench.received.map(({ place }) => place.audience)).toEqual(['home']);
    expect(bench.fake.world.prompts[0]).toMatchObject({ channel_id: 'D1' });
  });

  test('a shortcut on a message and a link button are acknowledged', async () => {
    expect((await bench.deliver(payloads.messageShortcut(SHORTCUTS.add))).isAcked).toBe(true);
    expect((await bench.deliver(payloads.blockAction({ action_id: 'somebody-elses', url: 'https://example.org' }))).isAcked).toBe(true);

    expect(bench.received).toHaveLength(1);
  });

  test('the bot is taken out of its workspace: it says so once', async () => {
    await bench.deliver(payloads.eventBody({ type: 'app_uninstalled' }));
    await bench.deliver(payloads.eventBody({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOT'] } }));

    expect(bench.fatal).toEqual(['Slack took the bot out of its workspace: install the app again.']);
  });

  test('a token that is revoked while running: one line', async () => {
    for (const token of bench.fake.world.tokens.values()) token.state = 'revoked';
    const channel = { tenant: 'tenant-T1', adapter: 'slack', id: 'T1/C1' };

    expect(await bench.slack.access.roleOf(channel, 'UOWNER')).toBe('guest');
    expect(await bench.slack.access.roleOf(channel, 'UADMIN')).toBe('guest');
    expect(bench.fatal).toEqual(['Slack does not accept SLACK_BOT_TOKEN any more (token_revoked): install the app again.']);
  });

  test('nothing is taken in after it was stopped', async () => {
    const stopped = bench.slack.lifecycle.stop();
    await stopped;
    await bench.slack.lifecycle.stop();

    expect(bench.received).toEqual([]);
  });
});

describe.each(TRANSPORTS)('starting over %s', (kind) => {
  test('a bad token is told in one line that says what to do', async () => {
    const bench = await createBench(kind, { identity: { kind: 'token', botToken: 'xoxb-wrong' } });

    await expect(bench.start()).rejects.toThrow(/^Slack does not accept SLACK_BOT_TOKEN: invalid_auth, check .*\.$/);
    expect(bench.logger.shown()).toEqual([]);
    expect(bench.fatal).toEqual([]);
    await bench.close();
  });

  test('Slack cannot be reached at first: it is tried again, later each time', async () => {
    const bench = await createBench(kind);
    bench.fake.faults.plan(
      'auth.test',
      { kind: 'cut', when: 'before' },
      { kind: 'status', status: 503, when: 'before' },
      { kind: 'rate-limited', retryAfterSec: 7 },
    );
    await bench.start();

    expect(bench.pauses).toEqual([1000, 2000, 7000]);
    await bench.close();
  });

  test('scopes that are missing and scopes too many are named', async () => {
    const bench = await createBench(kind);
    const [token] = [...bench.fake.world.tokens.values()];
    token?.scopes.delete('files:read');
    await bench.start();

    expect(bench.logger.shown()).toEqual([
      "Slack did not grant files:read: set the app's manifest to manifest.yaml and install it again",
      'Slack granted more than is needed: im:read, mpim:history, mpim:read can be taken away',
    ]);
    await bench.close();
  });
});

test('a token that is revoked is noticed by what posts, which listens to nothing', async () => {
  const bench = await createBench('http');
  const delivery = createSlackDelivery({ clientOf: bench.slack.clientOf, now: () => Date.now() });
  for (const token of bench.fake.world.tokens.values()) token.state = 'revoked';
  const channel = { tenant: 'tenant-T1', adapter: 'slack', id: 'T1/C1' };
  const place = { channel, thread: null, audience: 'everyone', person: 'UMEMBER', token: null } as const;

  expect(await delivery.post(place, JSON.stringify({ text: 'a', blocks: [] }), 'k1', null)).toMatchObject({ refusal: 'revoked' });
  expect(bench.fatal).toEqual(['Slack does not accept SLACK_BOT_TOKEN any more (token_revoked): install the app again.']);
  await bench.close();
});

test('with the delivery beside it, it is a whole chat', async () => {
  const bench = await createBench('http');
  const { slack } = bench;
  const chat: Chat = { ...slack, delivery: createSlackDelivery({ clientOf: slack.clientOf, now: () => Date.now() }) };

  expect(chat.name).toBe('slack');
  await bench.close();
});
