import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { openSqliteStore } from '../adapters/sqlite/open-sqlite-store.ts';
import { createClock } from '../adapters/system/create-clock.ts';
import { createLogger } from '../adapters/system/create-logger.ts';
import { createChats } from './app/create-chats.ts';
import { startWork, type Work } from './app/start-work.ts';
import { createSuggesting } from './bot/suggesting.ts';
import { type Config, parseConfig } from './config.ts';
import { createReceive } from './delivery/receive.ts';
import type { Chat } from './ports/chat.ts';
import type { Clock } from './ports/clock.ts';
import type { Stores } from './ports/stores.ts';

/** A platform that does not let go must not hold up a deploy: neither when all is done nor when it is not. */
const EXIT_AFTER_MS = 500;
const EXIT_AT_LAST_MS = 9_500;

/** Hears what people do on the platforms, and keeps it. What is done about it is the work of another thread. */
async function hear(chats: readonly Chat[], { inbox, topics }: Stores, clock: Clock, work: Work): Promise<void> {
  const receive = createReceive({ inbox, clock }, () => work.wake());
  await Promise.all(chats.map(({ lifecycle }) => lifecycle.start(receive, createSuggesting(topics))));
}

function describeStart(chats: readonly Chat[]): string {
  if (chats.length === 0) return 'started without a chat platform; to talk to it here: npm run -s attache -- chat';
  return `started on ${chats.map(({ name }) => name).join(', ')}`;
}

/** Runs what is configured until a signal or a platform ends it. */
async function run(config: Config): Promise<void> {
  const logger = createLogger(config.logLevel);
  const clock = createClock(config.zone);
  const stop = new AbortController();
  const stopped = once(stop.signal, 'abort');
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  stop.signal.addEventListener('abort', () => setTimeout(() => process.exit(), EXIT_AT_LAST_MS).unref(), { once: true });
  const onFatal = (reason: string): void => {
    process.stderr.write(`${reason}\n`);
    process.exitCode = 1;
    stop.abort();
  };
  const stores = await openSqliteStore({ path: config.databasePath, logger });
  const work = await startWork(config, logger, onFatal);
  const chats = createChats(config, { stores, clock, logger, onFatal });
  try {
    // A platform that cannot be reached is tried again and again: that must not keep anybody from ending it.
    await Promise.race([hear(chats, stores, clock, work), stopped]);
    if (!stop.signal.aborted) logger.info(describeStart(chats), { sourcesScanSeconds: config.sourcesScanSeconds });
    await stopped;
  } finally {
    await Promise.all(chats.map(({ lifecycle }) => lifecycle.stop()));
    await work.stop();
    await stores.close();
  }
  logger.info('stopped');
}

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  await run(parseConfig(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
setTimeout(() => process.exit(), EXIT_AFTER_MS).unref();
