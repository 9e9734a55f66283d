import { ComponentType, Routes } from 'discord.js';
import type { Posted } from '../../src/ports/chat-delivery.ts';
import { codeOf } from './discord-errors.ts';
import type { InteractionToken } from './interaction-token.ts';
import { messageBody, rawFiles } from './message-body.ts';
import { nonceOf } from './message-key.ts';
import type { MessagePayload } from './message-payload.ts';
import { openThread } from './open-thread.ts';
import { isOfThePlace } from './refusals.ts';
import type { Line, Sending } from './sending.ts';
import { threadToOpen } from './thread-to-open.ts';
import { Dead, tryPlace } from './try-place.ts';

/** The bot may write, but not read what was written before: then nothing can be replied to. */
const NO_HISTORY = 160002;
/** What Discord answers once an interaction's token is dead, or its answer was deleted. */
const DEAD: ReadonlySet<number | null> = new Set([10008, 10015, 10062, 50027]);
/** An interaction is acknowledged within three seconds or never: that is done elsewhere, and the answer may be there before. */
const ACKNOWLEDGED_WITHIN_MS = 5000;
const SOON_MS = 250;

function isPrivate({ place }: Sending): boolean {
  return place.audience !== 'everyone';
}

/** The first part takes the place of "is thinking", the others follow. */
async function answer(line: Line, { token }: InteractionToken, sending: Sending): Promise<unknown> {
  const { rest, timeoutMs } = line;
  const { body, key, under } = sending;
  const application = line.application();
  // Without the bot's own token: this one stands for itself, and a refusal of it is none of the bot.
  const request = { files: rawFiles(body), auth: false, signal: AbortSignal.timeout(timeoutMs) };
  try {
    if (under !== null)
      return await rest.post(Routes.webhook(application, token), { ...request, body: messageBody(body, key, isPrivate(sending)) });
    return await rest.patch(Routes.webhookMessage(application, token), { ...request, body: messageBody(body, key, false) });
  } catch (error) {
    const code = codeOf(error);
    throw DEAD.has(code) ? new Dead(code) : error;
  }
}

/** Answers the interaction. Null where there is none, or none any more, and another way must be found. */
async function answerInteraction(line: Line, sending: Sending): Promise<Posted | null> {
  const { token } = sending;
  if (token === null) return null;
  try {
    return await tryPlace(line, `interaction ${token.id}`, () => answer(line, token, sending));
  } catch (error) {
    if (!(error instanceof Dead)) throw error;
    const isYoung = line.now() < token.at + ACKNOWLEDGED_WITHIN_MS;
    return error.isUnknown && isYoung ? { kind: 'later', afterMs: SOON_MS } : null;
  }
}

/** The message that it replies to. In a thread and in direct messages the order says enough. */
function referenceOf({ place, channel, under }: Sending): string | null {
  if (channel.guild === null || place.thread === channel.channel || isOfPerson(place)) return null;
  return place.thread ?? under;
}

/** What a person asked privately has a conversation that is no message. */
function isOfPerson({ thread, person }: Sending['place']): boolean {
  return thread === person;
}

async function postIn(line: Line, channel: string, sending: Sending, reference: string | null): Promise<unknown> {
  const { body, key } = sending;
  const reply = reference === null ? {} : { message_reference: { message_id: reference, fail_if_not_exists: false } };
  try {
    return await line.rest.post(Routes.channelMessages(channel), {
      body: { ...messageBody(body, key, false), nonce: nonceOf(key), enforce_nonce: true, ...reply },
      files: rawFiles(body),
      signal: AbortSignal.timeout(line.timeoutMs),
    });
  } catch (error) {
    if (reference !== null && codeOf(error) === NO_HISTORY) return postIn(line, channel, sending, null);
    throw error;
  }
}

function postInChannel(line: Line, sending: Sending): Promise<Posted> {
  const { channel } = sending.channel;
  return tryPlace(line, channel, () => postIn(line, channel, sending, referenceOf(sending)));
}

/** For all to see: in a thread that is made for it where that is wanted and Discord lets the bot, otherwise as a reply. */
async function postForAll(line: Line, sending: Sending): Promise<Posted> {
  const root = threadToOpen(sending.place);
  if (root === null) return postInChannel(line, sending);
  const opened = await openThread(line, sending, root);
  if (opened === 'refused') return postInChannel(line, sending);
  if (opened !== 'open') return opened;
  return postInChannel(line, { ...sending, channel: { ...sending.channel, channel: root } });
}

/** Says whom it is for, by a name that notifies nobody. */
function addressed(body: MessagePayload, person: string): MessagePayload {
  return { ...body, components: [{ type: ComponentType.TextDisplay, content: `-# For <@${person}>` }, ...body.components] };
}

function postDirectly(line: Line, sending: Sending): Promise<Posted> {
  const { person } = sending.place;
  return tryPlace(line, `direct ${person}`, async () => postIn(line, await line.directWith(person), sending, null));
}

/** To one person when the interaction cannot be answered any more: directly, or where that is refused for all to see. */
async function postPrivately(line: Line, sending: Sending): Promise<Posted> {
  const { person } = sending.place;
  const direct = await postDirectly(line, sending);
  if (direct.kind !== 'refused' || !isOfThePlace(direct)) return direct;
  return postInChannel(line, { ...sending, body: addressed(sending.body, person) });
}

/** Sends a message once, by the way that its place leaves open. */
export async function postMessage(line: Line, sending: Sending): Promise<Posted> {
  const answered = await answerInteraction(line, sending);
  if (answered) return answered;
  // A person in place of a channel: what is said to them unasked.
  if (sending.channel.channel === sending.place.person) return postDirectly(line, sending);
  return isPrivate(sending) && sending.channel.guild !== null ? postPrivately(line, sending) : postForAll(line, sending);
}
