import { decodeSentences } from '../sql/sentence-codec.ts';
import type { Connection } from './connection.ts';
import { requireSearchTables } from './search-tables.ts';
import { speakerWords } from './speaker-words.ts';
import { splitTerms } from './term-text.ts';

/** A stored version, as far as taking it away needs it. */
export interface StoredVersion {
  readonly number: number;
  readonly current: 0 | 1;
  readonly first_passage: number;
  readonly passages: number;
  readonly title_terms: string;
}

/** The columns of a `StoredVersion`. */
export const VERSION_COLUMNS = 'number, current, first_passage, passages, title_terms';

const DELETE_READINGS = `
  DELETE FROM readings WHERE tenant = ? AND article_id IN (SELECT id FROM articles WHERE tenant = ? AND lineage = ?)`;

interface StoredTerms {
  readonly passage: number;
  readonly terms: string;
}

function erasePassages(connection: Connection, tenant: string, version: StoredVersion): void {
  const { index } = requireSearchTables(connection, tenant);
  // The passages of one article were numbered in one go, which spares an index from passages back to their article.
  const range = [tenant, version.first_passage, version.first_passage + version.passages - 1] as const;
  const rows = connection.all<StoredTerms>(
    'SELECT passage, terms FROM passage_terms WHERE tenant = ? AND passage BETWEEN ? AND ?',
    ...range,
  );
  const forget = `INSERT INTO ${index} (${index}, rowid, title_terms, terms) VALUES ('delete', ?, ?, ?)`;
  for (const { passage, terms } of rows) connection.run(forget, passage, version.title_terms, terms);
  connection.run('DELETE FROM passage_terms WHERE tenant = ? AND passage BETWEEN ? AND ?', ...range);
  connection.run('DELETE FROM passages WHERE tenant = ? AND number BETWEEN ? AND ?', ...range);
  const total = rows.reduce((sum, { terms }) => sum + splitTerms(terms).length, 0);
  connection.run('UPDATE tenants SET passages = passages - ?, terms = terms - ? WHERE name = ?', rows.length, total, tenant);
}

function eraseLookUps(connection: Connection, tenant: string, article: number): void {
  const [text] = connection.all<{ readonly sentences: string; readonly bands: string }>(
    'SELECT sentences, bands FROM article_texts WHERE tenant = ? AND article = ?',
    tenant,
    article,
  );
  if (!text) return;
  const { lookups } = requireSearchTables(connection, tenant);
  const words = [text.bands, ...speakerWords(decodeSentences(text.sentences))].join(' ');
  connection.run(`INSERT INTO ${lookups} (${lookups}, rowid, words) VALUES ('delete', ?, ?)`, article, words);
}

/** Takes a version out of every index, so that only its text stays; inside `write` only. */
export function supersede(connection: Connection, tenant: string, version: StoredVersion): void {
  if (version.current === 0) return;
  erasePassages(connection, tenant, version);
  eraseLookUps(connection, tenant, version.number);
  connection.run('UPDATE articles SET current = 0, passages = 0 WHERE tenant = ? AND number = ?', tenant, version.number);
}

/**
 * Removes what was read out of every version of a lineage; inside `write` only, and before the versions go. Apart from
 * `eraseVersion`, because a version that is only written anew has the same text, and reading it again would cost money.
 */
export function eraseReadings(connection: Connection, tenant: string, lineage: string): void {
  connection.run(DELETE_READINGS, tenant, tenant, lineage);
}

/** Removes a version with everything that hangs on it, but for its readings; inside `write` only. */
export function eraseVersion(connection: Connection, tenant: string, version: StoredVersion): void {
  supersede(connection, tenant, version);
  connection.run('DELETE FROM topic_members WHERE tenant = ? AND article = ?', tenant, version.number);
  connection.run('DELETE FROM article_texts WHERE tenant = ? AND article = ?', tenant, version.number);
  connection.run('DELETE FROM articles WHERE tenant = ? AND number = ?', tenant, version.number);
}
