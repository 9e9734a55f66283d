import { DatabaseSync } from 'node:sqlite';
import { STOPWORDS } from '../../src/corpus/stopwords.ts';

/** What FTS5 is given of one passage. */
export interface BarePassage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** FTS5 as anyone would use it, to compare with: porter stems, any word of the query, stopwords removed. */
export interface BareFts5 {
  /** Adds passages in one transaction. */
  insert(passages: readonly BarePassage[]): void;
  /** The ids of the best passages, best first. */
  search(query: string, limit: number): readonly string[];
  close(): void;
}

/** The query in FTS5's syntax; null when nothing but stopwords is in it. */
function matchOf(query: string): string | null {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const wanted = [...new Set(words)].filter((word) => !STOPWORDS.has(word));
  return wanted.length === 0 ? null : wanted.map((word) => `"${word}"`).join(' OR ');
}

/** Opens a new file with one FTS5 table and the settings of our own store. */
export function openBareFts5(path: string): BareFts5 {
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;
    CREATE TABLE ids (number INTEGER PRIMARY KEY, id TEXT NOT NULL);
    CREATE VIRTUAL TABLE t USING fts5(title, body, tokenize = 'porter unicode61')`);
  const insertId = database.prepare('INSERT INTO ids (id) VALUES (?)');
  const insert = database.prepare('INSERT INTO t (rowid, title, body) VALUES (?, ?, ?)');
  // By `bm25()` and not by `rank`: the two order alike, and for `rank` FTS5 sorts all matches.
  const select = database.prepare('SELECT rowid AS number FROM t WHERE t MATCH ? ORDER BY bm25(t, 2.0, 1.0) LIMIT ?');
  const idOf = database.prepare('SELECT id FROM ids WHERE number = ?');
  return {
    insert(passages) {
      database.exec('BEGIN IMMEDIATE');
      for (const { id, title, text } of passages) insert.run(insertId.run(id).lastInsertRowid, title, text);
      database.exec('COMMIT');
    },
    search(query, limit) {
      const match = matchOf(query);
      const rows = match === null ? [] : select.all(match, limit);
      return rows.map((row) => String(idOf.get(row['number'] ?? null)?.['id']));
    },
    close: () => database.close(),
  };
}
