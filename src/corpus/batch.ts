import type { Article } from '../domain/article.ts';
import type { PreparedArticle } from '../ports/article-store.ts';
import type { StoryCandidate } from '../ports/story-index.ts';

/** What an article is to the corpus that takes it in. */
export type Outcome = 'added' | 'updated';

export interface BatchEntry {
  readonly prepared: PreparedArticle;
  readonly outcome: Outcome;
}

/** Articles that are prepared and not yet saved; the versions and stories among them count already. */
export interface Batch {
  readonly size: number;
  add(entry: BatchEntry): void;
  /** True when the batch is not empty and this article would make its transaction too long. */
  isTooFullFor(prepared: PreparedArticle): boolean;
  hasId(id: string): boolean;
  newestOf(lineage: string): Article | undefined;
  /** Articles that share a band with these. */
  similar(bands: readonly number[]): readonly StoryCandidate[];
  find(ids: readonly string[]): readonly Article[];
  /** Empties the batch and returns what was in it. */
  drain(): readonly BatchEntry[];
}

/**
 * Passages in one transaction: 250 take about 20 ms of the 50 that others may have to wait. Beside its passages an
 * article costs its bands, topics and positions, which is about as much as this many passages.
 */
const MOST_PASSAGES = 250;
const PASSAGES_PER_ARTICLE = 4;

/** What saving an article costs, in passages. */
function weightOf({ passages }: PreparedArticle): number {
  return passages.length + PASSAGES_PER_ARTICLE;
}

/** Makes an empty batch. */
export function createBatch(): Batch {
  let entries: BatchEntry[] = [];
  let weight = 0;
  const held = new Set<number>();
  return {
    get size() {
      return entries.length;
    },
    add(entry) {
      entries.push(entry);
      weight += weightOf(entry.prepared);
      for (const band of entry.prepared.signature.bands) held.add(band);
    },
    isTooFullFor: (prepared) => entries.length > 0 && weight + weightOf(prepared) > MOST_PASSAGES,
    hasId: (id) => entries.some(({ prepared }) => prepared.article.id === id),
    newestOf: (lineage) => entries.findLast(({ prepared }) => prepared.article.lineage === lineage)?.prepared.article,
    similar(bands) {
      const wanted = new Set(bands.filter((band) => held.has(band)));
      if (wanted.size === 0) return [];
      return entries
        .filter(({ prepared }) => prepared.signature.bands.some((band) => wanted.has(band)))
        .map(({ prepared: { article, signature } }) => ({
          articleId: article.id,
          storyId: article.storyId,
          published: article.published,
          values: signature.values,
          shingles: signature.shingles,
        }));
    },
    find: (ids) => entries.map(({ prepared }) => prepared.article).filter(({ id }) => ids.includes(id)),
    drain() {
      const drained = entries;
      entries = [];
      weight = 0;
      held.clear();
      return drained;
    },
  };
}
