import type { REST } from 'discord.js';
import type { Place } from '../../src/domain/inbound.ts';
import type { ChatDelivery, Posted } from '../../src/ports/chat-delivery.ts';
import { createChannelGate } from './channel-gate.ts';
import { CALL_TIMEOUT_MS } from './create-rest.ts';
import { createDirects } from './direct-channels.ts';
import { channelOf } from './discord-channels.ts';
import { createPartFinder } from './find-part.ts';
import { aliveToken } from './interaction-token.ts';
import { countInvalidRequests } from './invalid-requests.ts';
import type { MessagePayload } from './message-payload.ts';
import { createOpenedThreads } from './opened-threads.ts';
import { postMessage } from './post.ts';
import { renderDiscord } from './render.ts';
import { createRepeats } from './repeats.ts';
import type { Line } from './sending.ts';
import { createTypingTeller } from './tell-status.ts';

export interface DiscordDeliveryOptions {
  /** Must repeat nothing; what it waits through itself holds up others (`createRest` with no patience). */
  readonly rest: REST;
  readonly applicationId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly timeoutMs?: number;
  /** Refusals in ten minutes after which nothing is called for a while. */
  readonly mostInvalidRequests?: number;
}

/**
 * Discord as a place to deliver to. A message is tried once; it carries a nonce, by which Discord takes it for the same one
 * for some minutes, and a mark, by which it is found afterwards. A 429 holds up its own channel only.
 */
export function createDiscordDelivery(options: DiscordDeliveryOptions): ChatDelivery {
  const { rest, applicationId: application, now, timeoutMs = CALL_TIMEOUT_MS } = options;
  const line: Line = {
    rest,
    application,
    gate: createChannelGate(now),
    timeoutMs,
    now,
    directWith: createDirects(rest, timeoutMs),
    opened: createOpenedThreads(),
  };
  const invalid = countInvalidRequests(rest, now, options.mostInvalidRequests);
  const repeats = createRepeats(now);
  const teller = createTypingTeller(rest, now, timeoutMs);

  async function post(place: Place, payload: string, key: string, under: string | null): Promise<Posted> {
    const left = invalid.left();
    if (left > 0) return { kind: 'later', afterMs: left };
    const body = JSON.parse(payload) as MessagePayload;
    const sending = { place, channel: channelOf(place), token: aliveToken(place.token, now()), body, key, under };
    const posted = await postMessage(line, sending);
    repeats.note(key, posted);
    return posted;
  }

  return {
    render: (reply, place) => renderDiscord(reply, place),
    post,
    find: createPartFinder({ line, now, repeats }),
    tell: async (place) => {
      // Whoever waits for the answer to an interaction sees that the bot is thinking.
      if (place.token !== null || place.audience !== 'everyone') return;
      const { channel } = channelOf(place);
      if (invalid.left() === 0 && line.gate.left(channel) === 0 && line.gate.refusal(channel) === null) await teller(channel);
    },
  };
}
