import { type REST, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRest } from '../../../adapters/discord/create-rest.ts';
import { type FakeDiscord, startFakeDiscord } from '../../support/fake-discord/rest.ts';
import { APPLICATION, BOT_TOKEN, CHANNEL, GUILD, HIDDEN_CHANNEL, MEMBER, SILENT_CHANNEL } from '../../support/fake-discord/world.ts';

let now = Date.UTC(2026, 10, 23, 8);
let discord: FakeDiscord;
let rest: REST;
const QUIET = { allowed_mentions: { parse: [] } };
const MESSAGES = 'POST /channels/:id/messages';

beforeEach(async () => {
  discord = await startFakeDiscord({ now: () => now, gatewayUrl: 'ws://127.0.0.1:9' });
  rest = createRest({ token: BOT_TOKEN, apiUrl: discord.api }, 0);
});
afterEach(() => discord.close());

const post = (body: object, channel = CHANNEL) => rest.post(Routes.channelMessages(channel), { body: { ...QUIET, ...body } });

describe('the fake Discord', () => {
  test('says who the bot is and where the gateway is', async () => {
    expect(await rest.get(Routes.gatewayBot())).toMatchObject({ url: 'ws://127.0.0.1:9', shards: 1 });
    expect(await rest.get(Routes.user())).toMatchObject({ id: APPLICATION, bot: true });
  });

  test('keeps what is posted and tells it newest first, round a message, and without its nonce', async () => {
    const ids: string[] = [];
    for (const content of ['one', 'two', 'three']) ids.push(((await post({ content, nonce: content })) as { id: string }).id);
    const read = async (query: Record<string, string>) => {
      const page = await rest.get(Routes.channelMessages(CHANNEL), { query: new URLSearchParams(query) });
      return (page as { content: string; nonce?: string }[]).map(({ content, nonce }) => content + (nonce ?? ''));
    };
    expect(await read({ limit: '2' })).toEqual(['three', 'two']);
    expect(await read({ after: ids[0] ?? '' })).toEqual(['three', 'two']);
    expect(await read({ before: ids[1] ?? '' })).toEqual(['one']);
    expect(await read({ around: ids[1] ?? '', limit: '3' })).toEqual(['three', 'two', 'one']);
    expect(JSON.stringify(discord.requests)).not.toContain(BOT_TOKEN);
  });

  test('makes one message of two with one nonce, for some minutes, and none of a deleted one', async () => {
    const body = { content: 'x', nonce: 'n1', enforce_nonce: true };
    const first = (await post(body)) as { id: string };
    expect(await post(body)).toMatchObject({ id: first.id });
    await rest.delete(Routes.channelMessage(CHANNEL, first.id));
    await expect(post(body)).rejects.toMatchObject({ code: 10008 });
    now += 10 * 60_000;
    expect(await post(body)).not.toMatchObject({ id: first.id });
  });

  test.each([
    ['too long', { content: 'x'.repeat(2001) }],
    ['without allowed_mentions', { content: 'x', allowed_mentions: undefined }],
    ['a long id', { components: [{ type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: 'x'.repeat(101) }] }] }],
    [
      'six buttons',
      { components: [{ type: 1, components: Array.from({ length: 6 }, (_, n) => ({ type: 2, label: 'x', custom_id: `${n}` })) }] },
    ],
    ['too much text', { flags: 1 << 15, components: [1, 2].map(() => ({ type: 10, content: 'x'.repeat(2001) })) }],
    ['content beside components', { flags: 1 << 15, content: 'x', components: [{ type: 10, content: 'x' }] }],
    ['nothing', {}],
  ])('refuses what Discord refuses: %s', async (_name, body) => {
    await expect(post(body)).rejects.toMatchObject({ code: 50035, status: 400 });
    expect(discord.world.messages).toEqual([]);
  });

  test.each([
    [10003, 404, '1'],
    [50001, 403, HIDDEN_CHANNEL],
    [50013, 403, SILENT_CHANNEL],
  ])('answers %i where the bot may not', async (code, status, channel) => {
    await expect(post({ content: 'x' }, channel)).rejects.toMatchObject({ code, status });
  });

  test('answers an interaction once, and its token for a quarter of an hour', async () => {
    const { id, token } = discord.interact(CHANNEL, MEMBER);
    const callback = () => rest.post(Routes.interactionCallback(id, token), { body: { type: 5, data: { flags: 64 } }, auth: false });
    await callback();
    await expect(callback()).rejects.toMatchObject({ code: 40060 });
    const edit = () => rest.patch(Routes.webhookMessage(APPLICATION, token), { body: { content: 'x', ...QUIET }, auth: false });
    expect(await edit()).toMatchObject({ content: 'x', flags: 64 });
    await rest.post(Routes.webhook(APPLICATION, token), { body: { content: 'more', flags: 64, ...QUIET }, auth: false });
    expect(discord.world.messages.map(({ ephemeralTo }) => ephemeralTo)).toEqual([MEMBER, MEMBER]);
    expect(await rest.get(Routes.channelMessages(CHANNEL))).toEqual([]);
    now += 15 * 60_000;
    await expect(edit()).rejects.toMatchObject({ code: 50027 });
  });

  test('takes files', async () => {
    const body = { ...QUIET, content: 'x', attachments: [{ id: 0, filename: 'a.md' }] };
    await rest.post(Routes.channelMessages(CHANNEL), { body, files: [{ name: 'a.md', data: Buffer.from('words') }] });
    expect(discord.world.messages[0]?.files).toEqual([{ name: 'a.md', text: 'words' }]);
  });

  test('starts threads, opens direct messages and keeps commands', async () => {
    const message = discord.say(CHANNEL, MEMBER, 'hello');
    expect(await rest.post(Routes.threads(CHANNEL, message.id), { body: { name: 'talk' } })).toMatchObject({ id: message.id, type: 11 });
    const direct = (await rest.post(Routes.userChannels(), { body: { recipient_id: MEMBER } })) as { id: string };
    expect(await post({ content: 'hi' }, direct.id)).toMatchObject({ channel_id: direct.id });
    await rest.put(Routes.applicationGuildCommands(APPLICATION, GUILD), { body: [{ name: 'brief', description: 'A brief' }] });
    expect(await rest.get(Routes.applicationGuildCommands(APPLICATION, GUILD))).toMatchObject([{ name: 'brief' }]);
    await rest.post(Routes.channelTyping(CHANNEL));
    expect(discord.world.typing).toHaveLength(1);
  });

  test('fails as planned, before the effect or after it', async () => {
    discord.faults.plan(MESSAGES, { kind: 'cut', when: 'before' }, { kind: 'status', status: 500, when: 'after' });
    await expect(post({ content: 'x' })).rejects.toThrow(/fetch failed|terminated/i);
    expect(discord.world.messages).toHaveLength(0);
    await expect(post({ content: 'x' })).rejects.toMatchObject({ status: 500 });
    expect(discord.world.messages).toHaveLength(1);
    discord.faults.plan(MESSAGES, { kind: 'rate-limited', retryAfterSec: 7 });
    await expect(post({ content: 'x' })).rejects.toMatchObject({ retryAfter: 7050 });
    expect(await post({ content: 'x' })).toMatchObject({ content: 'x' });
  });
});
