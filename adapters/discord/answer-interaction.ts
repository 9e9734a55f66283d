import { ApplicationCommandType, InteractionResponseType, InteractionType, MessageFlags } from 'discord.js';
import type { Inbound } from '../../src/domain/inbound.ts';
import { ACTIONS, MESSAGE_COMMANDS } from './controls.ts';
import { inboundOfComponent, splitCustomId } from './inbound-of-component.ts';
import { inboundOfMenu, targetOf } from './inbound-of-menu.ts';
import { inboundOfModal } from './inbound-of-modal.ts';
import { inboundOfSlash, typedTopic } from './inbound-of-slash.ts';
import { askModal, askOnMessageModal, replyShownIn, wrongModal } from './modals.ts';
import { type Origin, originOf } from './origin.ts';
import type { InteractionPayload } from './payloads.ts';
import type { Surroundings } from './surroundings.ts';

/** What Discord is told within three seconds. */
export interface InteractionResponse {
  readonly type: InteractionResponseType;
  readonly data?: object;
}

/** What an interaction asks for: an act to be kept first, an answer at once, or topics that begin like this. */
export type InteractionAnswer =
  | { readonly kind: 'act'; readonly inbound: Inbound; readonly response: InteractionResponse }
  | { readonly kind: 'at-once'; readonly response: InteractionResponse }
  | { readonly kind: 'suggest'; readonly guild: string | null; readonly typed: string | null };

/** The modal that a button or an entry of a menu opens; null for one that opens none. */
function modalFor(body: InteractionPayload, { bot }: Surroundings): object | null {
  if (body.type === InteractionType.ApplicationCommand) {
    const target = body.data?.name === MESSAGE_COMMANDS.ask ? targetOf(body) : null;
    if (target === null) return null;
    const shown = target.author?.id === bot ? replyShownIn(target) : null;
    return shown === null ? askOnMessageModal(target, bot) : askModal(shown);
  }
  if (body.type !== InteractionType.MessageComponent) return null;
  const { action, about } = splitCustomId(body.data?.custom_id ?? '');
  if (action === ACTIONS.ask) return askModal(about);
  return action === ACTIONS.wrong ? wrongModal(about, body.message) : null;
}

function inboundOfInteraction(body: InteractionPayload, origin: Origin, surroundings: Surroundings): Inbound | null {
  switch (body.type) {
    case InteractionType.ApplicationCommand:
      return body.data?.type === ApplicationCommandType.Message
        ? inboundOfMenu(body, origin, surroundings)
        : inboundOfSlash(body, origin, surroundings);
    case InteractionType.MessageComponent:
      return inboundOfComponent(body, origin, surroundings);
    case InteractionType.ModalSubmit:
      return inboundOfModal(body, origin, surroundings);
    default:
      return null;
  }
}

function saidPrivately(content: string): InteractionAnswer {
  const data = { content, flags: MessageFlags.Ephemeral, allowed_mentions: { parse: [] } };
  return { kind: 'at-once', response: { type: InteractionResponseType.ChannelMessageWithSource, data } };
}

/** Null for what is not the bot's, and so is left alone. */
export function answerInteraction(body: InteractionPayload, surroundings: Surroundings): InteractionAnswer | null {
  const origin = originOf(body, surroundings);
  if (origin === null) return null;
  if (body.type === InteractionType.ApplicationCommandAutocomplete)
    return { kind: 'suggest', guild: origin.guild, typed: typedTopic(body) };
  const data = modalFor(body, surroundings);
  if (data !== null) return { kind: 'at-once', response: { type: InteractionResponseType.Modal, data } };
  const inbound = inboundOfInteraction(body, origin, surroundings);
  if (inbound === null) return null;
  const isPrivate = inbound.place.audience === 'asker';
  // Nobody waits for an answer that cannot be posted.
  if (!isPrivate && origin.whyNotPost !== null) return saidPrivately(origin.whyNotPost);
  const flags = isPrivate ? { data: { flags: MessageFlags.Ephemeral } } : {};
  return { kind: 'act', inbound, response: { type: InteractionResponseType.DeferredChannelMessageWithSource, ...flags } };
}
