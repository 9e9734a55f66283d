import type { Connection } from './connection.ts';

/** The search tables of one tenant, and its counts as BM25 needs them. */
export interface SearchTables {
  /** FTS5 over `title_terms` and `terms`; its rowid is the number of the passage. */
  readonly index: string;
  /** The words of the index, each with the number of passages that hold it. */
  readonly vocabulary: string;
  /** FTS5 over the bands and the named speakers of current articles; its rowid is the number of the article. */
  readonly lookups: string;
  /** Every word of it with every article that has it. */
  readonly lookupWords: string;
  /** Every word of it, once. */
  readonly lookupTerms: string;
  readonly passages: number;
  /** Terms in all passages together. */
  readonly terms: number;
}

interface TenantRow {
  readonly number: number;
  readonly passages: number;
  readonly terms: number;
}

/**
 * A term is whatever stands between blanks: the core has made the terms, and cutting them again would make them miss
 * what it asks for. The ascii tokenizer takes all other characters for parts of words and folds A to Z only.
 */
const TOKENIZE = `tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~'"`;

// Names hold the tenant's number, which the database gave, and never its name: no foreign text is ever part of SQL.
function tablesOf({ number, passages, terms }: TenantRow): SearchTables {
  const tenant = Math.trunc(number);
  return {
    index: `passages_fts_${tenant}`,
    vocabulary: `passages_words_${tenant}`,
    lookups: `lookups_fts_${tenant}`,
    lookupWords: `lookups_words_${tenant}`,
    lookupTerms: `lookups_terms_${tenant}`,
    passages,
    terms,
  };
}

/** The search tables of a tenant; null before its first article. */
export function findSearchTables(connection: Connection, tenant: string): SearchTables | null {
  const [row] = connection.all<TenantRow>('SELECT number, passages, terms FROM tenants WHERE name = ?', tenant);
  return row ? tablesOf(row) : null;
}

/**
 * The search tables of a tenant, made where missing; inside `write` only. One table for each tenant keeps the
 * statistics of one from showing in the ranking of another.
 */
export function requireSearchTables(connection: Connection, tenant: string): SearchTables {
  const found = findSearchTables(connection, tenant);
  if (found) return found;
  connection.run('INSERT INTO tenants (name) VALUES (?)', tenant);
  const made = findSearchTables(connection, tenant);
  if (!made) throw new Error('a tenant that was just added is not there');
  for (const statement of definitionsOf(made)) connection.run(statement);
  return made;
}

function definitionsOf({ index, vocabulary, lookups, lookupWords, lookupTerms }: SearchTables): readonly string[] {
  return [
    // Without content of its own: the terms are in passage_terms and articles, from where the `delete` command takes
    // them. `contentless_delete` would spare that, but leaves deleted passages in the counts that bm25() uses.
    `CREATE VIRTUAL TABLE ${index} USING fts5(title_terms, terms, content = '', ${TOKENIZE})`,
    `CREATE VIRTUAL TABLE ${vocabulary} USING fts5vocab(${index}, row)`,
    // Bands and speakers are evenly spread, so that in a plain table each of an article's 64 bands and 20 speakers dirties
    // a page of its own. At 40,000 articles the bands took ten times as long to write as this, and longer the more there
    // are; of the pages that an ingest of 3,000 articles wrote, two thirds were those of the speakers.
    `CREATE VIRTUAL TABLE ${lookups} USING fts5(words, content = '', columnsize = 0, detail = none, tokenize = 'ascii')`,
    `CREATE VIRTUAL TABLE ${lookupWords} USING fts5vocab(${lookups}, instance)`,
    `CREATE VIRTUAL TABLE ${lookupTerms} USING fts5vocab(${lookups}, row)`,
  ];
}
