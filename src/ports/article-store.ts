import type { AnnotatedSentence } from '../domain/annotation.ts';
import type { Article, ArticleHead } from '../domain/article.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Passage } from '../domain/passage.ts';

/** A passage with the terms it is found by, in text order (see `src/corpus/terms`). */
export interface IndexedPassage extends Passage {
  readonly terms: readonly string[];
}

/** What near-duplicates are found by: 128 MinHash values, and how many shingles they stand for. */
export interface Signature {
  readonly values: Uint32Array;
  readonly shingles: number;
  /** Keys of the banded look-up; two articles that share one are compared. */
  readonly bands: readonly number[];
}

/** An article with everything that ingest derived from it. */
export interface PreparedArticle {
  readonly article: Article;
  readonly titleTerms: readonly string[];
  readonly passages: readonly IndexedPassage[];
  readonly sentences: readonly AnnotatedSentence[];
  /** Slugs of the topics that it belongs to. */
  readonly topics: readonly string[];
  readonly signature: Signature;
}

/** Narrows a list of articles; what is left out does not narrow. */
export interface ArticleFilter {
  readonly topic?: string | undefined;
  /** Both ends included. An undated article is never inside a period. */
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly undated?: boolean | undefined;
  readonly lineages?: readonly string[] | undefined;
  /** Articles whose origin is this path or lies below it. */
  readonly below?: string | undefined;
  readonly sample?: boolean | undefined;
  /** True: versions that a newer one has replaced are listed too. Default: only the newest of each. */
  readonly superseded?: boolean | undefined;
  /** Ids greater than this one only; with `order: 'id'`, the way to walk through all. */
  readonly afterId?: string | undefined;
  readonly limit?: number | undefined;
  /** Default `newest`: by date, undated last, then by id. */
  readonly order?: 'newest' | 'id' | undefined;
}

/** An article with its sentences, as read back from the store. */
export interface ReadArticle {
  readonly article: Article;
  readonly sentences: readonly AnnotatedSentence[];
}

/**
 * Keeps the articles of a tenant with their passages, sentences, topics and signatures.
 * A superseded version keeps its text, so that its citations stay true, and leaves the index.
 */
export interface ArticleStore {
  /** Saves all or none. Keep batches small: one call is one transaction, and others wait for it. */
  save(tenant: string, articles: readonly PreparedArticle[]): Promise<void>;
  find(tenant: string, filter: ArticleFilter): Promise<readonly ArticleHead[]>;
  /** In the order of `ids`; unknown ids are left out. */
  read(tenant: string, ids: readonly string[]): Promise<readonly ReadArticle[]>;
  /** Removes these lineages with all their versions and everything derived from them. Returns how many versions went. */
  remove(tenant: string, lineages: readonly string[]): Promise<number>;
}
