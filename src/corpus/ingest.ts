import type { Article, ArticleHead } from '../domain/article.ts';
import type { ReadItem } from '../ports/article-reader.ts';
import type { ArticleStore, PreparedArticle } from '../ports/article-store.ts';
import type { Ids } from '../ports/ids.ts';
import type { Logger } from '../ports/logger.ts';
import type { StoryCandidate, StoryIndex } from '../ports/story-index.ts';
import type { TopicStore } from '../ports/topic-store.ts';
import { compileTopic } from './membership.ts';
import { type CleanArticle, cleanArticle, prepareArticle } from './prepare-article.ts';
import { matchStory, signatureOf } from './story.ts';

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

/** Passages in one transaction: about 250 take well under the 50 ms that others may have to wait. */
const BATCH_PASSAGES = 250;
const STORY_CANDIDATES = 20;

type Outcome = 'added' | 'updated' | 'unchanged';

/** Articles that are prepared and not yet saved; the versions and stories among them count already. */
interface Batch {
  readonly prepared: PreparedArticle[];
  passages: number;
}

function versionId(article: CleanArticle, current: ArticleHead | undefined, ids: Ids): string {
  const first = /^https?:|[\\/]/.test(article.lineage) ? `a-${ids.digest(article.lineage).slice(0, 12)}` : article.lineage;
  if (!current) return first;
  return `${first}~${Number(/~(\d+)$/.exec(current.id)?.[1] ?? '1') + 1}`;
}

function unsavedCandidates(batch: Batch, bands: readonly number[]): readonly StoryCandidate[] {
  const wanted = new Set(bands);
  return batch.prepared
    .filter(({ signature }) => signature.bands.some((band) => wanted.has(band)))
    .map(({ article, signature }) => ({ articleId: article.id, storyId: article.storyId, published: article.published, values: signature.values, shingles: signature.shingles }));
}

/** Takes articles in: cleans, tells versions apart, derives everything and saves in small batches. */
export function createIngest({ articles, stories, topics, ids, logger, pause }: IngestOptions): Ingest {
  async function currentVersion(tenant: string, lineage: string, batch: Batch): Promise<ArticleHead | undefined> {
    const unsaved = batch.prepared.findLast(({ article }) => article.lineage === lineage);
    return unsaved?.article ?? (await articles.find(tenant, { lineages: [lineage], limit: 1 }))[0];
  }

  async function toArticle(tenant: string, clean: CleanArticle, current: ArticleHead | undefined, batch: Batch) {
    const signature = signatureOf(clean.text);
    const id = versionId(clean, current, ids);
    const candidates = [...unsavedCandidates(batch, signature.bands), ...(await stories.similar(tenant, signature.bands, STORY_CANDIDATES))];
    const storyId = current?.storyId ?? matchStory(signature, clean.published, candidates) ?? `story-${ids.digest(id).slice(0, 12)}`;
    const article: Article = { ...clean, id, previous: current?.id ?? null, storyId };
    return { article, signature };
  }

  async function save(tenant: string, batch: Batch): Promise<void> {
    if (batch.prepared.length === 0) return;
    await articles.save(tenant, batch.prepared.splice(0));
    batch.passages = 0;
    await pause();
  }

  async function withdrawSamples(tenant: string): Promise<void> {
    const samples = await articles.find(tenant, { sample: true });
    if (samples.length > 0) await articles.remove(tenant, samples.map(({ lineage }) => lineage));
  }

  return async (tenant, items, { samples, onProgress }) => {
    const matchers = (await topics.list(tenant)).map((topic) => ({ slug: topic.slug, belongs: compileTopic(topic) }));
    const counts: Record<Outcome, number> = { added: 0, updated: 0, unchanged: 0 };
    const rejected: Rejection[] = [];
    const batch: Batch = { prepared: [], passages: 0 };

    async function take(item: Extract<ReadItem, { kind: 'article' }>): Promise<void> {
      const clean = cleanArticle({ ...item.raw, sample: samples }, ids);
      if (!clean) return void rejected.push({ path: item.raw.origin, reason: 'holds no text' });
      const current = await currentVersion(tenant, clean.lineage, batch);
      if (current?.contentHash === clean.contentHash) return void (counts.unchanged += 1);
      const { article, signature } = await toArticle(tenant, clean, current, batch);
      const slugs = matchers.filter(({ belongs }) => belongs(article.title, article.text)).map(({ slug }) => slug);
      const prepared = prepareArticle(article, slugs, signature);
      if (batch.passages + prepared.passages.length > BATCH_PASSAGES) await save(tenant, batch);
      batch.prepared.push(prepared);
      batch.passages += prepared.passages.length;
      counts[current ? 'updated' : 'added'] += 1;
    }

    for await (const item of items) {
      if (item.kind === 'rejected') rejected.push({ path: item.origin, reason: item.reason });
      else await take(item);
      onProgress?.();
    }
    await save(tenant, batch);
    if (!samples && counts.added > 0) await withdrawSamples(tenant);
    logger.info('ingest done', { tenant, ...counts, rejected: rejected.length });
    return { ...counts, rejected };
  };
}
