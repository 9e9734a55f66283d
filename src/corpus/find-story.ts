import type { Article } from '../domain/article.ts';
import type { ArticleStore, Signature } from '../ports/article-store.ts';
import type { StoryIndex } from '../ports/story-index.ts';
import type { Batch } from './batch.ts';
import { likelyCandidates, matchStory } from './story.ts';

const CANDIDATES = 20;

export interface StoryStores {
  readonly articles: ArticleStore;
  readonly stories: StoryIndex;
}

/** The story of a near-duplicate that is stored or waits to be stored in this batch; null when there is none. */
export async function findStory(
  { articles, stories }: StoryStores,
  tenant: string,
  batch: Batch,
  told: Pick<Article, 'text' | 'published' | 'outlet'>,
  signature: Signature,
): Promise<string | null> {
  const candidates = [...batch.similar(signature.bands), ...(await stories.similar(tenant, signature.bands, CANDIDATES))];
  const likely = likelyCandidates(signature, told.published, candidates).map(({ articleId }) => articleId);
  if (likely.length === 0) return null;
  const waiting = batch.find(likely);
  const stored = await articles.read(
    tenant,
    likely.filter((id) => !waiting.some((article) => article.id === id)),
  );
  return matchStory(told, [...waiting, ...stored.map(({ article }) => article)]);
}
