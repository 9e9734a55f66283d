import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { createOpenAiModel } from '../../adapters/openai/create-openai-model.ts';
import { createArticleReader } from '../../adapters/sources/create-article-reader.ts';
import { readTopicFile } from '../../adapters/sources/topic-file.ts';
import { openSqliteStore } from '../../adapters/sqlite/open-sqlite-store.ts';
import { createClock } from '../../adapters/system/create-clock.ts';
import { createIds } from '../../adapters/system/create-ids.ts';
import { createLogger } from '../../adapters/system/create-logger.ts';
import { readPrompts } from '../../adapters/system/read-prompts.ts';
import { createBot } from '../bot/create-bot.ts';
import { createModelWriting, type ModelWriting, type ModelWritingOptions } from '../briefing/model/create-model-writing.ts';
import type { Config } from '../config.ts';
import { createIngest, type IngestReport } from '../corpus/ingest.ts';
import { assignTopic } from '../corpus/reassign.ts';
import { type ScanReport, scanSources } from '../corpus/scan-sources.ts';
import { createSearch, type Search } from '../corpus/search.ts';
import { UserError } from '../domain/errors.ts';
import type { ArticleReader, ReadItem } from '../ports/article-reader.ts';
import type { Clock } from '../ports/clock.ts';
import type { Handle } from '../ports/handle.ts';
import type { Logger } from '../ports/logger.ts';
import type { Stores } from '../ports/stores.ts';

/** What articles lack and the person who ingests them knows. */
export interface Lacking {
  readonly outlet: string | null;
  readonly language: string | null;
}

/** The whole of Attaché without a place to talk: what the command line, the terminal and the chat adapters start from. */
export interface App {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly search: Search;
  readonly handle: Handle;
  /** Reads articles from a path into the corpus. `onProgress` hears of every item read. */
  ingest(tenant: string, path: string, lacking: Lacking, onProgress?: () => void): Promise<IngestReport>;
  /** Takes in what was read elsewhere. */
  ingestItems(tenant: string, items: AsyncIterable<ReadItem>, onProgress?: () => void): Promise<IngestReport>;
  /** How many files an ingest of `path` would look at. */
  countFiles(path: string): Promise<number>;
  scan(tenant: string): Promise<ScanReport>;
  /** Loads topics and samples into a tenant that holds nothing. */
  loadSamples(tenant: string): Promise<void>;
  close(): Promise<void>;
}

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');

async function resolveFolder(path: string): Promise<string> {
  const full = await realpath(path).catch(() => null);
  if (full === null || !(await stat(full)).isDirectory()) throw new UserError(`${path} is not a folder that can be read.`);
  return full;
}

const PROMPTS = join(import.meta.dirname, '..', '..', 'prompts');

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
    pause,
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
  const readerFor = (lacking: Lacking): ArticleReader => createArticleReader(lacking);
  const ingest = createIngest({ ...stores, ids, logger, pause });
  const search = createSearch({ index: stores.passages });
  const model = createModel(config, { ...stores, clock, ids, logger });

  /** Topics come first: which articles belong to them is decided while these are read. */
  async function seedTopics(tenant: string): Promise<void> {
    if ((await stores.topics.list(tenant)).length > 0 || (await stores.corpus.count(tenant)).articles > 0) return;
    for (const topic of await readTopicFile(join(SAMPLES, 'topics.yaml'))) await assignTopic(stores, tenant, topic);
  }

  async function loadSamples(tenant: string): Promise<void> {
    if ((await stores.corpus.count(tenant)).articles > 0) return;
    await seedTopics(tenant);
    const reader = readerFor({ outlet: null, language: null });
    await ingest(tenant, reader.read(join(SAMPLES, 'articles')), { samples: true });
  }

  async function ingestItems(tenant: string, items: AsyncIterable<ReadItem>, onProgress?: () => void): Promise<IngestReport> {
    await seedTopics(tenant);
    return ingest(tenant, items, { samples: false, onProgress });
  }

  async function scan(tenant: string): Promise<ScanReport> {
    await seedTopics(tenant);
    return scanSources({ ingest, sources: stores.sources, readerFor, clock }, tenant);
  }

  return {
    stores,
    clock,
    logger,
    search,
    loadSamples,
    scan,
    handle: createBot({ stores, model, pause, clock, ids, logger, loadSamples, scanSources: scan, resolveFolder }),
    ingestItems,
    ingest: (tenant, path, lacking, onProgress) => ingestItems(tenant, readerFor(lacking).read(path), onProgress),
    countFiles: (path) => readerFor({ outlet: null, language: null }).count(path),
    close: () => stores.close(),
  };
}
