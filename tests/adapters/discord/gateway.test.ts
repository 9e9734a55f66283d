import { afterEach, describe, expect, test } from 'vitest';
import { createDiscordDelivery } from '../../../adapters/discord/delivery.ts';
import { type Bench, createBench } from '../../support/fake-discord/discord-bench.ts';
import { MENTION, message } from '../../support/fake-discord/payloads.ts';
import { APPLICATION, BOT_TOKEN, CHANNEL, fakeChannel, GUILD, MEMBER } from '../../support/fake-discord/world.ts';

// A rejection that nobody handles fails the run.

let benches: Bench[] = [];

async function bench(settings: Parameters<typeof createBench>[0] = {}): Promise<Bench> {
  const made = await createBench(settings);
  benches.push(made);
  return made;
}

async function started(settings: Parameters<typeof createBench>[0] = {}): Promise<Bench> {
  const made = await bench(settings);
  await made.start();
  return made;
}

afterEach(async () => {
  await Promise.all(benches.map((one) => one.close()));
  benches = [];
});

function ask(to: Bench, text: string): void {
  to.gateway.dispatch('MESSAGE_CREATE', message(`${MENTION} ${text}`));
}

describe('the connection', () => {
  test('asks for no privileged intent', async () => {
    const one = await started();
    expect(one.gateway.identifies).toMatchObject([{ token: BOT_TOKEN, intents: 1 + (1 << 9) + (1 << 12), shard: [0, 1] }]);
    expect(one.logger.shown()).toEqual(['the commands were registered with Discord']);
  });

  test('takes a mention that is delivered twice in twice, under one key', async () => {
    const one = await started();
    const said = message(`${MENTION} what did Reeves say?`);
    one.gateway.dispatch('MESSAGE_CREATE', said);
    one.gateway.dispatch('MESSAGE_CREATE', said);
    await one.took(2);
    expect([...one.inbox.values()]).toMatchObject([{ act: { text: 'what did Reeves say?', isAddressed: true } }]);
  });

  test('takes a direct message in, also without a type of channel', async () => {
    const one = await started();
    const { guild_id: _guild, ...direct } = message('stats', { channel_id: '700000000000000099' });
    one.gateway.dispatch('MESSAGE_CREATE', direct);
    await one.took(1);
    expect(one.received).toMatchObject([{ place: { thread: null, channel: { id: '@me/700000000000000099', tenant: 'tenant-direct' } } }]);
  });

  test('hears in which thread it is spoken to, also in one that is opened again', async () => {
    const one = await started();
    const thread = '700000000000000077';
    one.gateway.dispatch('THREAD_UPDATE', { id: thread, type: 11, guild_id: GUILD, parent_id: CHANNEL, name: 'again' });
    one.gateway.dispatch('MESSAGE_CREATE', message(`${MENTION} one`, { channel_id: thread }));
    await one.took(1);
    expect(one.received[0]?.place.thread).toBe(thread);
  });

  test('takes what is said in a thread for what is said on the message that it was made from, with a mention or without', async () => {
    const one = await started({ threadsWithoutMention: true });
    const root = message(`${MENTION} what did Reeves say?`);
    one.gateway.dispatch('MESSAGE_CREATE', root);
    one.gateway.dispatch('THREAD_CREATE', { id: root.id, type: 11, guild_id: GUILD, parent_id: CHANNEL, name: 'made' });
    one.gateway.dispatch('MESSAGE_CREATE', message(`${MENTION} and he?`, { channel_id: root.id }));
    one.gateway.dispatch('MESSAGE_CREATE', message('and what then?', { channel_id: root.id }));
    await one.took(3);
    const [first, ...later] = one.received;
    expect(later.map(({ place }) => place)).toEqual([
      { ...first?.place, room: root.id },
      { ...first?.place, room: root.id },
    ]);
    expect(new Set(one.received.map(({ lane }) => lane)).size).toBe(1);
    expect(later[1]?.act).toEqual({ kind: 'text', text: 'and what then?', isAddressed: false });
  });

  test('asks where a thread is that it was not told of, once, and takes it for a channel where that is not told', async () => {
    const one = await started();
    const [thread, lost] = ['700000000000000078', '700000000000000079'];
    one.world.channels.set(thread, fakeChannel(thread, { type: 11, parent: CHANNEL }));
    for (const text of ['one', 'two']) one.gateway.dispatch('MESSAGE_CREATE', message(`${MENTION} ${text}`, { channel_id: thread }));
    await one.took(2);
    one.gateway.dispatch('MESSAGE_CREATE', message(`${MENTION} three`, { channel_id: lost, channel_type: 11 }));
    await one.took(3);
    expect(one.received.map(({ place }) => [place.channel.id, place.thread])).toEqual([
      [`${GUILD}/${CHANNEL}`, thread],
      [`${GUILD}/${CHANNEL}`, thread],
      [`${GUILD}/${lost}`, lost],
    ]);
    expect(one.rest.callsOf('GET /channels/:id')).toHaveLength(2);
  });

  test('goes on where it was cut, and what was said meanwhile is heard', async () => {
    const one = await started();
    one.gateway.cut();
    ask(one, 'one');
    await one.took(1);
    expect(one.gateway.identifies).toHaveLength(1);
    expect(one.gateway.resumes).toHaveLength(1);
  });

  test('is made anew when Discord asks for it', async () => {
    const one = await started();
    one.gateway.askToReconnect();
    await one.gateway.resumed(1);
    ask(one, 'one');
    await one.took(1);
    expect(one.gateway.identifies).toHaveLength(1);
  });

  test('is made anew when the other side no longer answers', async () => {
    const one = await started({ heartbeatMs: 40 });
    one.gateway.goDeaf();
    await one.gateway.resumed(1);
    ask(one, 'one');
    await one.took(1);
    expect(one.gateway.identifies).toHaveLength(1);
  });

  test('goes on after an invalid session that can be gone on with', async () => {
    const one = await started();
    one.gateway.invalidate(true);
    await one.gateway.resumed(1);
    ask(one, 'one');
    await one.took(1);
    expect(one.gateway.identifies).toHaveLength(1);
  });
});

describe('a lost session', () => {
  test('is begun anew, and mentions that came meanwhile are looked for where the bot was spoken to', async () => {
    const one = await started();
    const heard = one.rest.say(CHANNEL, MEMBER, `${MENTION} one`);
    one.gateway.dispatch('MESSAGE_CREATE', message(heard.body['content'] as string, { id: heard.id }));
    await one.took(1);
    one.rest.say(CHANNEL, MEMBER, 'not for the bot');
    const missed = one.rest.say(CHANNEL, MEMBER, `${MENTION} two`);
    one.gateway.invalidate(false);
    await one.took(2);
    expect(one.received.map(({ key }) => key)).toEqual([`discord:${CHANNEL}:${heard.id}`, `discord:${CHANNEL}:${missed.id}`]);
    expect(one.received[1]?.place).toEqual({ ...one.received[0]?.place, thread: missed.id });
    expect(one.rest.callsOf('GET /channels/:id/messages')).toHaveLength(1);
  });

  test('is found out when it cannot be gone on with', async () => {
    const one = await started();
    one.gateway.forget();
    one.gateway.cut();
    await one.gateway.identified(2);
    ask(one, 'one');
    await one.took(1);
    expect(one.gateway.resumes).toHaveLength(1);
  });

  test('is begun ever more slowly when Discord ends each', async () => {
    const one = await started();
    one.gateway.refuse(4000, 4);
    one.gateway.invalidate(false);
    await one.gateway.identified(6);
    const waits = one.pauses.map((ms) => Math.round(ms / 1000)).filter((seconds) => seconds > 0);
    expect(waits).toEqual([5, 10, 20, 40, 80]);
  });
});

describe('the start', () => {
  test('waits for Discord to come back', async () => {
    const one = await bench();
    one.rest.faults.plan('GET /applications/@me', { kind: 'status', status: 503, when: 'before' }, { kind: 'cut', when: 'before' });
    one.rest.faults.plan('GET /gateway/bot', { kind: 'status', status: 500, when: 'before' });
    await one.start();
    expect(one.pauses.slice(0, 3)).toEqual([1000, 2000, 1000]);
  });

  test('ends with one line for a token that Discord does not accept', async () => {
    const one = await bench({ token: 'no-good' });
    await expect(one.start()).rejects.toThrow(/^Discord does not accept DISCORD_TOKEN:/);
    expect(one.gateway.identifies).toEqual([]);
  });

  test('ends for an application that is another', async () => {
    const one = await bench({ applicationId: '900000000000000009' });
    await expect(one.start()).rejects.toThrow('DISCORD_TOKEN is not of the application that DISCORD_APPLICATION_ID names');
  });

  test('ends for a token that does not tell its application', async () => {
    const one = await bench({ applicationId: null });
    await expect(one.start()).rejects.toThrow(`set DISCORD_APPLICATION_ID to ${APPLICATION}`);
    const token = `${Buffer.from(APPLICATION).toString('base64url')}.x.y`;
    const two = await bench({ applicationId: null, token });
    two.world.tokens.set(token, 'good');
    await two.start();
    expect(two.discord.applicationId()).toBe(APPLICATION);
  });

  test('begins no session when few are left', async () => {
    const one = await bench();
    one.world.limits.sessionsLeft = 12;
    await expect(one.start()).rejects.toThrow('only 12 more times in the next 240 minutes');
    expect(one.gateway.identifies).toEqual([]);
  });

  test('ends with a line that names the intent that is not allowed', async () => {
    const one = await bench({ threadsWithoutMention: true });
    one.world.limits.applicationFlags = 1 << 19;
    one.gateway.refuse(4014, 1);
    await expect(one.start()).rejects.toThrow(/^Discord does not allow the intent Message Content/);
    expect(one.gateway.identifies).toMatchObject([{ intents: 1 + (1 << 9) + (1 << 12) + (1 << 15) }]);
    expect(one.fatal).toEqual([]);
  });

  test('does without an intent that the application has not', async () => {
    const one = await started({ threadsWithoutMention: true });
    expect(one.gateway.identifies).toMatchObject([{ intents: 1 + (1 << 9) + (1 << 12) }]);
    expect(one.logger.shown()[0]).toContain('switch on Message Content');
  });

  test('can be broken off', async () => {
    const one = await bench();
    one.rest.faults.plan('GET /gateway/bot', ...Array.from({ length: 3 }, () => ({ kind: 'silent', when: 'before' }) as const));
    const start = one.start();
    await one.discord.lifecycle.stop();
    await start;
    expect(one.gateway.identifies).toEqual([]);
  });
});

describe('a revoked token', () => {
  test('is told once, and ends the bot', async () => {
    const one = await started();
    one.gateway.close(4004);
    expect(await one.gaveUp()).toMatch(/^Discord does not accept DISCORD_TOKEN any more:/);
    expect(one.logger.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(one.fatal).toHaveLength(1);
  });
});

describe('a token that is refused', () => {
  const channel = { tenant: 'main', adapter: 'discord', id: `${GUILD}/${CHANNEL}` };
  const place = { channel, thread: null, audience: 'everyone', person: MEMBER, token: null } as const;
  const post = async ({ discord: { rest, applicationId } }: Bench, token: string | null = null) =>
    createDiscordDelivery({ rest, applicationId, now: () => 0 }).post({ ...place, token }, JSON.stringify({ components: [] }), 'k', null);

  test('is noticed by what posts, which listens to nothing', async () => {
    const one = await bench();
    one.world.tokens.set(BOT_TOKEN, 'revoked');
    expect(await post(one)).toMatchObject({ kind: 'refused', refusal: 'revoked' });
    expect(await post(one)).toMatchObject({ kind: 'refused', refusal: 'revoked' });
    expect(one.fatal).toEqual([expect.stringMatching(/^Discord does not accept DISCORD_TOKEN any more:/)]);
  });

  test('is another when it is one of an interaction', async () => {
    const one = await bench();
    one.rest.faults.plan('PATCH /webhooks/:id/:token/messages/:id', { kind: 'error', status: 401, code: 50027 });
    await post(one, JSON.stringify({ id: '1', token: 't', at: 0 }));
    expect(one.rest.callsOf('PATCH /webhooks/:id/:token/messages/:id')).toHaveLength(1);
    expect(one.fatal).toEqual([]);
  });
});

describe('what cannot be kept', () => {
  test('is tried again when it is a message', async () => {
    const one = await started();
    one.fail(2);
    ask(one, 'one');
    await one.took(3);
    expect(one.inbox.size).toBe(1);
    expect(one.pauses.slice(-2)).toEqual([1000, 2000]);
  });
});

describe('the end', () => {
  test('takes nothing more in', async () => {
    const one = await started();
    await one.discord.lifecycle.stop();
    expect(() => ask(one, 'one')).not.toThrow();
    expect(one.received).toEqual([]);
  });
});
