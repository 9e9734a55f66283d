import type { Place } from '../../src/domain/inbound.ts';
import type { ChatDelivery, Posted } from '../../src/ports/chat-delivery.ts';
import { createChannelGate } from './channel-gate.ts';
import { CALL_TIMEOUT_MS } from './clients.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { createPartFinder } from './find-part.ts';
import { postEveryone, postPrivately, publishHome } from './post.ts';
import { refusalOf } from './refusals.ts';
import { renderSlack } from './render.ts';
import type { Sending } from './sending.ts';
import { type ClientOf, parseChannelId } from './slack-calls.ts';
import { createStatusTeller } from './tell-status.ts';

export interface SlackDeliveryOptions {
  /** Clients must repeat nothing and end every call (`createClientOf`). */
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

const NOT_INSTALLED: Posted = { kind: 'refused', ...refusalOf('account_inactive') };

function send(sending: Sending): Promise<Posted> {
  const { audience } = sending.place;
  if (audience === 'everyone') return postEveryone(sending);
  return audience === 'asker' ? postPrivately(sending) : publishHome(sending);
}

/**
 * Slack as a place to deliver to. A message is tried once and carries its key, by which it is found again after an unknown
 * outcome. A 429 holds up its own channel only.
 */
export function createSlackDelivery(options: SlackDeliveryOptions): ChatDelivery {
  const { clientOf, now } = options;
  const gate = createChannelGate(now);
  const conversations = createConversations();
  const teller = createStatusTeller(now, options.wait ?? sleep);
  const fetchUrl = options.fetch ?? fetch;

  /** Where a status is shown: to all in a thread, so only where the answer is for all as well. */
  function statusOf({ channel: { id }, thread, audience }: Place) {
    const { team, channel } = parseChannelId(id);
    return thread === null || audience !== 'everyone' ? null : { clientOf: () => clientOf(team), channel, thread };
  }

  function closed({ channel }: Place, posted: Posted): Posted {
    if (posted.kind === 'later') gate.close(channel.id, posted.afterMs);
    return posted;
  }

  async function post(place: Place, payload: string, key: string, under: string | null): Promise<Posted> {
    const left = gate.left(place.channel.id);
    if (left > 0) return { kind: 'later', afterMs: left };
    const { team, channel } = parseChannelId(place.channel.id);
    const client = await clientOf(team);
    if (client === null) return NOT_INSTALLED;
    const body = JSON.parse(payload) as Sending['body'];
    const conversationOf = (id: string): ReturnType<Conversations> => conversations(client, team, id);
    // A page belongs to the person and stands in no conversation.
    const opened = place.audience === 'home' ? channel : await conversationOf(channel);
    if (typeof opened !== 'string') return closed(place, opened);
    const sending = { client, fetch: fetchUrl, timeoutMs: CALL_TIMEOUT_MS, place, channel: opened, body, key, under, conversationOf };
    const status = statusOf(place);
    const endStatus = status === null ? null : teller.beforePost(status);
    const posted = await send(sending);
    if (posted.kind === 'posted' || posted.kind === 'unknown') void endStatus?.();
    return closed(place, posted);
  }

  return {
    render: (reply, place) => renderSlack(reply, place),
    post,
    find: createPartFinder({ clientOf, conversations, gate, now }),
    tell: async (place, status) => {
      const shown = statusOf(place);
      if (shown !== null) await teller.tell({ ...shown, status });
    },
  };
}
