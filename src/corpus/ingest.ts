import type { RawArticle } from '../domain/article.ts';
import { UserError } from '../domain/errors.ts';
import type { ReadItem } from '../ports/article-reader.ts';
import type { ArticleStore } from '../ports/article-store.ts';
import type { Ids } from '../ports/ids.ts';
import type { Logger } from '../ports/logger.ts';
import type { StoryIndex } from '../ports/story-index.ts';
import type { TopicStore } from '../ports/topic-store.ts';
import { createBatch } from './batch.ts';
import { cleanArticle } from './clean-article.ts';
import { compileTopics } from './membership.ts';
import { placeArticle } from './place-article.ts';
import { prepareArticle } from './prepare-article.ts';
import { createBatchSaver, describeFailure } from './save-batch.ts';

export interface Rejection {
  readonly path: string;
  readonly reason: string;
}

/** What became of the articles of one ingest. */
export interface IngestReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly Rejection[];
}

export interface IngestOptions {
  readonly articles: ArticleStore;
  readonly stories: StoryIndex;
  readonly topics: TopicStore;
  readonly ids: Ids;
  readonly logger: Logger;
  /** Lets others have the thread between two batches. */
  readonly pause: () => Promise<unknown>;
}

export interface IngestRun {
  /** True for the project's own samples, which the first real article withdraws. */
  readonly samples: boolean;
  readonly onProgress?: (() => void) | undefined;
}

export type Ingest = (tenant: string, items: AsyncIterable<ReadItem>, run: IngestRun) => Promise<IngestReport>;

/**
 * Takes articles in: cleans, tells versions apart, derives everything and saves in small batches. What is wrong with one
 * article rejects that one. Throws what the reader throws, after saving what came before, and what a store throws that
 * is broken altogether.
 */
export function createIngest(options: IngestOptions): Ingest {
  return async (tenant, items, { samples, onProgress }) => {
    const run = await startRun(options, tenant, samples);
    try {
      for await (const item of items) {
        if (item.kind === 'rejected') run.reject(item.origin, item.reason);
        else await run.take(item.raw);
        onProgress?.();
      }
    } finally {
      await run.flush();
    }
    const report = run.end();
    const isReal = !samples && report.added + report.updated + report.unchanged > 0;
    if (isReal) await withdrawSamples(options.articles, tenant);
    options.logger.debug('ingest done', { tenant, ...report, rejected: report.rejected.length });
    return report;
  };
}

async function withdrawSamples(articles: ArticleStore, tenant: string): Promise<void> {
  const samples = await articles.find(tenant, { sample: true });
  if (samples.length > 0)
    await articles.remove(
      tenant,
      samples.map(({ lineage }) => lineage),
    );
}

interface Run {
  take(raw: RawArticle): Promise<void>;
  reject(path: string, reason: string): void;
  /** Saves what waits to be saved. */
  flush(): Promise<void>;
  end(): IngestReport;
}

/** Counts what becomes of the articles of a run. */
function createTally(logger: Logger, tenant: string) {
  const counts = { added: 0, updated: 0, unchanged: 0 };
  const rejected: Rejection[] = [];

  function fail(origin: string, error: unknown): void {
    if (!(error instanceof UserError)) logger.error('article could not be taken in', { tenant, origin, error });
    rejected.push({ path: origin, reason: describeFailure(error) });
  }

  /** Does a part that looks at nothing but one article: what goes wrong there is wrong with this article. */
  function attempt<T>(origin: string, work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      fail(origin, error);
      return null;
    }
  }

  return { counts, rejected, fail, attempt };
}

/** What an ingest does with one article after the other. */
async function startRun(options: IngestOptions, tenant: string, samples: boolean): Promise<Run> {
  const topicsOf = compileTopics(await options.topics.list(tenant));
  const tally = createTally(options.logger, tenant);
  const saver = createBatchSaver(options.articles, tenant);
  const batch = createBatch();

  async function flush(): Promise<void> {
    const entries = batch.drain();
    if (entries.length === 0) return;
    const { saved, failed } = await saver.save(entries.map(({ prepared }) => prepared));
    const isSaved = new Set(saved);
    for (const { prepared, outcome } of entries) if (isSaved.has(prepared)) tally.counts[outcome] += 1;
    for (const { prepared, error } of failed) tally.fail(prepared.article.origin, error);
    await options.pause();
  }

  async function take(raw: RawArticle): Promise<void> {
    const clean = tally.attempt(raw.origin, () => cleanArticle({ ...raw, sample: samples }, options.ids));
    if (clean === null) return;
    const placed = await placeArticle(options, tenant, batch, clean);
    if (placed === null) {
      tally.counts.unchanged += 1;
      return;
    }
    const { article, words, signature, outcome } = placed;
    const { title, text } = article;
    const prepared = tally.attempt(raw.origin, () => prepareArticle(article, topicsOf(title, text, words), words, signature));
    if (prepared === null) return;
    if (batch.isTooFullFor(prepared)) await flush();
    batch.add({ prepared, outcome });
  }

  return {
    take,
    flush,
    reject: (path, reason) => void tally.rejected.push({ path, reason }),
    end() {
      saver.end();
      return { ...tally.counts, rejected: tally.rejected };
    },
  };
}
