import { describe, expect, test } from 'vitest';
import { inboundOfMessage } from '../../../adapters/discord/inbound-of-message.ts';
import type { Surroundings } from '../../../adapters/discord/surroundings.ts';
import { botMessage, MENTION, message } from '../../support/fake-discord/payloads.ts';
import { APPLICATION, CHANNEL, GUILD, MEMBER, OWNER } from '../../support/fake-discord/world.ts';

const THREAD = '700000000000000050';
const SURROUNDINGS: Surroundings = {
  bot: APPLICATION,
  parentOf: (channel) => (channel === THREAD ? CHANNEL : null),
  tenantOf: (guild) => guild ?? 'direct',
  now: () => 1,
};

function read(...given: Parameters<typeof message>) {
  return inboundOfMessage(message(...given), SURROUNDINGS);
}

describe('in a channel', () => {
  test('a mention is an act, and begins a conversation', () => {
    const said = message(`${MENTION} what did <@${OWNER}> and <:flag:12> say?`);
    expect(inboundOfMessage(said, SURROUNDINGS)).toEqual({
      key: `discord:${CHANNEL}:${said.id}`,
      lane: `discord:${CHANNEL}:${said.id}`,
      act: { kind: 'text', text: `what did @${OWNER} and :flag: say?`, isAddressed: true },
      place: {
        channel: { tenant: GUILD, adapter: 'discord', id: `${GUILD}/${CHANNEL}` },
        thread: said.id,
        audience: 'everyone',
        person: MEMBER,
        token: null,
      },
    });
  });

  test('a reply to what the bot replied goes on with that conversation', () => {
    const said = botMessage({ message_reference: { message_id: '77' } });
    const reply = read('and he?', {
      type: 19,
      mentions: [{ id: APPLICATION }],
      message_reference: { message_id: said.id },
      referenced_message: said,
    });
    expect(reply?.place.thread).toBe('77');
    expect(reply?.lane).toBe(`discord:${CHANNEL}:77`);
  });

  test('a reply to what the bot said unasked begins one there', () => {
    const said = botMessage();
    expect(read('why?', { type: 19, referenced_message: said })?.place.thread).toBe(said.id);
  });

  test('a reply to a person that names the bot is a conversation of its own', () => {
    const said = message('Reeves was in Beijing.');
    const reply = message(`${MENTION} is it so?`, { type: 19, referenced_message: said });
    expect(inboundOfMessage(reply, SURROUNDINGS)?.place.thread).toBe(reply.id);
  });

  test.each([
    ['everybody is called', { mention_everyone: true }],
    ['a role is called, also the one that the bot has', { mention_roles: [APPLICATION] }],
    ['somebody else is called', { mentions: [{ id: OWNER }] }],
    ['nobody is called', {}],
    ['a bot says it', { mentions: [{ id: APPLICATION }], author: { id: '5', bot: true } }],
    ['the bot says it', { mentions: [{ id: APPLICATION }], author: { id: APPLICATION } }],
    ['a webhook says it', { mentions: [{ id: APPLICATION }], webhook_id: '5' }],
    ['Discord says it', { mentions: [{ id: APPLICATION }], author: { id: '5', system: true } }],
    ['it tells of a pin', { mentions: [{ id: APPLICATION }], type: 6 }],
    ['it tells of a thread', { mentions: [{ id: APPLICATION }], type: 18 }],
    ['it forwards what the bot said', { message_reference: { type: 1, message_id: '1' }, referenced_message: botMessage() }],
  ])('nothing is heard when %s', (_what, more) => {
    expect(read('is it so?', more)).toBeNull();
  });

  test('a reply whose words Discord keeps back is nothing', () => {
    expect(read('', { type: 19, referenced_message: botMessage() })).toBeNull();
  });

  test('a mention alone asks for help', () => {
    expect(read(MENTION)?.act).toEqual({ kind: 'text', text: '', isAddressed: true });
  });
});

describe('in a thread', () => {
  const inThread = { channel_id: THREAD };

  test('the thread is the conversation', () => {
    expect(read(`${MENTION} and he?`, inThread)).toMatchObject({
      lane: `discord:${CHANNEL}:${THREAD}`,
      place: { thread: THREAD, room: THREAD, channel: { id: `${GUILD}/${CHANNEL}` } },
    });
  });

  test('is known by its type too', () => {
    expect(read(`${MENTION} and he?`, { channel_id: '8', channel_type: 11 })?.place.thread).toBe('8');
  });

  test('what is said to nobody is told to the core, which decides', () => {
    expect(read('what did he say?', inThread)?.act).toEqual({ kind: 'text', text: 'what did he say?', isAddressed: false });
  });

  test.each([
    ['somebody else is called', { mentions: [{ id: OWNER }] }],
    ['a role is called', { mention_roles: ['1'] }],
    ['everybody is called', { mention_everyone: true }],
  ])('nothing is heard when %s', (_what, more) => {
    expect(read('what did he say?', { ...inThread, ...more })).toBeNull();
  });

  test('words that Discord keeps back are nothing', () => {
    expect(read('', inThread)).toBeNull();
  });
});

describe('in a direct message', () => {
  const { guild_id: _guild, ...direct } = message('stats');

  test('everything is said to the bot, and the channel is the conversation', () => {
    expect(inboundOfMessage(direct, SURROUNDINGS)).toMatchObject({
      lane: `discord:${CHANNEL}`,
      act: { isAddressed: true },
      place: { thread: null, channel: { tenant: 'direct', id: `@me/${CHANNEL}` } },
    });
  });
});
