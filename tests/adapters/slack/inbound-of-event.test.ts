import { describe, expect, test } from 'vitest';
import { inboundOfBody } from '../../../adapters/slack/inbound-of-body.ts';
import type { Body } from '../../../adapters/slack/payloads.ts';
import type { Inbound } from '../../../src/domain/inbound.ts';
import { appMention, directMessage, eventBody, homeOpened, message } from '../../support/fake-slack/payloads.ts';

const surroundings = { tenantOf: (team: string) => `tenant-${team}`, bot: 'UBOT' };

function inboundOf(body: Readonly<Record<string, unknown>>): Inbound | null {
  return inboundOfBody(body as unknown as Body, surroundings);
}

function textOf(body: Readonly<Record<string, unknown>>): string | null {
  const act = inboundOf(body)?.act;
  return act?.kind === 'text' ? act.text : null;
}

describe('a mention in a channel', () => {
  test('is an act for everyone in the thread that begins with it', () => {
    expect(inboundOf(message('<@UBOT> brief china-uk'))).toEqual({
      key: 'slack:T1:C1:1732500000.000100',
      lane: 'slack:T1:C1:1732500000.000100',
      act: { kind: 'text', text: 'brief china-uk', isAddressed: true },
      place: {
        channel: { tenant: 'tenant-T1', adapter: 'slack', id: 'T1/C1' },
        thread: '1732500000.000100',
        audience: 'everyone',
        person: 'UMEMBER',
        token: null,
      },
    });
  });

  test('is the same act from both events that Slack makes of it', () => {
    expect(inboundOf(appMention('<@UBOT> brief'))).toEqual(inboundOf(message('<@UBOT> brief')));
  });

  test('in a thread stays in the thread, and shares its lane', () => {
    const inbound = inboundOf(message('<@UBOT|attache> and trade?', { ts: '1732500009.000100', thread_ts: '1732500000.000100' }));

    expect(inbound).toMatchObject({ key: 'slack:T1:C1:1732500009.000100', lane: 'slack:T1:C1:1732500000.000100' });
    expect(inbound?.place.thread).toBe('1732500000.000100');
  });

  test('is seen from the workspace that the bot is installed in', () => {
    const shared = { ...message('<@UBOT> brief'), team_id: 'T2' };

    expect(inboundOf(shared)?.place.channel.id).toBe('T1/C1');
  });

  test('of a bot that only the payload names', () => {
    const body = { ...message('<@UOTHER> brief'), authorizations: [{ team_id: 'T3', user_id: 'UOTHER', is_bot: true }] };

    expect(inboundOf(body)).toMatchObject({ act: { text: 'brief' }, place: { channel: { id: 'T3/C1' } } });
  });

  test('without anybody saying who the bot is', () => {
    const { authorizations: _none, ...body } = appMention('<@U0BOT> brief');

    expect(inboundOfBody(body as unknown as Body, { ...surroundings, bot: null })?.act).toEqual({
      kind: 'text',
      text: 'brief',
      isAddressed: true,
    });
  });
});

describe('a message without a mention', () => {
  const inThread = { ts: '1732500009.000100', thread_ts: '1732500000.000100' };

  test('in a thread is said to nobody in particular', () => {
    expect(inboundOf(message('and trade?', inThread))?.act).toEqual({ kind: 'text', text: 'and trade?', isAddressed: false });
  });

  test.each(['<@UOWNER> and trade?', '<!subteam^S1|@desk> look', '<!here> look'])('in a thread to somebody else is nothing: %s', (text) => {
    expect(inboundOf(message(text, inThread))).toBeNull();
  });

  test('outside threads is nothing', () => {
    expect(inboundOf(message('good morning'))).toBeNull();
  });
});

describe('a direct message', () => {
  test('needs no mention, and keeps the order of the conversation', () => {
    expect(inboundOf(directMessage('brief china-uk'))).toMatchObject({
      key: 'slack:T1:D1:1732500000.000100',
      lane: 'slack:T1:D1',
      act: { text: 'brief china-uk', isAddressed: true },
      place: { thread: null, audience: 'everyone' },
    });
  });

  test('in a thread stays there, whoever is mentioned', () => {
    expect(inboundOf(directMessage('<@UOWNER> said?', { ts: '2.1', thread_ts: '1.1' }))).toMatchObject({
      lane: 'slack:T1:D1:1.1',
      act: { text: '@UOWNER said?', isAddressed: true },
      place: { thread: '1.1' },
    });
  });

  test('is the same when the bot is mentioned in it', () => {
    const mention = appMention('<@UBOT> stats', { channel: 'D1' });

    expect(inboundOf(mention)).toEqual(inboundOf(directMessage('<@UBOT> stats')));
    expect(textOf(mention)).toBe('stats');
  });
});

describe('what was typed', () => {
  test.each([
    ['<@UBOT>', ''],
    ['<@UBOT> settings managers add <@U123>', 'settings managers add @U123'],
    ['<@UBOT> settings managers add <@U123|ann>', 'settings managers add @U123'],
    ['<@UBOT> add <https://example.org/a?b=1&amp;c=2>', 'add https://example.org/a?b=1&c=2'],
    ['<@UBOT> what does <http://example.org|example.org> say?', 'what does example.org say?'],
    ['<@UBOT> digest in <#C2|policy>', 'digest in #policy'],
    ['<@UBOT> digest in <#C2>', 'digest in #C2'],
    ['<@UBOT> ask <!subteam^S1|@desk> <!here>', 'ask @desk @here'],
    ['<@UBOT> search a &lt;b&gt; &amp;amp; c', 'search a <b> &amp; c'],
    ['<@UBOT> mail <mailto:a@example.org|a@example.org>', 'mail a@example.org'],
    ['brief <@UBOT> china-uk', 'brief   china-uk'],
  ])('%s is read as "%s"', (encoded, text) => {
    expect(textOf(message(encoded))).toBe(text);
  });
});

describe('nothing is made of', () => {
  test.each([
    ['the bot itself', { user: 'UBOT' }],
    ['another bot', { bot_id: 'B2' }],
    ['a bot by its subtype', { subtype: 'bot_message' }],
    ['Slackbot', { user: 'USLACKBOT' }],
    ['nobody', { user: undefined }],
    ['an edit', { subtype: 'message_changed', hidden: true }],
    ['a message that was edited into a mention', { edited: { user: 'UMEMBER', ts: '2.1' } }],
    ['a deletion', { subtype: 'message_deleted', hidden: true }],
    ['somebody who joins', { subtype: 'channel_join' }],
    ['what is hidden', { hidden: true }],
  ])('%s', (_what, fields) => {
    expect(inboundOf(message('<@UBOT> brief', fields))).toBeNull();
    expect(inboundOf(directMessage('brief', fields))).toBeNull();
  });

  test('an event that is not subscribed to', () => {
    expect(inboundOf(eventBody({ type: 'reaction_added', user: 'UMEMBER', item: { channel: 'C1' } }))).toBeNull();
  });
});

test.each(['file_share', 'thread_broadcast'])('a message of subtype %s is a message', (subtype) => {
  expect(textOf(message('<@UBOT> brief', { subtype }))).toBe('brief');
});

describe('the home page', () => {
  test('is asked for when it is opened', () => {
    const body = homeOpened('home');

    expect(inboundOf(body)).toEqual({
      key: `slack:T1:home:${String(body['event_id'])}`,
      lane: 'slack:T1:home:UMEMBER',
      act: { kind: 'command', command: { name: 'home', args: {} } },
      place: {
        channel: { tenant: 'tenant-T1', adapter: 'slack', id: 'T1/D1' },
        thread: null,
        audience: 'home',
        person: 'UMEMBER',
        token: null,
      },
    });
  });

  test('is not asked for when the conversation is opened', () => {
    expect(inboundOf(homeOpened('messages'))).toBeNull();
  });
});
