import type { ArticleHead } from '../../src/domain/article.ts';

/** An article head with what a test does not care about filled in. */
export function makeHead(id: string, over: Partial<ArticleHead> = {}): ArticleHead {
  return {
    id,
    lineage: id,
    title: `Title of ${id}`,
    titleFrom: 'given',
    outlet: 'Harbour Wire',
    published: '2025-01-11',
    publishedFrom: 'file',
    url: null,
    language: 'en',
    contentHash: id,
    previous: null,
    origin: `/articles/${id}.txt`,
    sample: false,
    storyId: id,
    ...over,
  };
}
