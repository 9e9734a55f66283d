import { InteractionResponseType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { answerInteraction } from '../../../adapters/discord/answer-interaction.ts';
import type { InteractionPayload } from '../../../adapters/discord/payloads.ts';
import type { Surroundings } from '../../../adapters/discord/surroundings.ts';
import type { Inbound } from '../../../src/domain/inbound.ts';
import {
  botMessage,
  buttonData,
  interaction,
  menuData,
  message,
  modalData,
  selectData,
  slashData,
  VIEW_ONLY,
} from '../../support/fake-discord/payloads.ts';
import { APPLICATION, CHANNEL, GUILD, MEMBER } from '../../support/fake-discord/world.ts';

const THREAD = '700000000000000050';
const SURROUNDINGS: Surroundings = {
  bot: APPLICATION,
  parentOf: (channel) => (channel === THREAD ? CHANNEL : null),
  tenantOf: (guild) => guild ?? 'direct',
  now: () => 1,
};
const EPHEMERAL = 64;
const ROOT = '77';

const shown = botMessage({ message_reference: { message_id: ROOT } });
const hidden = botMessage({ flags: EPHEMERAL });

function inboundOf(body: InteractionPayload): Inbound {
  const answer = answerInteraction(body, SURROUNDINGS);
  if (answer?.kind !== 'act') throw new Error(`no act: ${JSON.stringify(answer)}`);
  return answer.inbound;
}

function modalOf(body: InteractionPayload): unknown {
  const answer = answerInteraction(body, SURROUNDINGS);
  return answer?.kind === 'at-once' && answer.response.type === InteractionResponseType.Modal ? answer.response.data : null;
}

const directly = { guild_id: undefined, member: undefined, user: { id: MEMBER } } as unknown as Partial<InteractionPayload>;

describe('a button or a select', () => {
  test.each([
    [selectData('quote:brief-1', '3'), { name: 'quote', args: { id: 'brief-1', mark: '3' } }, 'asker', MEMBER],
    [selectData('quote:brief-1:2', '31'), { name: 'quote', args: { id: 'brief-1', mark: '31' } }, 'asker', MEMBER],
    [buttonData('copy:brief-1'), { name: 'export', args: { id: 'brief-1' } }, 'asker', MEMBER],
    [buttonData('share:brief-1'), { name: 'show', args: { id: 'brief-1' } }, 'everyone', null],
  ])('%j stands for %j', (data, command, audience, thread) => {
    expect(inboundOf(interaction(3, data, { message: shown }))).toMatchObject({
      act: { kind: 'command', command },
      place: { audience, thread },
    });
  });

  test.each([
    [buttonData('type:brief china-uk'), 'brief china-uk'],
    [selectData('type:', 'brief uk-india'), 'brief uk-india'],
    [buttonData('type:ask who: Xi or Li?'), 'ask who: Xi or Li?'],
  ])('%j types a line in the conversation of its message', (data, text) => {
    expect(inboundOf(interaction(3, data, { message: shown }))).toMatchObject({
      lane: `discord:${CHANNEL}:${ROOT}`,
      act: { kind: 'text', text, isAddressed: true },
      place: { audience: 'everyone', thread: ROOT },
    });
  });

  test('of a private message types privately', () => {
    const { key, lane, place } = inboundOf(interaction(3, buttonData('type:stats'), { message: hidden }));
    expect(place).toMatchObject({ audience: 'asker', thread: MEMBER });
    expect(lane).toBe(key);
  });

  test('in a thread answers in it', () => {
    const place = { channel_id: THREAD, channel: { id: THREAD, type: 11 }, message: shown };
    expect(inboundOf(interaction(3, buttonData('type:stats'), place))).toMatchObject({
      lane: `discord:${CHANNEL}:${THREAD}`,
      place: { thread: THREAD, room: THREAD, channel: { id: `${GUILD}/${CHANNEL}` } },
    });
  });

  test('in a direct message hides nothing: what would be private stays to be read', () => {
    expect(inboundOf(interaction(3, buttonData('copy:brief-1'), { ...directly, message: shown })).place).toMatchObject({
      audience: 'everyone',
      thread: null,
      channel: { id: `@me/${CHANNEL}` },
    });
  });

  test('says nothing about who pressed it: that is what Discord says', () => {
    const { place } = inboundOf(interaction(3, buttonData('share:brief-1 600000000000000001'), { message: shown }));
    expect(place.person).toBe(MEMBER);
  });

  test.each(['', 'quotes:1', 'ASK:1', '__proto__:1'])('called %j is not the bot’s', (id) => {
    expect(answerInteraction(interaction(3, buttonData(id), { message: shown }), SURROUNDINGS)).toBeNull();
  });
});

describe('a modal', () => {
  const options = [{ label: '[1] “Gallium”', value: '1' }];
  const withQuotes = botMessage({ components: [{ components: [{ custom_id: 'quote:brief-1', options }] }] });

  test('to say what is wrong offers the quotes of its message', () => {
    const modal = modalOf(interaction(3, buttonData('wrong:brief-1'), { message: withQuotes }));
    expect(modal).toMatchObject({
      custom_id: 'wrong-modal:brief-1',
      components: [{ component: { type: 3, required: true, options } }, {}],
    });
  });

  test('asks for a number where there are more quotes than a list holds, or none is known', () => {
    const many = Array.from({ length: 26 }, (_, index) => ({ label: `[${index}]`, value: String(index) }));
    const parts = [many.slice(0, 25), many.slice(20)].map((part, index) => ({
      components: [{ custom_id: `quote:brief-1${index}`, options: part }],
    }));
    for (const one of [botMessage({ components: parts }), hidden])
      expect(modalOf(interaction(3, buttonData('wrong:brief-1'), { message: one }))).toMatchObject({
        components: [{ component: { type: 4 } }, {}],
      });
  });

  test('that says what is wrong is an act in private', () => {
    const sent = interaction(5, modalData('wrong-modal:brief-1', { mark: '3', why: ' too old ' }), { message: shown });
    expect(inboundOf(sent)).toMatchObject({
      act: { command: { name: 'wrong', args: { id: 'brief-1', mark: '3', why: 'too old' } } },
      place: { audience: 'asker' },
    });
  });

  test('is read under labels and in rows, with a text or with a choice', () => {
    const rows = [{ type: 1, components: [{ type: 3, custom_id: 'mark', values: ['4'] }] }];
    expect(inboundOf(interaction(5, { custom_id: 'wrong-modal:brief-1', components: rows }, { message: shown }))).toMatchObject({
      act: { command: { args: { id: 'brief-1', mark: '4' } } },
    });
  });

  test('asks where its message stands: publicly on a public one, privately on a private one', () => {
    const data = modalData('ask-modal:answer-1', { question: 'and he?' });
    expect(inboundOf(interaction(5, data, { message: shown })).place).toMatchObject({ audience: 'everyone', thread: ROOT });
    expect(inboundOf(interaction(5, data, { message: hidden })).place).toMatchObject({ audience: 'asker', thread: MEMBER });
  });
});

describe("a message's menu", () => {
  const target = message(`Reeves was in Beijing: <https://example.org/a>`, {
    attachments: [{ id: '5', filename: 'a.txt', content_type: 'text/plain', size: 9, url: 'https://cdn.discordapp.com/a.txt' }],
  });

  test('adds its words and files, and says which message they are from', () => {
    const { act } = inboundOf(interaction(2, menuData('Add to the corpus', target)));
    const file = { id: '5', name: 'a.txt', content_type: 'text/plain', size: 9, url: 'https://cdn.discordapp.com/a.txt' };
    expect(act).toEqual({
      kind: 'command',
      command: {
        name: 'add',
        args: {
          text: target.content,
          files: JSON.stringify([file]),
          from: `discord ${GUILD}/${CHANNEL}/${target.id}`,
        },
      },
    });
  });

  test('takes a message away', () => {
    expect(inboundOf(interaction(2, menuData('Delete this reply', shown)))).toMatchObject({
      act: { command: { name: 'delete', args: { message: shown.id } } },
      place: { audience: 'asker' },
    });
  });

  test('takes a message of a thread away by the thread, and answers there', () => {
    const channel = { id: '9', type: 11, parent_id: CHANNEL };
    expect(inboundOf(interaction(2, menuData('Delete this reply', shown), { channel_id: '9', channel }))).toMatchObject({
      act: { command: { name: 'delete', args: { message: `9/${shown.id}` } } },
      place: { audience: 'asker', thread: MEMBER, room: '9', channel: { id: `${GUILD}/${CHANNEL}` } },
    });
  });

  test('asks about a reply of the bot, which its buttons name', () => {
    const reply = botMessage({ components: [{ components: [{ custom_id: 'ask:brief-1' }] }] });
    expect(modalOf(interaction(2, menuData('Ask about this message', reply)))).toMatchObject({ custom_id: 'ask-modal:brief-1' });
  });

  test('asks about what a person wrote: its words stand in the modal, and behind the question', () => {
    const modal = modalOf(interaction(2, menuData('Ask about this message', target)));
    expect(modal).toMatchObject({
      custom_id: 'ask-modal:',
      components: [{}, { component: { custom_id: 'about', value: target.content } }],
    });
    const sent = interaction(5, modalData('ask-modal:', { question: 'is it so?', about: 'Reeves was\nin Beijing' }));
    expect(inboundOf(sent)).toMatchObject({
      act: { command: { name: 'ask', args: { question: 'is it so? (about: "Reeves was in Beijing")' } } },
      place: { audience: 'asker' },
    });
  });

  test('does not believe a person who imitates the buttons', () => {
    const forged = message('x', { components: [{ components: [{ custom_id: 'ask:brief-1' }] }] });
    expect(modalOf(interaction(2, menuData('Ask about this message', forged)))).toMatchObject({ custom_id: 'ask-modal:' });
  });
});

describe('a slash command', () => {
  test.each([
    [slashData('attache'), { name: 'help', args: {} }],
    [slashData('attache gone'), { name: 'help', args: {} }],
    [slashData('attache topics', { action: 'show', topic: 'china-uk' }), { name: 'topics', args: { action: 'show', topic: 'china-uk' } }],
    [slashData('attache said', { speaker: 'Wang Yi', private: true }), { name: 'said', args: { speaker: 'Wang Yi' } }],
    [slashData('brief'), { name: 'brief', args: {} }],
  ])('%j is %j', (data, command) => {
    expect(inboundOf(interaction(2, data)).act).toEqual({ kind: 'command', command });
  });

  test('for a digest is the line that a person would type', () => {
    expect(inboundOf(interaction(2, slashData('digest', { wish: 'china-uk 8:00' }))).act).toEqual({
      kind: 'text',
      text: 'digest china-uk 8:00',
      isAddressed: true,
    });
  });

  test('is a private conversation of each person, and one of everybody where it is shown', () => {
    expect(inboundOf(interaction(2, slashData('ask', { question: 'a' }))).place.thread).toBe(MEMBER);
    expect(inboundOf(interaction(2, slashData('ask', { question: 'a', private: false }))).place.thread).toBeNull();
  });

  test('that everybody is to see is refused where the bot may not post, in words for whoever asked', () => {
    const body = interaction(2, slashData('ask', { question: 'a', private: false }), { app_permissions: VIEW_ONLY });
    expect(answerInteraction(body, SURROUNDINGS)).toMatchObject({ kind: 'at-once', response: { type: 4, data: { flags: EPHEMERAL } } });
    expect(inboundOf({ ...body, app_permissions: '8' }).place.audience).toBe('everyone');
    const { app_permissions: _unknown, ...rest } = body;
    expect(inboundOf(rest).place.audience).toBe('everyone');
  });

  test.each(['id', 'token', 'member', 'channel'])('without %s is nothing', (name) => {
    const body = {
      ...interaction(2, slashData('attache help')),
      channel_id: undefined,
      [name]: undefined,
    } as unknown as InteractionPayload;
    expect(answerInteraction(body, SURROUNDINGS)).toBeNull();
  });
});
