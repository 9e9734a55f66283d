import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Logger } from '../../src/ports/logger.ts';
import { CALL_TIMEOUT_MS } from './create-rest.ts';
import { describe } from './discord-errors.ts';
import type { IdentifyThrottle } from './identify-throttle.ts';

interface ClientSettings {
  readonly apiUrl: string;
  /** Whether messages that do not mention the bot come with their words. */
  readonly readsMessages: boolean;
  readonly throttle: IdentifyThrottle;
  readonly logger: Logger;
  /** A connection ended, and the SDK will not make it anew. */
  readonly onGone: (code: number) => void;
}

/** None is privileged: a message that mentions the bot, or is sent to it directly, comes with its words all the same. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages] as const;

// What people write and who they are is read from what the gateway sends, and is not kept in memory.
const makeCache = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  GuildEmojiManager: 0,
  GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
  VoiceStateManager: 0,
});

/** Tells what happens to the connection. Without listeners, an error of it would end the process. */
function listenToConnection(client: Client, { logger, onGone }: ClientSettings): void {
  client.on(Events.Error, (error) => logger.warn('trouble with Discord', { reason: describe(error) }));
  client.on(Events.ShardError, (error, shard) => logger.debug('trouble with a connection to Discord', { shard, reason: describe(error) }));
  client.on(Events.ShardReconnecting, (shard) => logger.info('a connection to Discord ended; it is made anew', { shard }));
  client.on(Events.ShardResume, (shard, replayed) => logger.info('a connection to Discord goes on where it ended', { shard, replayed }));
  client.on(Events.ShardDisconnect, ({ code }) => onGone(code));
}

/** A client that is not connected yet. One that failed to connect is not used again: its SDK would never close it. */
export function createClient(settings: ClientSettings): Client {
  const client = new Client({
    intents: settings.readsMessages ? [...INTENTS, GatewayIntentBits.MessageContent] : [...INTENTS],
    shards: 'auto',
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    makeCache,
    rest: { version: '10', api: settings.apiUrl, retries: 0, timeout: CALL_TIMEOUT_MS },
    ws: { buildIdentifyThrottler: async () => settings.throttle },
  });
  listenToConnection(client, settings);
  return client;
}
