import type { Logger } from '../../src/ports/logger.ts';
import type { Stores } from '../../src/ports/stores.ts';
import { createCorpusCounter } from '../sql/corpus-counter.ts';
import { createDeliveryStore } from '../sql/delivery-store.ts';
import { createInboxStore } from '../sql/inbox-store.ts';
import { createInstallationStore } from '../sql/installation-store.ts';
import { createLedger } from '../sql/ledger.ts';
import { createReadingStore } from '../sql/reading-store.ts';
import { createReplyStore } from '../sql/reply-store.ts';
import { createReportStore } from '../sql/report-store.ts';
import { createSettingsStore } from '../sql/settings-store.ts';
import { createSourceStore } from '../sql/source-store.ts';
import { createThreadStore } from '../sql/thread-store.ts';
import { createTopicStore } from '../sql/topic-store.ts';
import { createArticleStore } from './article-store.ts';
import { createBandFilter } from './band-filter.ts';
import type { Connection } from './connection.ts';
import { openConnection } from './open-connection.ts';
import { createPassageIndex } from './passage-index.ts';
import { createPositionIndex } from './position-index.ts';
import { createSqliteDatabase } from './sqlite-database.ts';
import { createStoryIndex } from './story-index.ts';

/** All stores over one SQLite file. */
export interface SqliteStore extends Stores {
  /** Writes what is under way and closes the file; nothing may be asked afterwards. */
  close(): Promise<void>;
}

export interface SqliteStoreOptions {
  /** A file, made where missing, or `:memory:`. */
  readonly path: string;
  readonly logger?: Logger | undefined;
}

/** The stores over a connection that is open. */
export function createSqliteStore(connection: Connection): SqliteStore {
  const database = createSqliteDatabase(connection);
  const bands = createBandFilter(connection);
  return {
    articles: createArticleStore(connection, database, bands),
    passages: createPassageIndex(connection),
    stories: createStoryIndex(connection, bands),
    positions: createPositionIndex(connection),
    topics: createTopicStore(database),
    sources: createSourceStore(database),
    replies: createReplyStore(database),
    readings: createReadingStore(database),
    ledger: createLedger(database),
    corpus: createCorpusCounter(database),
    inbox: createInboxStore(database),
    deliveries: createDeliveryStore(database),
    threads: createThreadStore(database),
    settings: createSettingsStore(database),
    reports: createReportStore(database),
    installations: createInstallationStore(database),
    close: () => connection.close(),
  };
}

/**
 * Opens a SQLite file as the store of everything, and brings its schema up to date.
 * @throws StoreError when the file cannot be used, in one line that says why.
 */
export async function openSqliteStore({ path, logger }: SqliteStoreOptions): Promise<SqliteStore> {
  const start = performance.now();
  const store = createSqliteStore(openConnection(path));
  logger?.debug('database opened', { path, ms: Math.round(performance.now() - start) });
  return store;
}
