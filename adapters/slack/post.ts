import type { ChatPostMessageArguments } from '@slack/web-api';
import type { Posted } from '../../src/ports/chat-delivery.ts';
import { METADATA_TYPE } from './controls.ts';
import { readFailure } from './read-failure.ts';
import { postToResponseUrl } from './response-url.ts';
import type { Sending } from './sending.ts';
import { userOf } from './slack-calls.ts';
import { codeOf } from './slack-errors.ts';

/** Nothing in a message is looked up, linked or unfolded by Slack. */
const INERT = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

async function attempt(call: () => Promise<string>): Promise<Posted> {
  try {
    return { kind: 'posted', messageId: await call() };
  } catch (error) {
    return readFailure(error);
  }
}

function messageTo(channel: string, thread: string | null, { body, key }: Sending): ChatPostMessageArguments {
  return {
    channel,
    text: body.text ?? '',
    blocks: body.blocks,
    metadata: { event_type: METADATA_TYPE, event_payload: { key } },
    ...INERT,
    ...(thread === null ? {} : { thread_ts: thread }),
  };
}

/** The message at the head of the thread: Slack wants that one, never a reply in it, and the first part of an answer may be a reply. */
export function threadFor({ place, under }: Pick<Sending, 'place' | 'under'>): string | null {
  return place.thread ?? under;
}

/** Into the channel or its thread, for all to see. */
export function postEveryone(sending: Sending): Promise<Posted> {
  const { client, channel } = sending;
  return attempt(async () => (await client.chat.postMessage(messageTo(channel, threadFor(sending), sending))).ts ?? '');
}

/** Where only one person sees it, but not in this channel: the bot is not in it, or the person has left. */
const ELSEWHERE: ReadonlySet<string | null> = new Set(['not_in_channel', 'channel_not_found', 'user_not_in_channel', 'is_archived']);

async function postDirectly(sending: Sending): Promise<Posted> {
  const { client, place, conversationOf } = sending;
  const channel = await conversationOf(userOf(place.person));
  if (typeof channel !== 'string') return channel;
  return attempt(async () => (await client.chat.postMessage(messageTo(channel, null, sending))).ts ?? '');
}

async function postEphemerally(sending: Sending): Promise<Posted> {
  const { client, place, channel, body } = sending;
  const thread = place.thread === null ? {} : { thread_ts: place.thread };
  const { parse, link_names } = INERT;
  const message = { channel, user: userOf(place.person), text: body.text ?? '', blocks: body.blocks, parse, link_names, ...thread };
  try {
    return { kind: 'posted', messageId: (await client.chat.postEphemeral(message)).message_ts ?? '' };
  } catch (error) {
    return ELSEWHERE.has(codeOf(error)) ? postDirectly(sending) : readFailure(error);
  }
}

/** To one person: by the response URL while it lasts, then in the channel, and where the bot is not in it in a direct message. */
export async function postPrivately(sending: Sending): Promise<Posted> {
  const answered = await postToResponseUrl(sending);
  return answered ?? postEphemerally(sending);
}

/** The person's page of the bot. */
export function publishHome({ client, place, body }: Sending): Promise<Posted> {
  return attempt(async () => {
    const { view } = await client.views.publish({ user_id: userOf(place.person), view: { type: 'home', blocks: body.blocks } });
    return view?.id ?? '';
  });
}
