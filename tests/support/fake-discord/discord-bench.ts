import { createDiscord, type Discord } from '../../../adapters/discord/create-discord.ts';
import type { DiscordOptions } from '../../../adapters/discord/discord-options.ts';
import type { Inbound } from '../../../src/domain/inbound.ts';
import type { Topic } from '../../../src/domain/topic.ts';
import { createRecordingLogger, type RecordingLogger } from '../fake-slack/recording-logger.ts';
import type { Json } from './call.ts';
import { type FakeGateway, startFakeGateway } from './gateway.ts';
import { type FakeDiscord, startFakeDiscord } from './rest.ts';
import { APPLICATION, BOT_TOKEN, type World } from './world.ts';

/** The real client of discord.js between a fake Discord and an inbox. */
export interface Bench {
  readonly discord: Discord;
  readonly rest: FakeDiscord;
  readonly world: World;
  readonly gateway: FakeGateway;
  readonly logger: RecordingLogger;
  /** All that was handed over, in order, also what was there already. */
  readonly received: readonly Inbound[];
  /** The inbox: each key once. */
  readonly inbox: ReadonlyMap<string, Inbound>;
  readonly fatal: readonly string[];
  /** Told of each pause; no time passes for anybody but the clock. */
  readonly pauses: readonly number[];
  /** The next acts cannot be kept. */
  fail(times: number): void;
  /** Resolves when so many acts were handed over. */
  took(times: number): Promise<void>;
  /** Resolves when as many interactions were answered. */
  answered(times: number): Promise<readonly Json[]>;
  start(): Promise<void>;
  /** Resolves when the bot gave up. */
  gaveUp(): Promise<string>;
  close(): Promise<void>;
}

interface BenchSettings extends Partial<DiscordOptions> {
  readonly heartbeatMs?: number;
  readonly topics?: readonly Topic[];
  /** What the core does with an act that it has just kept, before anybody else has a turn. */
  readonly onKept?: (inbound: Inbound) => void;
}

/** Waits for something by looking, as often as the event loop turns. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => void setImmediate(resolve));
}

/** A bot that is not started yet. */
export async function createBench({ heartbeatMs, topics = [], onKept, ...settings }: BenchSettings = {}): Promise<Bench> {
  let at = Date.UTC(2026, 10, 25);
  const now = (): number => at;
  const gateway = await startFakeGateway(() => rest.world, heartbeatMs);
  const rest = await startFakeDiscord({ now, gatewayUrl: gateway.url });
  const logger = createRecordingLogger();
  const received: Inbound[] = [];
  const inbox = new Map<string, Inbound>();
  const fatal: string[] = [];
  const pauses: number[] = [];
  const given = Promise.withResolvers<string>();
  let failures = 0;

  const discord = createDiscord({
    token: BOT_TOKEN,
    applicationId: APPLICATION,
    guild: null,
    apiUrl: rest.api,
    threadsWithoutMention: false,
    logger,
    tenantOf: (guild) => `tenant-${guild ?? 'direct'}`,
    now,
    onFatal: (reason) => {
      fatal.push(reason);
      given.resolve(reason);
    },
    // A turn of the event loop stands for any wait; only the clock goes on.
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      at += milliseconds;
      return new Promise((resolve) => void setImmediate(resolve));
    },
    ...settings,
  });

  async function receive(inbound: Inbound): Promise<void> {
    received.push(inbound);
    if (failures > 0) {
      failures -= 1;
      throw new Error('the store is full');
    }
    if (inbox.has(inbound.key)) return;
    inbox.set(inbound.key, inbound);
    onKept?.(inbound);
  }

  const callbacks = () => rest.callsOf('POST /interactions/:id/:token/callback');
  return {
    discord,
    rest,
    world: rest.world,
    gateway,
    logger,
    received,
    inbox,
    fatal,
    pauses,
    fail: (times) => {
      failures = times;
    },
    took: (times) => until(() => received.length >= times),
    answered: async (times) => {
      while (callbacks().length < times) await rest.nextRequest();
      return callbacks().map(({ body }) => body as Json);
    },
    start: () => discord.lifecycle.start(receive, { topics: async () => topics }),
    gaveUp: () => given.promise,
    close: async () => {
      await discord.lifecycle.stop();
      await gateway.stop();
      await rest.close();
    },
  };
}
