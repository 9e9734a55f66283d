import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../../support/fake-slack/start-fake-slack.ts';
import { webClient } from '../../support/fake-slack/web-client.ts';
import { BOT_TOKEN } from '../../support/fake-slack/world.ts';

let now = Date.UTC(2026, 10, 23, 8);
let slack: FakeSlack;
const client = () => webClient(BOT_TOKEN, slack.apiUrl, 2000);
const textBlock = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

beforeEach(async () => {
  slack = await startFakeSlack({ now: () => now, historyPage: 2 });
});
afterEach(() => slack.close());

describe('the fake Slack', () => {
  test('keeps what is posted, and tells it page by page with its metadata', async () => {
    for (const text of ['one', 'two', 'three'])
      await client().chat.postMessage({ channel: 'C1', text, metadata: { event_type: 'kind', event_payload: { text } } });
    const first = await client().conversations.history({ channel: 'C1', include_all_metadata: true });
    expect(first.messages?.map(({ text, metadata }) => [text, metadata?.event_payload])).toEqual([
      ['three', { text: 'three' }],
      ['two', { text: 'two' }],
    ]);
    const second = await client().conversations.history({ channel: 'C1', cursor: first.response_metadata?.next_cursor ?? '' });
    expect(second.messages?.map(({ text, metadata }) => [text, metadata])).toEqual([['one', undefined]]);
    expect(slack.callsOf('chat.postMessage')[0]).toMatchObject({ team: 'T1', args: { channel: 'C1', text: 'one' } });
    expect(JSON.stringify(slack.requests)).not.toContain(BOT_TOKEN);
  });

  test('keeps threads apart, and gives the root with every page of them', async () => {
    const root = await client().chat.postMessage({ channel: 'C1', text: 'root' });
    const ts = root.ts ?? '';
    for (const text of ['a', 'b']) await client().chat.postMessage({ channel: 'C1', text, thread_ts: ts });
    expect((await client().conversations.history({ channel: 'C1' })).messages).toHaveLength(1);
    const first = await client().conversations.replies({ channel: 'C1', ts });
    expect(first.messages?.map(({ text }) => text)).toEqual(['root', 'a']);
    const second = await client().conversations.replies({ channel: 'C1', ts, cursor: first.response_metadata?.next_cursor ?? '' });
    expect(second.messages?.map(({ text }) => text)).toEqual(['root', 'b']);
  });

  test('tells the history of a conversation, not of a person, and takes no reply for the head of a thread', async () => {
    const root = await client().chat.postMessage({ channel: 'UMEMBER', text: 'root' });
    expect(root.channel).toBe('D1');
    await expect(client().conversations.history({ channel: 'UMEMBER' })).rejects.toMatchObject({ data: { error: 'channel_not_found' } });
    const reply = await client().chat.postMessage({ channel: 'D1', text: 'a', thread_ts: root.ts ?? '' });
    await expect(client().chat.postMessage({ channel: 'D1', text: 'b', thread_ts: reply.ts ?? '' })).rejects.toMatchObject({
      data: { error: 'cannot_reply_to_message' },
    });
  });

  test.each([
    ['not_in_channel', { channel: 'CELSEWHERE', text: 'x' }],
    ['channel_not_found', { channel: 'GELSEWHERE', text: 'x' }],
    ['channel_not_found', { channel: 'CNONE', text: 'x' }],
    ['msg_too_long', { channel: 'C1', text: 'x'.repeat(40_001) }],
    ['invalid_blocks', { channel: 'C1', text: 'x', blocks: [textBlock('x'.repeat(3001))] }],
    ['invalid_blocks', { channel: 'C1', text: 'x', blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) }],
    ['invalid_blocks', { channel: 'C1', text: 'x', blocks: [{ type: 'rich_text', elements: [] }] }],
    ['msg_blocks_too_long', { channel: 'C1', text: 'x', blocks: Array.from({ length: 5 }, () => textBlock('x'.repeat(2900))) }],
  ])('answers %s to %j', async (error, message) => {
    await expect(
      client().chat.postMessage(message as Parameters<ReturnType<typeof client>['chat']['postMessage']>[0]),
    ).rejects.toMatchObject({
      data: { error },
    });
    expect(slack.world.messages).toEqual([]);
  });

  test('knows tokens and scopes', async () => {
    const token = slack.world.tokens.get(BOT_TOKEN);
    token?.scopes.delete('channels:history');
    await expect(client().conversations.history({ channel: 'C1' })).rejects.toMatchObject({ data: { error: 'missing_scope' } });
    if (token) token.state = 'revoked';
    await expect(client().auth.test()).rejects.toMatchObject({ data: { error: 'token_revoked' } });
    await expect(webClient('other', slack.apiUrl, 2000).auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  });

  test('fails as planned, before the effect or after it', async () => {
    slack.faults.plan(
      'chat.postMessage',
      { kind: 'cut', when: 'before' },
      { kind: 'cut', when: 'after' },
      { kind: 'rate-limited', retryAfterSec: 7 },
    );
    const post = () => client().chat.postMessage({ channel: 'C1', text: 'x' });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(slack.world.messages).toHaveLength(0);
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(slack.world.messages).toHaveLength(1);
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
    await expect(post()).resolves.toMatchObject({ ok: true });
  });

  test('takes a response URL five times within half an hour', async () => {
    const send = (url: string) => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"x"}' });
    const url = slack.responseUrl('C1', 'UMEMBER');
    const statuses: number[] = [];
    for (let use = 0; use < 6; use += 1) statuses.push((await send(url)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    const other = slack.responseUrl('C1', 'UMEMBER');
    now += 31 * 60_000;
    expect((await send(other)).status).toBe(404);
    expect(slack.world.messages.every(({ ephemeralTo }) => ephemeralTo === 'UMEMBER')).toBe(true);
  });

  test('gives files to the token and a page to everybody else', async () => {
    slack.world.files.set('F1', { body: 'words', contentType: 'text/plain' });
    const read = async (headers: Record<string, string>) => (await fetch(slack.fileUrl('F1'), { headers })).text();
    expect(await read({ authorization: `Bearer ${BOT_TOKEN}` })).toBe('words');
    expect(await read({})).toContain('Log in');
  });
});
