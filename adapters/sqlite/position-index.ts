import type { PositionIndex, RecordedPosition } from '../../src/ports/position-index.ts';
import { decodeSentences } from '../sql/sentence-codec.ts';
import type { Connection } from './connection.ts';
import { findSearchTables, type SearchTables } from './search-tables.ts';
import { speakerOfWord, wordOfSpeaker } from './speaker-words.ts';

// Alphabetical as people expect it: É beside E, "van Damme" under V. Code order would put both after Z.
const ALPHABET = new Intl.Collator('en');

interface SpokenRow {
  readonly id: string;
  readonly sentences: string;
}

function speakersSql({ lookupTerms }: SearchTables): string {
  return `SELECT term FROM ${lookupTerms} WHERE term >= 'p' AND term < 'q' ORDER BY term`;
}

function articlesSql({ lookupWords }: SearchTables): string {
  return `
    SELECT articles.id, article_texts.sentences
    FROM (SELECT DISTINCT found.doc FROM json_each(?) AS speaker CROSS JOIN ${lookupWords} AS found ON found.term = speaker.value) AS spoken
    CROSS JOIN articles ON articles.number = spoken.doc
    CROSS JOIN article_texts ON article_texts.article = spoken.doc
    WHERE articles.tenant = ? AND article_texts.tenant = ?
    ORDER BY articles.published NULLS LAST, articles.id`;
}

function readSpeakers(connection: Connection, tenant: string): readonly string[] {
  const tables = findSearchTables(connection, tenant);
  const rows = tables ? connection.all<{ readonly term: string }>(speakersSql(tables)) : [];
  return rows.map(({ term }) => speakerOfWord(term)).toSorted(ALPHABET.compare);
}

/** The index knows in which articles somebody speaks; in which sentences, these say. */
function readPositions(connection: Connection, tenant: string, speakers: readonly string[]): readonly RecordedPosition[] {
  const tables = findSearchTables(connection, tenant);
  if (!tables) return [];
  const wanted: ReadonlySet<string | null> = new Set(speakers);
  const words = JSON.stringify(speakers.map(wordOfSpeaker));
  return connection
    .all<SpokenRow>(articlesSql(tables), words, tenant, tenant)
    .flatMap(({ id, sentences }) =>
      decodeSentences(sentences).flatMap(({ speaker, start }) =>
        speaker !== null && wanted.has(speaker) ? [{ speaker, articleId: id, start }] : [],
      ),
    );
}

/** Reads who speaks where. */
export function createPositionIndex(connection: Connection): PositionIndex {
  return {
    speakers: (tenant) => connection.read(() => readSpeakers(connection, tenant)),
    positionsOf: (tenant, speakers) => connection.read(() => readPositions(connection, tenant, speakers)),
  };
}
