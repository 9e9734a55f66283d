import { MessageReferenceType, MessageType } from 'discord.js';
import type { Inbound } from '../../src/domain/inbound.ts';
import type { MessagePayload } from './payloads.ts';
import { isThreadType, keyOf, placeOf, type Surroundings, whereaboutsOf } from './surroundings.ts';
import { typedText } from './typed-text.ts';

/** Kinds of messages that a person wrote. All others tell of something: pins, people who join, threads that begin. */
const WRITTEN: ReadonlySet<MessageType | undefined> = new Set([undefined, MessageType.Default, MessageType.Reply]);

function isWritten({ type, author, webhook_id: webhook }: MessagePayload): boolean {
  return WRITTEN.has(type) && webhook === undefined && author?.id !== undefined && author.bot !== true && author.system !== true;
}

/** The message of the bot that this one replies to; null for none. A forward is no reply. */
function repliedTo({ message_reference: reference, referenced_message: message }: MessagePayload, bot: string): MessagePayload | null {
  if (reference?.type === MessageReferenceType.Forward || message?.author?.id !== bot) return null;
  return message;
}

/**
 * The message that a conversation in a channel began with. The bot replies to it each time, so that a reply to whatever the
 * bot said is one step away from it; what the bot said unasked begins a conversation itself.
 */
export function rootOf(message: MessagePayload, bot: string): string {
  const said = repliedTo(message, bot);
  return said?.message_reference?.message_id ?? said?.id ?? message.id ?? '';
}

/** By name, or by a reply: neither everybody nor a role is the bot. */
function isAddressedBy(message: MessagePayload, bot: string): boolean {
  return message.mentions?.some(({ id }) => id === bot) === true || repliedTo(message, bot) !== null;
}

function callsSomebody({ mentions = [], mention_roles: roles = [], mention_everyone: everyone }: MessagePayload): boolean {
  return mentions.length > 0 || roles.length > 0 || everyone === true;
}

/**
 * What was said to the bot, or to nobody in particular in a thread; null for everything else. What was said to nobody comes
 * with its words only where the application may read messages, and is nothing without them.
 */
export function inboundOfMessage(message: MessagePayload, surroundings: Surroundings): Inbound | null {
  const { id = '', channel_id: channel = '', channel_type: type, guild_id: guild = null, author, content = '' } = message;
  const { bot } = surroundings;
  if (!isWritten(message) || id === '' || channel === '' || author?.id === undefined || author.id === bot) return null;
  const parent = guild === null ? null : surroundings.parentOf(channel);
  const isThread = guild !== null && (isThreadType(type) || parent !== null);
  const isAddressed = guild === null || isAddressedBy(message, bot);
  const isMentioned = message.mentions?.some((user) => user.id === bot) === true;
  if (!isMentioned && guild !== null && content === '') return null;
  if (!isAddressed && (!isThread || callsSomebody(message))) return null;
  const thread = guild === null ? null : isThread ? channel : rootOf(message, bot);
  return {
    key: keyOf(channel, id),
    // The same in a thread and beside the message that it was made from: what is asked there waits for the first answer.
    lane: thread === null ? keyOf(channel) : keyOf(parent ?? channel, thread),
    act: { kind: 'text', text: typedText(content, bot), isAddressed },
    place: placeOf(surroundings, {
      guild,
      ...whereaboutsOf(channel, parent),
      thread,
      audience: 'everyone',
      person: author.id,
      token: null,
    }),
  };
}
