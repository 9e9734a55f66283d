import type { App } from '../../src/app/open-app.ts';
import type { Citation } from '../../src/domain/citation.ts';

/** How many of these citations do not have their quote at their offsets in the stored article. */
export async function countInvalid(app: App, citations: readonly Citation[]): Promise<number> {
  const read = await app.stores.articles.read('main', [...new Set(citations.map(({ articleId }) => articleId))]);
  const texts = new Map(read.map(({ article }) => [article.id, article.text]));
  return citations.filter(({ articleId, start, end, quote }) => texts.get(articleId)?.slice(start, end) !== quote).length;
}
