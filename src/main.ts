import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { openSqliteStore } from '../adapters/sqlite/open-sqlite-store.ts';
import { createClock } from '../adapters/system/create-clock.ts';
import { createLogger } from '../adapters/system/create-logger.ts';
import { createChats } from './app/create-chats.ts';
import { startWork, type Work } from './app/start-work.ts';
import { createSuggesting } from './bot/suggesting.ts';
import { type Config, parseConfig } from './config.ts';
import type { Chat } from './ports/chat.ts';
import type { Receive } from './ports/chat-lifecycle.ts';
import type { Clock } from './ports/clock.ts';
import type { Stores } from './ports/stores.ts';

/** A platform that does not let go must not hold up a deploy. */
const EXIT_AFTER_MS = 500;

/** Hears what people do on the platforms, and keeps it. What is done about it is the work of another thread. */
async function hear(chats: readonly Chat[], { inbox, topics }: Stores, clock: Clock, work: Work): Promise<void> {
  const receive: Receive = async (inbound) => {
    if (await inbox.put(inbound, clock.now())) work.wake();
  };
  await Promise.all(chats.map(({ lifecycle }) => lifecycle.start(receive, createSuggesting(topics))));
}

/** Runs what is configured until a signal or a platform ends it. */
async function run(config: Config): Promise<void> {
  const logger = createLogger(config.logLevel);
  const clock = createClock(config.zone);
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const onFatal = (reason: string): void => {
    process.stderr.write(`${reason}\n`);
    process.exitCode = 1;
    stop.abort();
  };
  const stores = await openSqliteStore({ path: config.databasePath, logger });
  const work = await startWork(config, onFatal);
  const chats = createChats(config, { stores, clock, logger, onFatal });
  try {
    await hear(chats, stores, clock, work);
    const names = chats.map(({ name }) => name).join(', ');
    logger.info(names === '' ? 'started without a chat platform; to talk to it here: npm run -s attache -- chat' : `started on ${names}`, {
      sourcesScanSeconds: config.sourcesScanSeconds,
    });
    if (!stop.signal.aborted) await once(stop.signal, 'abort');
    await Promise.all(chats.map(({ lifecycle }) => lifecycle.stop()));
  } finally {
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
