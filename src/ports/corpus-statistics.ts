/** What a tenant holds. */
export interface CorpusStatistics {
  readonly articles: number;
  readonly versions: number;
  readonly passages: number;
  readonly stories: number;
  readonly outlets: number;
  readonly samples: number;
  readonly oldest: string | null;
  readonly newest: string | null;
}

/** Counts what is held. */
export interface CorpusCounter {
  count(tenant: string): Promise<CorpusStatistics>;
}
