import type { IndexedPassage, PreparedArticle } from '../../src/ports/article-store.ts';
import { articleRow, articleTextRow } from '../sql/article-rows.ts';
import type { Connection } from './connection.ts';
import { requireSearchTables } from './search-tables.ts';
import { speakerWords } from './speaker-words.ts';
import { joinTerms, splitTerms } from './term-text.ts';

const INSERT_ARTICLE = `
  INSERT INTO articles (number, tenant, id, lineage, title, title_from, outlet, published, published_from, url, language,
    content_hash, previous, origin, sample, story_id, current, passages, first_passage, title_terms)
  VALUES (:number, :tenant, :id, :lineage, :title, :title_from, :outlet, :published, :published_from, :url, :language,
    :content_hash, :previous, :origin, :sample, :story_id, :current, :passages, :first_passage, :title_terms)`;

const INSERT_TEXT = `
  INSERT INTO article_texts (article, tenant, text, sentences, signature, shingles, bands)
  VALUES (:article, :tenant, :text, :sentences, :signature, :shingles, :bands)`;

const INSERT_PASSAGE = 'INSERT INTO passages (number, tenant, id, article, start, "end") VALUES (?, ?, ?, ?, ?, ?)';
const INSERT_TERMS = 'INSERT INTO passage_terms (passage, tenant, terms) VALUES (?, ?, ?)';

// Row by row, and not as one INSERT … SELECT: a statement that may fail half-way opens a savepoint, and at each of those
// FTS5 writes out what it has gathered.
const INSERT_MEMBERSHIP = 'INSERT OR IGNORE INTO topic_members (tenant, topic, article) VALUES (?, ?, ?)';

function nextNumber(connection: Connection, sql: string): number {
  return connection.all<{ readonly next: number }>(sql)[0]?.next ?? 1;
}

/** Adds passages, numbered from `first` on, and look-ups to the indexes of their tenant. */
function indexArticle(
  connection: Connection,
  tenant: string,
  { passages, titleTerms, signature, sentences }: PreparedArticle,
  place: { readonly article: number; readonly first: number },
): void {
  const { index, lookups } = requireSearchTables(connection, tenant);
  const insertIndexed = `INSERT INTO ${index} (rowid, title_terms, terms) VALUES (?, ?, ?)`;
  const title = joinTerms(titleTerms);
  let total = 0;
  passages.forEach(({ id, start, end, terms }: IndexedPassage, offset) => {
    const number = place.first + offset;
    const joined = joinTerms(terms);
    connection.run(insertIndexed, number, title, joined);
    connection.run(INSERT_PASSAGE, number, tenant, id, place.article, start, end);
    connection.run(INSERT_TERMS, number, tenant, joined);
    // Counted as it will be taken off again, whatever a term may hold.
    total += splitTerms(joined).length;
  });
  const words = [...signature.bands, ...speakerWords(sentences)].join(' ');
  connection.run(`INSERT INTO ${lookups} (rowid, words) VALUES (?, ?)`, place.article, words);
  connection.run('UPDATE tenants SET passages = passages + ?, terms = terms + ? WHERE name = ?', passages.length, total, tenant);
}

/** Writes one article with all its derived rows and returns its number; inside `write` only. A superseded one stays out of every index. */
export function insertArticle(connection: Connection, tenant: string, prepared: PreparedArticle, current: boolean): number {
  const article = nextNumber(connection, 'SELECT coalesce(max(number), 0) + 1 AS next FROM articles');
  const first = nextNumber(connection, 'SELECT coalesce(max(number), 0) + 1 AS next FROM passages');
  connection.runNamed(INSERT_ARTICLE, {
    ...articleRow(tenant, prepared, current),
    number: article,
    first_passage: first,
  });
  connection.runNamed(INSERT_TEXT, { ...articleTextRow(tenant, article, prepared) });
  for (const topic of prepared.topics) connection.run(INSERT_MEMBERSHIP, tenant, topic, article);
  if (current) indexArticle(connection, tenant, prepared, { article, first });
  return article;
}
