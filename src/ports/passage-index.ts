import type { LocalDate } from '../domain/local-date.ts';
import type { Passage } from '../domain/passage.ts';

/** Counts over the current passages of a tenant, as BM25 needs them. */
export interface TermStatistics {
  readonly passages: number;
  /** Mean number of terms in a passage. */
  readonly meanLength: number;
  /** How many passages hold each of the terms that were asked for; 0 for an unknown one. */
  readonly frequencies: ReadonlyMap<string, number>;
}

export interface CandidateQuery {
  readonly terms: readonly string[];
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly language?: string | undefined;
  readonly topic?: string | undefined;
  readonly limit: number;
}

/** A passage that holds at least one of the terms, with what re-ranking needs. */
export interface Candidate {
  readonly passage: Passage;
  readonly terms: readonly string[];
  readonly titleTerms: readonly string[];
  readonly published: LocalDate | null;
  readonly storyId: string;
  /** The store's own BM25, higher is better. */
  readonly score: number;
}

/** The search index over current passages. Read only: `ArticleStore.save` writes it. */
export interface PassageIndex {
  statistics(tenant: string, terms: readonly string[]): Promise<TermStatistics>;
  /** The best passages by BM25 over any of the terms, best first. */
  candidates(tenant: string, query: CandidateQuery): Promise<readonly Candidate[]>;
}
