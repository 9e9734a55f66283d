import type { Place } from '../../src/domain/inbound.ts';
import type { ChatDelivery, Posted } from '../../src/ports/chat-delivery.ts';
import { createChannelGate } from './channel-gate.ts';
import { createMessageFinder } from './find-message.ts';
import { postEveryone, postPrivately, publishHome } from './post.ts';
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
  const teller = createStatusTeller(now, options.wait ?? sleep);
  const fetchUrl = options.fetch ?? fetch;

  async function post(place: Place, payload: string, key: string, under: string | null): Promise<Posted> {
    const left = gate.left(place.channel.id);
    if (left > 0) return { kind: 'later', afterMs: left };
    const { team, channel } = parseChannelId(place.channel.id);
    const client = await clientOf(team);
    if (client === null) return NOT_INSTALLED;
    const body = JSON.parse(payload) as Sending['body'];
    const posted = await send({ client, fetch: fetchUrl, timeoutMs: CALL_TIMEOUT_MS, place, channel, body, key, under });
    if (posted.kind === 'later') gate.close(place.channel.id, posted.afterMs);
    return posted;
  }

  return {
    render: (reply, place) => renderSlack(reply, place),
    post,
    find: async (place, key, startedAt, under) => {
      if (place.audience === 'home') return { kind: 'absent' };
      // What only one person sees is in no history.
      if (place.audience === 'asker') return { kind: 'cannot' };
      const { team, channel } = parseChannelId(place.channel.id);
      const client = await clientOf(team);
      return client === null ? { kind: 'cannot' } : finder({ client, team, channel, thread: under ?? place.thread, key, startedAt });
    },
    tell: async (place, status) => {
      const { team, channel } = parseChannelId(place.channel.id);
      if (place.thread === null) return;
      await teller({ clientOf: () => clientOf(team), channel, thread: place.thread, status });
    },
  };
}
