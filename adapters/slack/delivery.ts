import type { Place } from '../../src/domain/inbound.ts';
import type { ChatDelivery, Found, Posted } from '../../src/ports/chat-delivery.ts';
import { createChannelGate } from './channel-gate.ts';
import { createConversations } from './conversations.ts';
import { createMessageFinder } from './find-message.ts';
import { postEveryone, postPrivately, publishHome, threadFor } from './post.ts';
import { type Failure, readFailure } from './read-failure.ts';
import { refusalOf } from './refusals.ts';
import { renderSlack } from './render.ts';
import type { Sending } from './sending.ts';
import { type ClientOf, parseChannelId } from './slack-calls.ts';
import { createStatusTeller } from './tell-status.ts';
import { CALL_TIMEOUT_MS } from './web-client.ts';

export interface SlackDeliveryOptions {
  /** Clients must repeat nothing and end every call (`createWebClient`). */
  readonly clientOf: ClientOf;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For response URLs, which are no methods of the web API. */
  readonly fetch?: typeof fetch;
  readonly wait?: (ms: number) => Promise<void>;
}

/** For lack of another way to sleep: what waits here must not keep the process alive. */
function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref());
}

/** After a conversation could not be opened for a reason that passes. */
const AGAIN_MS = 30_000;

const NOT_INSTALLED: Posted = { kind: 'refused', ...refusalOf('account_inactive') };

function send(sending: Sending): Promise<Posted> {
  const { audience } = sending.place;
  if (audience === 'everyone') return postEveryone(sending);
  return audience === 'asker' ? postPrivately(sending) : publishHome(sending);
}

/**
 * Slack as a place to deliver to. A message is tried once and carries its key, by which it is found again after an unknown
 * outcome. A 429 holds up its own channel only. A home page has no copies: it may simply be published again.
 */
export function createSlackDelivery(options: SlackDeliveryOptions): ChatDelivery {
  const { clientOf, now } = options;
  const gate = createChannelGate(now);
  const finder = createMessageFinder(now, gate);
  const conversations = createConversations();
  const teller = createStatusTeller(now, options.wait ?? sleep);
  const fetchUrl = options.fetch ?? fetch;

  /** What a call that only opens a conversation came to: nothing was posted. */
  function unopened(error: unknown): Exclude<Failure, { readonly kind: 'unknown' }> {
    const failure = readFailure(error);
    return failure.kind === 'unknown' ? { kind: 'later', afterMs: AGAIN_MS } : failure;
  }

  async function post(place: Place, payload: string, key: string, under: string | null): Promise<Posted> {
    const left = gate.left(place.channel.id);
    if (left > 0) return { kind: 'later', afterMs: left };
    const { team, channel } = parseChannelId(place.channel.id);
    const client = await clientOf(team);
    if (client === null) return NOT_INSTALLED;
    const body = JSON.parse(payload) as Sending['body'];
    const conversationOf = (id: string): Promise<string> => conversations(client, team, id);
    const sending = { client, fetch: fetchUrl, timeoutMs: CALL_TIMEOUT_MS, place, body, key, under, conversationOf };
    // A page belongs to the person and stands in no conversation.
    const opened = place.audience === 'home' ? channel : await conversationOf(channel).catch(unopened);
    const posted = typeof opened === 'string' ? await send({ ...sending, channel: opened }) : opened;
    if (posted.kind === 'later') gate.close(place.channel.id, posted.afterMs);
    return posted;
  }

  async function find(place: Place, key: string, startedAt: number, under: string | null): Promise<Found> {
    if (place.audience === 'home') return { kind: 'absent' };
    // What only one person sees is in no history.
    if (place.audience === 'asker') return { kind: 'cannot' };
    const { team, channel } = parseChannelId(place.channel.id);
    const client = await clientOf(team);
    if (client === null) return { kind: 'cannot' };
    const opened = await conversations(client, team, channel).catch(unopened);
    if (typeof opened !== 'string') return opened.kind === 'later' ? opened : { kind: 'cannot' };
    return finder({ client, team, channel: opened, thread: threadFor({ place, under }), key, startedAt });
  }

  return {
    render: (reply, place) => renderSlack(reply, place),
    post,
    find,
    tell: async (place, status) => {
      const { team, channel } = parseChannelId(place.channel.id);
      if (place.thread === null) return;
      await teller({ clientOf: () => clientOf(team), channel, thread: place.thread, status });
    },
  };
}
