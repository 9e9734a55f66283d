/** An earlier article that shares a band with a new one. */
export interface StoryCandidate {
  readonly articleId: string;
  readonly storyId: string;
  readonly published: string | null;
  readonly values: Uint32Array;
  readonly shingles: number;
}

/** Finds articles that may tell the same event. Read only: `ArticleStore.save` writes it. */
export interface StoryIndex {
  /** Current articles that share at least one band, those with most shared bands first. */
  similar(tenant: string, bands: readonly number[], limit: number): Promise<readonly StoryCandidate[]>;
}
