import type { Insertable, Selectable } from 'kysely';
import type { ArticleHead } from '../../src/domain/article.ts';
import type { PreparedArticle } from '../../src/ports/article-store.ts';
import { encodeSentences } from './sentence-codec.ts';
import type { ArticlesTable, ArticleTextsTable } from './tables.ts';

/** The columns that make an `ArticleHead`. */
export const HEAD_COLUMNS = [
  'articles.id',
  'articles.lineage',
  'articles.title',
  'articles.title_from',
  'articles.outlet',
  'articles.published',
  'articles.published_from',
  'articles.url',
  'articles.language',
  'articles.content_hash',
  'articles.previous',
  'articles.origin',
  'articles.sample',
  'articles.story_id',
] as const;

type HeadRow = Omit<Selectable<ArticlesTable>, 'number' | 'tenant' | 'current' | 'passages' | 'title_terms'>;

/** An article's head as the core knows it. */
export function toHead(row: HeadRow): ArticleHead {
  return {
    id: row.id,
    lineage: row.lineage,
    title: row.title,
    titleFrom: row.title_from,
    outlet: row.outlet,
    published: row.published,
    publishedFrom: row.published_from,
    url: row.url,
    language: row.language,
    contentHash: row.content_hash,
    previous: row.previous,
    origin: row.origin,
    sample: row.sample === 1,
    storyId: row.story_id,
  };
}

/** The row of an article's head. A superseded version has no passages in the index. */
export function articleRow(
  tenant: string,
  { article, titleTerms, passages }: PreparedArticle,
  current: boolean,
): Insertable<ArticlesTable> {
  return {
    tenant,
    id: article.id,
    lineage: article.lineage,
    title: article.title,
    title_from: article.titleFrom,
    outlet: article.outlet,
    published: article.published,
    published_from: article.publishedFrom,
    url: article.url,
    language: article.language,
    content_hash: article.contentHash,
    previous: article.previous,
    origin: article.origin,
    sample: article.sample ? 1 : 0,
    story_id: article.storyId,
    current: current ? 1 : 0,
    passages: current ? passages.length : 0,
    title_terms: titleTerms.join(' '),
  };
}

/** The row of an article's long parts. */
export function articleTextRow(
  tenant: string,
  number: number,
  { article, sentences, signature }: PreparedArticle,
): Insertable<ArticleTextsTable> {
  const { buffer, byteOffset, byteLength } = signature.values;
  return {
    article: number,
    tenant,
    text: article.text,
    sentences: encodeSentences(sentences),
    signature: new Uint8Array(buffer, byteOffset, byteLength),
    shingles: signature.shingles,
    bands: signature.bands.join(' '),
  };
}

/** The signature values in a stored blob; copied, since a blob may lie at an address that is no multiple of four. */
export function toSignatureValues(blob: Uint8Array): Uint32Array {
  return new Uint32Array(Uint8Array.from(blob).buffer);
}
