import type { Article, ArticleHead } from '../domain/article.ts';
import type { ArticleStore, Signature } from '../ports/article-store.ts';
import type { Ids } from '../ports/ids.ts';
import type { StoryIndex } from '../ports/story-index.ts';
import type { Batch, Outcome } from './batch.ts';
import type { CleanArticle } from './clean-article.ts';
import { findStory } from './find-story.ts';
import { signatureOf } from './signature.ts';
import { nextVersionId } from './version-id.ts';
import { readWords, type Words } from './words.ts';

export interface PlaceTools {
  readonly articles: ArticleStore;
  readonly stories: StoryIndex;
  readonly ids: Ids;
}

/** An article that has its version and its story. */
export interface PlacedArticle {
  readonly article: Article;
  readonly words: Words;
  readonly signature: Signature;
  readonly outcome: Outcome;
}

/** The newest version with this lineage, saved or waiting in the batch. */
async function currentOf(articles: ArticleStore, tenant: string, batch: Batch, lineage: string): Promise<ArticleHead | undefined> {
  return batch.newestOf(lineage) ?? (await articles.find(tenant, { lineages: [lineage], limit: 1 }))[0];
}

/**
 * Finds out what an article is to a corpus: new, a new version, or (null) nothing new. A sample that comes as a real
 * article is new, so that it stays when the samples go. A new version stays in the story of the one before.
 */
export async function placeArticle(
  tools: PlaceTools,
  tenant: string,
  batch: Batch,
  { firstId, ...clean }: CleanArticle,
): Promise<PlacedArticle | null> {
  const { articles, ids } = tools;
  const current = await currentOf(articles, tenant, batch, clean.lineage);
  const isSame = current?.contentHash === clean.contentHash;
  if (isSame && (!current.sample || clean.sample)) return null;
  const words = readWords(clean.text);
  const signature = signatureOf(clean.text, words);
  if (isSame) {
    const { id, previous, storyId } = current;
    return { article: { ...clean, id, previous, storyId }, words, signature, outcome: 'added' };
  }
  const id = await nextVersionId({ articles, batch, tenant }, firstId, current?.id);
  const storyId = current?.storyId ?? (await findStory(tools, tenant, batch, clean, signature)) ?? `story-${ids.digest(id).slice(0, 12)}`;
  return {
    article: { ...clean, id, previous: current?.id ?? null, storyId },
    words,
    signature,
    outcome: current ? 'updated' : 'added',
  };
}
