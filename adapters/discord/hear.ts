import { type Client, type REST, Routes } from 'discord.js';
import type { Inbound } from '../../src/domain/inbound.ts';
import type { Receive, Suggesting } from '../../src/ports/chat-lifecycle.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { catchUp } from './catch-up.ts';
import { inboundOfMessage } from './inbound-of-message.ts';
import type { Pause } from './keep-trying.ts';
import { listen } from './listen.ts';
import type { MessagePayload } from './payloads.ts';
import { createRecentChannels } from './recent-channels.ts';
import type { Running } from './running.ts';
import type { Surroundings } from './surroundings.ts';
import { takeInteraction } from './take-interaction.ts';

interface HearOptions extends Pick<Surroundings, 'tenantOf' | 'now'> {
  readonly rest: Pick<REST, 'get' | 'post'>;
  readonly logger: Logger;
  readonly pause: Pause;
  readonly signal: AbortSignal;
  readonly running: Running;
  readonly receive: Receive;
  readonly suggesting: Suggesting;
}

/** A message is not sent again by Discord, so what cannot be kept now is tried again: after 1, 2, 4 and 8 seconds. */
const MOST_TRIES = 5;

/** Takes in what clients hear, each client after the other with the same memory. */
export function createHearing(options: HearOptions): (client: Client) => void {
  const { rest, logger, pause, signal, running, receive, now } = options;
  const recent = createRecentChannels(now);
  const begun = new Set<number>();
  let bot = '';

  function surroundingsOf(client: Client): Surroundings {
    return { ...options, bot, isThread: (channel) => client.channels.cache.get(channel)?.isThread() === true };
  }

  async function receiveSurely(inbound: Inbound, tries = 1): Promise<void> {
    try {
      await receive(inbound);
    } catch (error) {
      if (tries >= MOST_TRIES || signal.aborted) throw error;
      logger.warn('a message could not be kept; it is tried again', { key: inbound.key });
      await pause(1000 * 2 ** (tries - 1), signal).catch(() => undefined);
      await receiveSurely(inbound, tries + 1);
    }
  }

  function note(message: MessagePayload, inbound: Inbound | null): void {
    const { id = '', channel_id: channel = '', guild_id: guild, author } = message;
    const isAddressed = inbound?.act.kind === 'text' && inbound.act.isAddressed;
    recent.note({ id, channel, guild: guild ?? null, concernsBot: isAddressed || author?.id === bot });
  }

  return (client) =>
    listen(client, (shard) => !begun.has(shard) && begun.add(shard) !== null, {
      onMessage: (message) =>
        running.begin(async () => {
          const inbound = inboundOfMessage(message, surroundingsOf(client));
          note(message, inbound);
          if (inbound !== null) await receiveSurely(inbound);
        }),
      onInteraction: (interaction) =>
        running.begin(async () => {
          const { id = '', token = '' } = interaction;
          const respond = async (_body: unknown, body: unknown): Promise<void> => {
            await rest.post(Routes.interactionCallback(id, token), { body, auth: false });
          };
          await takeInteraction(interaction, { ...options, surroundings: surroundingsOf(client), respond });
        }),
      onSession: (self, isAnew) => {
        bot = self;
        if (!isAnew) return;
        const channels = recent.list();
        running.begin(() => catchUp(channels, { rest, logger, pause, signal, surroundings: surroundingsOf(client), take: receiveSurely }));
      },
    });
}
