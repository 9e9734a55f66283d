/** A quotable stretch of one article: whole sentences where there are any, about 80 to 180 words, at most 1,500 characters. */
export interface Passage {
  readonly id: string;
  readonly articleId: string;
  /** `article.text.slice(start, end)` is the passage. UTF-16 units. */
  readonly start: number;
  readonly end: number;
}
