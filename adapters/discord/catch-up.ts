import { type REST, Routes } from 'discord.js';
import type { Inbound } from '../../src/domain/inbound.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { describe } from './discord-errors.ts';
import { inboundOfMessage } from './inbound-of-message.ts';
import type { Pause } from './keep-trying.ts';
import type { MessagePayload } from './payloads.ts';
import type { RecentChannel } from './recent-channels.ts';
import type { Surroundings } from './surroundings.ts';

interface CatchUpOptions {
  readonly rest: Pick<REST, 'get'>;
  readonly logger: Logger;
  readonly pause: Pause;
  readonly signal: AbortSignal;
  readonly surroundings: Surroundings;
  readonly take: (inbound: Inbound) => Promise<void>;
}

/** Discord gives no more at once: what is older than a hundred messages is not looked for. */
const MOST_MESSAGES = '100';
const APART_MS = 1000;

function byAge(left: MessagePayload, right: MessagePayload): number {
  return BigInt(left.id ?? '0') < BigInt(right.id ?? '0') ? -1 : 1;
}

async function missedIn({ guild, channel, after }: RecentChannel, { rest, surroundings }: CatchUpOptions): Promise<readonly Inbound[]> {
  const query = new URLSearchParams({ after, limit: MOST_MESSAGES });
  const messages = (await rest.get(Routes.channelMessages(channel), { query })) as readonly MessagePayload[];
  return messages.toSorted(byAge).flatMap((message) => {
    const inbound = inboundOfMessage({ ...message, channel_id: channel, ...(guild === null ? {} : { guild_id: guild }) }, surroundings);
    return inbound?.act.kind === 'text' && inbound.act.isAddressed ? [inbound] : [];
  });
}

/**
 * Takes in what was said to the bot while a session was lost: Discord replays nothing then. One channel a second. What was
 * heard all the same has the same key, and is kept once.
 */
export async function catchUp(channels: readonly RecentChannel[], options: CatchUpOptions): Promise<void> {
  const { logger, pause, signal, take } = options;
  for (const [index, channel] of channels.entries()) {
    try {
      if (index > 0) await pause(APART_MS, signal);
      if (signal.aborted) return;
      for (const inbound of await missedIn(channel, options)) await take(inbound);
    } catch (error) {
      logger.warn('what was said while the connection was lost could not be read', { channel: channel.channel, reason: describe(error) });
    }
  }
}
