import { type Client, type REST, Routes } from 'discord.js';
import type { Inbound } from '../../src/domain/inbound.ts';
import type { Receive, Suggesting } from '../../src/ports/chat-lifecycle.ts';
import type { Logger } from '../../src/ports/logger.ts';
import type { InteractionResponse } from './answer-interaction.ts';
import { catchUp } from './catch-up.ts';
import { inboundOfMessage } from './inbound-of-message.ts';
import type { Pause } from './keep-trying.ts';
import { createKnownThreads, type KnownThreads } from './known-threads.ts';
import { listen } from './listen.ts';
import type { InteractionPayload, MessagePayload } from './payloads.ts';
import { receiveSurely } from './receive-surely.ts';
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

/** A third of what Discord gives, so that what hangs can be tried again. */
const RESPOND_WITHIN_MS = 1000;

/** What the SDK remembers of threads. */
function cachedParent(client: Client, id: string): string | null {
  const channel = client.channels.cache.get(id);
  return channel?.isThread() === true ? channel.parentId : null;
}

interface Reading {
  readonly client: Client;
  readonly threads: KnownThreads;
  readonly surroundings: Surroundings;
}

/** What a message asks for. Where Discord has not told whether a channel is a thread, it is asked. */
async function readMessage(message: MessagePayload, { client, threads, surroundings }: Reading): Promise<Inbound | null> {
  const { channel_id: channel = '', guild_id: guild } = message;
  const inbound = inboundOfMessage(message, surroundings);
  if (inbound === null || guild === undefined || client.channels.cache.has(channel) || threads.isKnown(channel)) return inbound;
  await threads.ask(channel);
  return inboundOfMessage(message, surroundings);
}

/** Takes in what clients hear, each client after the other with the same memory. */
export function createHearing(options: HearOptions): (client: Client) => void {
  const { rest, running, tenantOf, now } = options;
  const take = receiveSurely(options);
  const recent = createRecentChannels(now);
  const begun = new Set<number>();
  const threads = createKnownThreads(rest);
  let bot = '';

  function surroundingsOf(client: Client): Surroundings {
    return { tenantOf, now, bot, parentOf: (id) => threads.parentOf(id) ?? cachedParent(client, id) };
  }

  function note(message: MessagePayload, inbound: Inbound | null): void {
    const { id = '', channel_id: channel = '', guild_id: guild, author } = message;
    const isAddressed = inbound?.act.kind === 'text' && inbound.act.isAddressed;
    recent.note({ id, channel, guild: guild ?? null, concernsBot: isAddressed || author?.id === bot });
  }

  async function respond({ id = '', token = '' }: InteractionPayload, body: InteractionResponse): Promise<void> {
    const signal = AbortSignal.timeout(RESPOND_WITHIN_MS);
    await rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
  }

  return (client) =>
    listen(client, {
      onMessage: (message) =>
        running.begin(async () => {
          const inbound = await readMessage(message, { client, threads, surroundings: surroundingsOf(client) });
          note(message, inbound);
          if (inbound !== null) await take(inbound);
        }),
      onThread: threads.add,
      onInteraction: (interaction) =>
        running.begin(() => takeInteraction(interaction, { ...options, surroundings: surroundingsOf(client), respond })),
      onSession: (self, shard) => {
        bot = self;
        const isAnew = begun.has(shard);
        begun.add(shard);
        if (!isAnew) return;
        const channels = recent.list();
        running.begin(() => catchUp(channels, { ...options, surroundings: surroundingsOf(client), take }));
      },
    });
}
