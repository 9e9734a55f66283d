import { describe, expect, test } from 'vitest';
import { controlBlocks } from '../../../adapters/slack/control-blocks.ts';
import { ACTIONS, SHORTCUTS, VIEWS } from '../../../adapters/slack/controls.ts';
import { inboundOfBody } from '../../../adapters/slack/inbound-of-body.ts';
import { modalOf, takenNotice } from '../../../adapters/slack/listeners.ts';
import type { ActionBody, Body, CommandBody } from '../../../adapters/slack/payloads.ts';
import type { Inbound } from '../../../src/domain/inbound.ts';
import {
  blockAction,
  ephemeralAction,
  homeAction,
  messageShortcut,
  slashCommand,
  viewSubmission,
} from '../../support/fake-slack/payloads.ts';

type Payload = Readonly<Record<string, unknown>>;

function inboundOf(body: Payload): Inbound | null {
  return inboundOfBody(body as unknown as Body, { tenantOf: (team: string) => `tenant-${team}`, bot: 'UBOT' });
}

function commandOf(body: Payload): unknown {
  const act = inboundOf(body)?.act;
  return act?.kind === 'command' ? act.command : act;
}

describe('a slash command', () => {
  test('is answered privately, and cannot be in a thread', () => {
    expect(inboundOf(slashCommand('/brief', 'china-uk last 14 days'))).toEqual({
      key: 'slack:T1:command:13345224609.738474920.8088930838d88f008e0',
      lane: 'slack:T1:command:13345224609.738474920.8088930838d88f008e0',
      act: { kind: 'text', text: 'brief china-uk last 14 days', isAddressed: true },
      place: {
        channel: { tenant: 'tenant-T1', adapter: 'slack', id: 'T1/C1' },
        thread: null,
        audience: 'asker',
        person: 'UMEMBER',
        token: 'https://hooks.slack.test/commands/T1/1/secret',
      },
    });
  });

  test.each([
    ['/brief', '', 'brief', 'Briefing …'],
    ['/brief', 'help', 'help', 'Just a moment …'],
    ['/brief', 'china-uk', 'brief china-uk', 'Briefing china-uk …'],
    ['/brief', '<!channel> &lt;b&gt;', 'brief @channel <b>', 'Briefing …'],
    ['/digest', 'daily 09:00', 'digest daily 09:00', 'Just a moment …'],
    ['/attache', '', 'help', 'Just a moment …'],
    ['/attache', 'settings managers add <@U123|ann>', 'settings managers add @U123', 'Just a moment …'],
    ['/attache-dev', 'stats', 'stats', 'Just a moment …'],
  ])('%s %s is the line "%s"', (command, text, line, notice) => {
    const body = slashCommand(command, text);

    expect(inboundOf(body)?.act).toEqual({ kind: 'text', text: line, isAddressed: true });
    expect(takenNotice(body as unknown as CommandBody)).toBe(notice);
  });
});

describe('a press in a message', () => {
  test('on a quote reads it privately, where the message stands', () => {
    const body = blockAction({ action_id: ACTIONS.quote, type: 'static_select', selected_option: { value: 'brief-1 3' } });

    expect(inboundOf(body)).toEqual({
      key: 'slack:T1:action:1.2.action:1732500001.123456',
      lane: 'slack:T1:action:1.2.action:1732500001.123456',
      act: { kind: 'command', command: { name: 'quote', args: { id: 'brief-1', mark: '3' } } },
      place: {
        channel: { tenant: 'tenant-T1', adapter: 'slack', id: 'T1/C1' },
        thread: null,
        audience: 'asker',
        person: 'UMEMBER',
        token: 'https://hooks.slack.test/actions/T1/2/secret',
      },
    });
  });

  test('on copy is private', () => {
    const body = blockAction({ action_id: ACTIONS.copy, value: 'brief-1' });

    expect(commandOf(body)).toEqual({ name: 'export', args: { id: 'brief-1' } });
    expect(inboundOf(body)?.place.audience).toBe('asker');
  });

  test('on share shows it to the channel', () => {
    const body = ephemeralAction({ action_id: ACTIONS.share, value: 'brief-1' });

    expect(commandOf(body)).toEqual({ name: 'show', args: { id: 'brief-1' } });
    expect(inboundOf(body)?.place).toMatchObject({ audience: 'everyone', thread: null });
  });

  test('on a line to type answers in the thread of a public message', () => {
    const body = blockAction({ action_id: `${ACTIONS.type}_2`, value: 'brief trade' });

    expect(inboundOf(body)).toMatchObject({
      lane: 'slack:T1:C1:1732500000.000900',
      act: { kind: 'text', text: 'brief trade', isAddressed: true },
      place: { audience: 'everyone', thread: '1732500000.000900' },
    });
  });

  test('on a line to type answers privately below a private message', () => {
    const body = ephemeralAction({ action_id: `${ACTIONS.type}_2`, value: 'brief trade' });

    expect(inboundOf(body)?.place).toMatchObject({ audience: 'asker', thread: null });
  });

  test('in a thread stays in it', () => {
    const inThread = { message: { ts: '2.1', thread_ts: '1.1', blocks: [] } };
    const press = (action: Payload): string | null | undefined => inboundOf(blockAction(action, inThread))?.place.thread;

    expect(press({ action_id: ACTIONS.copy, value: 'brief-1' })).toBe('1.1');
    expect(press({ action_id: ACTIONS.share, value: 'brief-1' })).toBe('1.1');
    expect(press({ action_id: ACTIONS.type, value: 'stats' })).toBe('1.1');
  });

  test('in a direct message needs no thread', () => {
    const body = blockAction({ action_id: ACTIONS.type, value: 'stats' }, { channel: { id: 'D1', name: 'directmessage' } });

    expect(inboundOf(body)?.place).toMatchObject({ thread: null, audience: 'everyone' });
  });

  test('on the home page answers in the direct message', () => {
    expect(inboundOf(homeAction({ action_id: ACTIONS.type, value: 'stats' }))?.place).toMatchObject({
      channel: { id: 'T1/UMEMBER' },
      thread: null,
      audience: 'everyone',
      token: null,
    });
  });

  test.each([ACTIONS.ask, ACTIONS.wrong, 'somebody-elses'])('on %s asks for nothing yet', (id) => {
    expect(inboundOf(blockAction({ action_id: id, value: 'brief-1' }))).toBeNull();
  });

  test('without a person, a value or a control is nothing', () => {
    expect(inboundOf(blockAction({ action_id: ACTIONS.copy, value: 'brief-1' }, { user: {} }))).toBeNull();
    expect(inboundOf(blockAction({ action_id: ACTIONS.copy }))).toBeNull();
    expect(inboundOf(blockAction({}, { actions: [] }))).toBeNull();
  });
});

describe('a modal', () => {
  const quotes = {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: ACTIONS.quote,
        options: [{ text: { type: 'plain_text', text: '[1] Reuters' }, value: 'brief-1 1' }],
      },
    ],
  };

  function modal(body: Payload) {
    return modalOf(body as unknown as ActionBody);
  }

  function sent(body: Payload, callback: string, values: Payload): Payload {
    return viewSubmission({ callback_id: callback, private_metadata: modal(body)?.private_metadata, state: { values } });
  }

  test('asks one question of at most 500 characters', () => {
    expect(modal(blockAction({ action_id: ACTIONS.ask, value: 'brief-1' }))).toMatchObject({
      type: 'modal',
      callback_id: VIEWS.ask,
      blocks: [{ block_id: 'question', element: { multiline: true, max_length: 500 } }],
    });
  });

  test('a question in public is answered in the thread, for everyone', () => {
    const body = sent(blockAction({ action_id: ACTIONS.ask, value: 'brief-1' }), VIEWS.ask, { question: { question: { value: 'Why?' } } });

    expect(inboundOf(body)).toMatchObject({
      key: 'slack:T1:view:V1:1732500000.abc',
      lane: 'slack:T1:C1:1732500000.000900',
      act: { command: { name: 'ask', args: { question: 'Why?', about: 'brief-1' } } },
      place: { audience: 'everyone', thread: '1732500000.000900', person: 'UMEMBER' },
    });
  });

  test('a question on a private message is answered privately', () => {
    const body = sent(ephemeralAction({ action_id: ACTIONS.ask, value: 'brief-1' }), VIEWS.ask, {
      question: { question: { value: 'Why?' } },
    });

    expect(inboundOf(body)?.place).toMatchObject({
      audience: 'asker',
      thread: null,
      token: 'https://hooks.slack.test/actions/T1/2/secret',
    });
  });

  test('a question on the home page is answered in the direct message', () => {
    const body = sent(homeAction({ action_id: ACTIONS.ask, value: 'brief-1' }), VIEWS.ask, { question: { question: { value: 'Why?' } } });

    expect(inboundOf(body)?.place).toMatchObject({ channel: { id: 'T1/UMEMBER' }, audience: 'everyone', thread: null });
  });

  test('offers the quotes that the message offers', () => {
    const body = blockAction({ action_id: ACTIONS.wrong, value: 'brief-1' }, { message: { ts: '2.1', blocks: [quotes] } });

    expect(modal(body)?.blocks[0]).toMatchObject({
      element: { type: 'static_select', options: [{ text: { text: '[1] Reuters' }, value: '1' }] },
    });
    expect(
      commandOf(sent(body, VIEWS.wrong, { mark: { mark: { selected_option: { value: '1' } } }, why: { why: { value: null } } })),
    ).toEqual({
      name: 'wrong',
      args: { id: 'brief-1', mark: '1' },
    });
  });

  test('offers all quotes of a message that has more than one list holds', () => {
    const controls = { replyId: 'brief-1', quotes: Array.from({ length: 150 }, (_, index) => ({ mark: index + 1, label: 'Reuters' })) };
    const blocks = controlBlocks(controls, false);
    const element = modal(blockAction({ action_id: ACTIONS.wrong, value: 'brief-1' }, { message: { ts: '2.1', blocks } }))?.blocks[0];

    expect(element).toMatchObject({
      element: {
        option_groups: [
          { label: { text: '1 to 100' }, options: Array.from({ length: 100 }, (_, index) => ({ value: `${index + 1}` })) },
          { label: { text: '101 to 150' }, options: Array.from({ length: 50 }, (_, index) => ({ value: `${index + 101}` })) },
        ],
      },
    });
  });

  test('takes the number of a quote where the message is not sent along', () => {
    const body = ephemeralAction({ action_id: ACTIONS.wrong, value: 'brief-1' });

    expect(modal(body)?.blocks[0]).toMatchObject({ element: { type: 'number_input' } });
    const reported = sent(body, VIEWS.wrong, { mark: { mark: { value: '2' } }, why: { why: { value: 'She did not say so.' } } });
    expect(commandOf(reported)).toEqual({ name: 'wrong', args: { id: 'brief-1', mark: '2', why: 'She did not say so.' } });
    expect(inboundOf(reported)?.place.audience).toBe('asker');
  });

  test('takes nobody for another: who sent it is in the payload, not in what the modal remembers', () => {
    const forged = JSON.stringify({ reply: 'brief-1', channel: 'C1', thread: null, isEphemeral: false, person: 'UOWNER', user: 'UOWNER' });
    const body = viewSubmission({
      callback_id: VIEWS.ask,
      private_metadata: forged,
      state: { values: { question: { question: { value: 'Why?' } } } },
    });

    expect(inboundOf(body)?.place.person).toBe('UMEMBER');
  });

  test.each(['', 'null', '{}', '{"reply":1}', 'no JSON'])('that is not the bot’s is nothing: %s', (metadata) => {
    expect(inboundOf(viewSubmission({ callback_id: VIEWS.ask, private_metadata: metadata }))).toBeNull();
    expect(inboundOf(viewSubmission({ callback_id: 'another', private_metadata: '{"reply":"brief-1"}' }))).toBeNull();
  });
});

describe('a shortcut on a message', () => {
  test('adds what it says and what is attached, privately', () => {
    const file = { id: 'F1', name: 'note.md', mimetype: 'text/markdown', url_private: 'https://files.slack.com/F1/note.md', size: 12 };
    const body = messageShortcut(SHORTCUTS.add, {
      text: 'Read <https://example.org/a?b=1&amp;c=2|this> &amp; that',
      files: [{ ...file, url_private_download: 'https://files.slack.com/F1/download/note.md', permalink: 'https://fake.slack.test/F1' }],
    });

    expect(inboundOf(body)).toMatchObject({
      key: 'slack:T1:shortcut:1.2.shortcut',
      place: { audience: 'asker', person: 'UMEMBER', thread: null, token: 'https://hooks.slack.test/app/T1/3/secret' },
    });
    expect(commandOf(body)).toEqual({
      name: 'add',
      args: {
        text: 'Read this (https://example.org/a?b=1&c=2) & that',
        files: JSON.stringify([file]),
        from: 'slack T1/C1/1732500000.000300',
      },
    });
  });

  test('adds without files', () => {
    expect(commandOf(messageShortcut(SHORTCUTS.add))).toEqual({
      name: 'add',
      args: { text: 'Read this', from: 'slack T1/C1/1732500000.000300' },
    });
  });

  test('takes a message away', () => {
    expect(commandOf(messageShortcut(SHORTCUTS.delete, { thread_ts: '1.1' }))).toEqual({
      name: 'delete',
      args: { message: '1732500000.000300' },
    });
    expect(inboundOf(messageShortcut(SHORTCUTS.delete, { thread_ts: '1.1' }))?.place.thread).toBe('1.1');
  });

  test('that is not the bot’s is nothing', () => {
    expect(inboundOf(messageShortcut('another'))).toBeNull();
  });
});
