import { realpath, stat } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';
import { openSqliteStore } from '../../adapters/sqlite/open-sqlite-store.ts';
import { createClock } from '../../adapters/system/create-clock.ts';
import { createIds } from '../../adapters/system/create-ids.ts';
import { createLogger } from '../../adapters/system/create-logger.ts';
import { createBot } from '../bot/create-bot.ts';
import { createListening } from '../bot/listening.ts';
import type { Config } from '../config.ts';
import { createSearch, type Search } from '../corpus/search.ts';
import { createInboxWork, type InboxWork } from '../delivery/work-inbox.ts';
import { UserError } from '../domain/errors.ts';
import type { Chat } from '../ports/chat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Handle } from '../ports/handle.ts';
import type { Ids } from '../ports/ids.ts';
import type { Logger } from '../ports/logger.ts';
import type { Stores } from '../ports/stores.ts';
import { createTakingIn, type TakingIn } from './take-in.ts';
import { wait } from './wait.ts';

/** The whole of Attaché without a place to talk: what the command line, the terminal and the chat platforms start from. */
export interface App extends TakingIn {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly search: Search;
  readonly handle: Handle;
  /** Keeps what people do on chat platforms; idle until `connect`. */
  readonly inbox: InboxWork;
  /** Takes chat platforms in: from now on acts are answered through them. */
  connect(chats: readonly Chat[]): void;
  /** Lets acts under way end, for a few seconds, and closes the store. */
  close(): Promise<void>;
}

/** A deploy waits no longer than this for what is under way. */
const STOP_WITHIN_MS = 8_000;

async function resolveFolder(path: string): Promise<string> {
  const full = await realpath(path).catch(() => null);
  if (full === null || !(await stat(full)).isDirectory()) throw new UserError(`${path} is not a folder that can be read.`);
  return full;
}

/** Opens the store that the configuration names and wires everything round it. @throws StoreError when it cannot be opened, ConfigError when a limit cannot be held. */
export async function openApp(config: Config): Promise<App> {
  const logger = createLogger(config.logLevel);
  const clock = createClock(config.zone);
  const ids = createIds();
  // Before anything is opened: it may be a mistake in the configuration.
  // Loaded where it is needed: a client for models is 0.4 s of every start.
  const modelling = config.model && (await import('./create-model.ts'));
  const spending = config.model && modelling && modelling.planSpending(config.model);
  const stores = await openSqliteStore({ path: config.databasePath, logger });
  const base = { stores, clock, ids, logger };
  const takingIn = createTakingIn(base);
  const model = config.model && modelling && spending && modelling.createModel(config.model, spending, { ...stores, clock, ids, logger });
  const chats = new Map<string, Chat>();
  const chatOf = (adapter: string): Chat | undefined => chats.get(adapter);
  const inbox = createInboxWork({ ...stores, chatOf, ids, clock, logger, wait });
  const { loadSamples, addTexts, scan: scanSources } = takingIn;
  const { announce } = inbox;
  const handle = createBot({ ...base, model, pause, loadSamples, scanSources, resolveFolder, chatOf, addTexts, announce });
  return {
    ...base,
    ...takingIn,
    search: createSearch({ index: stores.passages }),
    handle,
    inbox,
    connect(connected) {
      for (const chat of connected) chats.set(chat.name, chat);
      inbox.start({ handle, listens: createListening(stores) });
    },
    async close() {
      if (chats.size > 0) await inbox.stop(STOP_WITHIN_MS);
      await stores.close();
    },
  };
}
