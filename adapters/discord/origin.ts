import { MessageFlags } from 'discord.js';
import type { Act, Inbound } from '../../src/domain/inbound.ts';
import { rootOf } from './inbound-of-message.ts';
import type { InteractionPayload } from './payloads.ts';
import { lackingIn, parsePermissions, whyNotPost } from './permissions.ts';
import { alone, isThreadType, keyOf, placeOf, type Surroundings, whereaboutsOf } from './surroundings.ts';

/** Who did something and where, from what Discord vouches for; nothing here is read from a custom id. */
export interface Origin {
  readonly id: string;
  readonly token: string;
  /** Null in a direct message. */
  readonly guild: string | null;
  readonly channel: string;
  /** The channel that a thread is in; null where that is not known, and for what is no thread. */
  readonly parent: string | null;
  readonly person: string;
  readonly isThread: boolean;
  /** Whether it was done on a message that only this person sees. */
  readonly isEphemeral: boolean;
  /** The conversation of the message that it was done on; null when that is none of a channel's. */
  readonly conversation: string | null;
  /** Why the bot may not post there, in one sentence; null when it may. */
  readonly whyNotPost: string | null;
}

function parentIn({ channel }: InteractionPayload): string | null {
  return isThreadType(channel?.type) ? (channel?.parent_id ?? null) : null;
}

/** Null for what lacks a place, a person or the means to answer. */
export function originOf(body: InteractionPayload, { bot, parentOf }: Surroundings): Origin | null {
  const { id = '', token = '', guild_id: guild = null, message } = body;
  const channel = body.channel?.id ?? body.channel_id ?? '';
  const person = body.member?.user?.id ?? body.user?.id ?? '';
  if (id === '' || token === '' || channel === '' || person === '') return null;
  const parent = guild === null ? null : (parentIn(body) ?? parentOf(channel));
  const isThread = guild !== null && (isThreadType(body.channel?.type) || parent !== null);
  const isEphemeral = ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const stands = message === undefined || isEphemeral ? null : rootOf({ referenced_message: { ...message, author: { id: bot } } }, bot);
  const conversation = guild === null ? null : isThread ? channel : stands;
  // Left out, it is not known: no reason not to try.
  const lacking = guild === null || body.app_permissions === undefined ? [] : lackingIn(parsePermissions(body.app_permissions), isThread);
  return { id, token, guild, channel, parent, person, isThread, isEphemeral, conversation, whyNotPost: whyNotPost(lacking) };
}

/** Who is to see an answer. In a direct message nobody else is there: what is said stays. */
export type Visibility = 'asker' | 'conversation' | 'channel';

/**
 * An act with the means to answer it for a quarter of an hour. What a person asks privately is a conversation of their own
 * in that channel, by their id: nobody else's question leans on it.
 */
export function inboundOf(origin: Origin, act: Act, visibility: Visibility, surroundings: Surroundings): Inbound {
  const { id, token, guild, channel, parent, person, isThread, conversation } = origin;
  const isPrivate = visibility === 'asker' && guild !== null;
  const among = visibility === 'channel' && !isThread ? null : conversation;
  const place = placeOf(surroundings, {
    guild,
    ...whereaboutsOf(channel, parent),
    thread: isPrivate ? person : among,
    audience: isPrivate ? 'asker' : 'everyone',
    person,
    token: JSON.stringify({ id, token, at: surroundings.now() }),
  });
  const inbound = alone(keyOf(id), act, place);
  if (isPrivate || place.thread === null) return inbound;
  return { ...inbound, lane: keyOf(parent ?? channel, place.thread) };
}
