/** Where a named speaker speaks. */
export interface RecordedPosition {
  readonly speaker: string;
  readonly articleId: string;
  /** `start` of the sentence in the article. */
  readonly start: number;
}

/** Who speaks where, over current articles. Read only: `ArticleStore.save` writes it. */
export interface PositionIndex {
  /** All named speakers, each once, in alphabetical order. */
  speakers(tenant: string): Promise<readonly string[]>;
  /** Every sentence in which one of these speaks, by date of the article (undated last), then by place. */
  positionsOf(tenant: string, speakers: readonly string[]): Promise<readonly RecordedPosition[]>;
}
