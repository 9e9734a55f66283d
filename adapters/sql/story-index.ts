import type { StoryIndex } from '../../src/ports/story-index.ts';
import { toSignatureValues } from './article-rows.ts';
import type { SqlDatabase } from './sql-database.ts';

function selectSimilar({ query, listOf }: SqlDatabase, tenant: string, bands: readonly number[], limit: number) {
  const shared = query
    .selectFrom('story_bands')
    .select(({ fn }) => ['article', fn.countAll<number>().as('bands')])
    .where('tenant', '=', tenant)
    .where('band', 'in', listOf(bands))
    .groupBy('article')
    .orderBy('bands', 'desc')
    .orderBy('article')
    .limit(limit)
    .as('shared');
  return query
    .selectFrom(shared)
    .innerJoin('articles', 'articles.number', 'shared.article')
    .innerJoin('article_texts', 'article_texts.article', 'shared.article')
    .select(['articles.id', 'articles.story_id', 'articles.published'])
    .select(['article_texts.signature', 'article_texts.shingles'])
    .where('articles.tenant', '=', tenant)
    .where('article_texts.tenant', '=', tenant)
    .orderBy('shared.bands', 'desc')
    .orderBy('shared.article');
}

/** Finds near-duplicates by the bands that they share. */
export function createStoryIndex(database: SqlDatabase): StoryIndex {
  return {
    async similar(tenant, bands, limit) {
      const rows = await selectSimilar(database, tenant, bands, limit).execute();
      return rows.map((row) => ({
        articleId: row.id,
        storyId: row.story_id,
        published: row.published,
        values: toSignatureValues(row.signature),
        shingles: row.shingles,
      }));
    },
  };
}
