import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { createOpenAiModel } from '../../adapters/openai/create-openai-model.ts';
import { openSqliteStore } from '../../adapters/sqlite/open-sqlite-store.ts';
import { createClock } from '../../adapters/system/create-clock.ts';
import { createIds } from '../../adapters/system/create-ids.ts';
import { createLogger } from '../../adapters/system/create-logger.ts';
import { readPrompts } from '../../adapters/system/read-prompts.ts';
import { createBot } from '../bot/create-bot.ts';
import { createListening } from '../bot/listening.ts';
import { createModelWriting, type ModelWriting, type ModelWritingOptions } from '../briefing/model/create-model-writing.ts';
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
const PROMPTS = join(import.meta.dirname, '..', '..', 'prompts');

async function resolveFolder(path: string): Promise<string> {
  const full = await realpath(path).catch(() => null);
  if (full === null || !(await stat(full)).isDirectory()) throw new UserError(`${path} is not a folder that can be read.`);
  return full;
}

/** The writer and answerer with a model, where one is configured. */
function createModel(
  { model: settings }: Config,
  {
    readings,
    ledger,
    clock,
    ids,
    logger,
  }: Pick<Stores, 'readings' | 'ledger'> & Pick<ModelWritingOptions, 'clock' | 'ids'> & Pick<App, 'logger'>,
): ModelWriting | null {
  if (settings === null) return null;
  const { apiKey, baseUrl, name, api, dailyTokens, price, timeoutMs } = settings;
  const model = createOpenAiModel({ apiKey, baseUrl, model: name, api, logger });
  const daily = dailyTokens === 0 ? Number.POSITIVE_INFINITY : dailyTokens;
  return createModelWriting({
    model,
    prompts: readPrompts(PROMPTS),
    readings,
    ledger,
    clock,
    ids,
    dailyTokens: daily,
    price,
    withinMs: timeoutMs,
  });
}

/** Opens the store that the configuration names and wires everything round it. @throws StoreError when it cannot be opened. */
export async function openApp(config: Config): Promise<App> {
  const logger = createLogger(config.logLevel);
  const clock = createClock(config.zone);
  const ids = createIds();
  const stores = await openSqliteStore({ path: config.databasePath, logger });
  const base = { stores, clock, ids, logger };
  const takingIn = createTakingIn(base);
  const model = createModel(config, { ...stores, clock, ids, logger });
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
