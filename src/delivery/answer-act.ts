import type { Part } from '../domain/delivery.ts';
import type { Act, Inbound, Place } from '../domain/inbound.ts';
import { parseCommand } from '../domain/parse-command.ts';
import type { Reply } from '../domain/reply.ts';
import type { ChatDelivery } from '../ports/chat-delivery.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryStore } from '../ports/delivery-store.ts';
import type { Handle, Tell } from '../ports/handle.ts';
import type { Logger } from '../ports/logger.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { type ChatOf, type Wait } from './chats.ts';
import { deliverGroup } from './deliver-group.ts';

export interface AnswerActOptions {
  readonly chatOf: ChatOf;
  readonly deliveries: DeliveryStore;
  readonly handle: Handle;
  /** Whether an act is for the bot at all. */
  readonly listens: (inbound: Inbound) => Promise<boolean>;
  /** Where answers stand in a channel. */
  readonly settings: Pick<SettingsStore, 'ofChannel'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly wait: Wait;
}

/** The messages of a reply, numbered, with keys that begin with the group's. */
export function partsOf(group: string, place: Place, payloads: readonly string[]): readonly Part[] {
  return payloads.map((payload, number) => ({ key: `${group}/${number}`, group, number, place, payload }));
}

/** What only concerns whoever pressed a button is not said to the whole channel. */
function placeFor(reply: Reply, place: Place): Place {
  const isTrouble = reply.kind === 'usage' || reply.kind === 'failure';
  return isTrouble && place.audience === 'everyone' && place.token !== null ? { ...place, audience: 'asker' } : place;
}

/** The same, in a thread of its own where the channel wants that. Only what answers a message can have one: a press is answered in place. */
async function settle({ settings }: AnswerActOptions, act: Act, place: Place): Promise<Place> {
  const isOnMessage = act.kind === 'text' && place.audience === 'everyone' && place.thread !== null && place.token === null;
  if (!isOnMessage) return place;
  const { answers } = await settings.ofChannel(place.channel);
  return answers === 'thread' ? { ...place, opensThread: true } : place;
}

async function compose(options: AnswerActOptions, inbound: Inbound, { delivery, access }: NonNullable<ReturnType<ChatOf>>): Promise<void> {
  const { act, place, key } = inbound;
  const { channel } = place;
  // What only its reader sees is worked on without a word to the others; where it was asked shows that it was taken.
  const isPublic = place.audience === 'everyone';
  const tell: Tell = (status) => void (isPublic ? delivery.tell(place, status).catch(() => undefined) : undefined);
  // What was asked in private explains nothing to others, nor what others asked.
  const thread = isPublic ? place.thread : `${place.thread ?? ''}@${place.person}`;
  tell('is reading …');
  const command = act.kind === 'text' ? parseCommand(act.text, options.clock.today()) : act.command;
  const role = await access.roleOf(channel, place.person);
  const reply = await options.handle(command, { channel, thread, person: { id: place.person, role }, remembers: true }, tell);
  const where = await settle(options, act, placeFor(reply, place));
  await options.deliveries.freeze(partsOf(key, where, delivery.render(reply, where)), options.clock.now());
}

/** Where a channel will not have the reply, whoever asked is told why, and only they. */
async function explain(options: AnswerActOptions, delivery: ChatDelivery, { key, place }: Inbound, reason: string, signal: AbortSignal) {
  options.logger.warn('a reply could not be posted', { key, channel: place.channel.id, reason });
  if (place.audience !== 'everyone') return;
  const where: Place = { ...place, audience: 'asker' };
  const group = `${key}!`;
  await options.deliveries.freeze(partsOf(group, where, delivery.render({ kind: 'notice', text: reason }, where)), options.clock.now());
  await deliverGroup({ ...options, delivery, signal }, group);
}

/**
 * Answers one act, from wherever an earlier attempt has left it: what was composed is not composed again, what was posted
 * is not posted again.
 * @throws Stopped when the signal says stop.
 */
export async function answerAct(options: AnswerActOptions, inbound: Inbound, signal: AbortSignal): Promise<void> {
  const { key, place } = inbound;
  const chat = options.chatOf(place.channel.adapter);
  if (!chat) return options.logger.warn('an act of a platform that is not connected', { key, adapter: place.channel.adapter });
  if ((await options.deliveries.partsOf(key)).length === 0) {
    if (!(await options.listens(inbound))) return;
    await compose(options, inbound, chat);
  }
  const end = await deliverGroup({ ...options, delivery: chat.delivery, signal }, key);
  if (end?.state === 'dead') await explain(options, chat.delivery, inbound, end.reason, signal);
}
