import type { Reading } from '../domain/reading.ts';

/** Keeps what was read out of articles, so that no article is read twice by the same reader. */
export interface ReadingStore {
  /** Those of the articles that `reader` has read, in no order. */
  find(tenant: string, articleIds: readonly string[], reader: string): Promise<readonly Reading[]>;
  /** The first reading of an article by a reader stays; a second changes nothing. Nothing is kept for an article that is not held. */
  save(tenant: string, reading: Reading): Promise<void>;
}
