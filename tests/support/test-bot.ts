import { openSqliteStore } from '../../adapters/sqlite/open-sqlite-store.ts';
import { createIds } from '../../adapters/system/create-ids.ts';
import type { BotOptions } from '../../src/bot/bot-options.ts';
import { createBot } from '../../src/bot/create-bot.ts';
import { compileTopics } from '../../src/corpus/membership.ts';
import { prepareArticle } from '../../src/corpus/prepare-article.ts';
import type { Article } from '../../src/domain/article.ts';
import { type Caller, consoleCaller } from '../../src/domain/caller.ts';
import type { Command } from '../../src/domain/command.ts';
import { parseCommand } from '../../src/domain/parse-command.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { TELL_NOBODY } from '../../src/ports/handle.ts';
import type { Stores } from '../../src/ports/stores.ts';

/** A line of the log. */
export interface Logged {
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The bot over a real store in memory, with a clock that stands still. */
export interface TestBot {
  readonly stores: Stores;
  /** What was logged as an error. */
  readonly errors: readonly Logged[];
  /** Puts articles into the corpus with all that ingest derives, in the topics that they belong to. */
  readonly hold: (...articles: readonly Article[]) => Promise<void>;
  /** Types a line, as a person would. */
  readonly type: (line: string) => Promise<Reply>;
  /** As whoever sits at the machine, unless somebody else is named. */
  readonly run: (command: Command, as?: Caller) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

const TODAY = '2025-01-15';
const NO_SCAN = { added: 0, updated: 0, unchanged: 0, rejected: [], failed: [] };

/** Opens a bot over an empty corpus. `over` replaces what a test is about; a function of the stores, where that needs them. */
export async function openTestBot(over: Partial<BotOptions> | ((stores: Stores) => Partial<BotOptions>) = {}): Promise<TestBot> {
  const stores = await openSqliteStore({ path: ':memory:' });
  const errors: Logged[] = [];
  const log = (): void => undefined;
  const handle = createBot({
    stores,
    model: null,
    pause: () => Promise.resolve(),
    clock: { now: () => Date.UTC(2025, 0, 15, 12), today: () => TODAY },
    ids: createIds(),
    logger: { debug: log, info: log, warn: log, error: (message, fields = {}) => errors.push({ message, fields }) },
    loadSamples: () => Promise.resolve(),
    scanSources: () => Promise.resolve(NO_SCAN),
    resolveFolder: (path) => Promise.resolve(path),
    addTexts: () => Promise.resolve({ added: 0, updated: 0, rejected: [] }),
    chatOf: () => undefined,
    announce: () => Promise.resolve(true),
    ...(typeof over === 'function' ? over(stores) : over),
  });
  const caller = consoleCaller('main', 'test', true);
  return {
    stores,
    errors,
    async hold(...articles) {
      const topicsOf = compileTopics(await stores.topics.list('main'));
      await stores.articles.save(
        'main',
        articles.map((article) => prepareArticle(article, topicsOf(article.title, article.text))),
      );
    },
    type: (line) => handle(parseCommand(line, TODAY), caller, TELL_NOBODY),
    run: (command, as = caller) => handle(command, as, TELL_NOBODY),
    close: () => stores.close(),
  };
}
