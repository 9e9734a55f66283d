import type { RawArticle } from '../domain/article.ts';

/** One thing that was read: an article, or a reason why there is none. `origin` is a path, with `:line` for JSON Lines. */
export type ReadItem =
  | { readonly kind: 'article'; readonly raw: RawArticle }
  | { readonly kind: 'rejected'; readonly origin: string; readonly reason: string };

/** Reads articles out of a file or a folder. */
export interface ArticleReader {
  /**
   * Reads everything below `path`, one item at a time and in a steady order. A bad file is an item, not an error.
   * @throws UserError when `path` itself is missing or cannot be read.
   */
  read(path: string): AsyncIterable<ReadItem>;
  /** How many files `read` would look at. */
  count(path: string): Promise<number>;
}
