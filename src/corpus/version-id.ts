import type { ArticleStore } from '../ports/article-store.ts';
import type { Batch } from './batch.ts';

export interface KnownIds {
  readonly articles: ArticleStore;
  readonly batch: Batch;
  readonly tenant: string;
}

/** Ids that look like a later version may be one, of another article. */
const VERSION = /~(\d{1,9})$/;

/**
 * The id of the version after `currentId` (null: of the first version): the first id, then `~2`, `~3` … What another
 * article has already, because its given id ends in such a number, is passed over.
 */
export async function nextVersionId(
  { articles, batch, tenant }: KnownIds,
  firstId: string,
  currentId: string | undefined,
): Promise<string> {
  const isLater = currentId?.startsWith(`${firstId}~`) === true;
  let number = currentId === undefined ? 1 : isLater ? Number(VERSION.exec(currentId)?.[1] ?? 1) + 1 : 2;
  for (;;) {
    const id = number === 1 ? firstId : `${firstId}~${number}`;
    const isFree = (number === 1 && !VERSION.test(firstId)) || (!batch.hasId(id) && (await articles.read(tenant, [id])).length === 0);
    if (isFree) return id;
    number += 1;
  }
}
