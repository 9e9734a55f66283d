import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { createArticleReader } from '../../adapters/sources/create-article-reader.ts';
import { parseText } from '../../adapters/sources/parse-text.ts';
import { readTopicFile } from '../../adapters/sources/topic-file.ts';
import type { AddedText } from '../bot/bot-options.ts';
import { createIngest, type IngestReport } from '../corpus/ingest.ts';
import { assignTopic } from '../corpus/reassign.ts';
import { type ScanReport, scanSources } from '../corpus/scan-sources.ts';
import type { ArticleReader, ReadItem } from '../ports/article-reader.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Logger } from '../ports/logger.ts';
import type { Stores } from '../ports/stores.ts';

/** What articles lack and the person who ingests them knows. */
export interface Lacking {
  readonly outlet: string | null;
  readonly language: string | null;
}

/** The ways by which articles come into the corpus. */
export interface TakingIn {
  /** Reads articles from a path into the corpus. `onProgress` hears of every item read. */
  readonly ingest: (tenant: string, path: string, lacking: Lacking, onProgress?: () => void) => Promise<IngestReport>;
  /** Takes in what was read elsewhere. */
  readonly ingestItems: (tenant: string, items: AsyncIterable<ReadItem>, onProgress?: () => void) => Promise<IngestReport>;
  /** Takes in texts as files with these names and contents would be. */
  readonly addTexts: (tenant: string, texts: readonly AddedText[]) => Promise<IngestReport>;
  /** How many files an ingest of `path` would look at. */
  readonly countFiles: (path: string) => Promise<number>;
  readonly scan: (tenant: string) => Promise<ScanReport>;
  /** Loads topics and samples into a tenant that holds nothing. */
  readonly loadSamples: (tenant: string) => Promise<void>;
}

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');

function readerFor(lacking: Lacking): ArticleReader {
  return createArticleReader(lacking);
}

async function* readTexts(texts: readonly AddedText[]): AsyncIterable<ReadItem> {
  for (const { text, origin } of texts) yield { kind: 'article', raw: parseText(text, origin) };
}

/** Wires everything that reads articles. */
export function createTakingIn(options: {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
}): TakingIn {
  const { stores, clock } = options;
  const ingest = createIngest({ ...stores, ...options, pause });

  /** Topics come first: which articles belong to them is decided while these are read. */
  async function seedTopics(tenant: string): Promise<void> {
    if ((await stores.topics.list(tenant)).length > 0 || (await stores.corpus.count(tenant)).articles > 0) return;
    for (const topic of await readTopicFile(join(SAMPLES, 'topics.yaml'))) await assignTopic(stores, tenant, topic);
  }

  async function ingestItems(tenant: string, items: AsyncIterable<ReadItem>, onProgress?: () => void): Promise<IngestReport> {
    await seedTopics(tenant);
    return ingest(tenant, items, { samples: false, onProgress });
  }

  return {
    ingestItems,
    ingest: (tenant, path, lacking, onProgress) => ingestItems(tenant, readerFor(lacking).read(path), onProgress),
    addTexts: (tenant, texts) => ingestItems(tenant, readTexts(texts)),
    countFiles: (path) => readerFor({ outlet: null, language: null }).count(path),
    async scan(tenant) {
      await seedTopics(tenant);
      return scanSources({ ingest, sources: stores.sources, readerFor, clock }, tenant);
    },
    async loadSamples(tenant) {
      if ((await stores.corpus.count(tenant)).articles > 0) return;
      await seedTopics(tenant);
      const reader = readerFor({ outlet: null, language: null });
      await ingest(tenant, reader.read(join(SAMPLES, 'articles')), { samples: true });
    },
  };
}
