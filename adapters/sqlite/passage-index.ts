import type { Candidate, CandidateQuery, PassageIndex, TermStatistics } from '../../src/ports/passage-index.ts';
import type { Connection } from './connection.ts';
import { foldTerm, matchAny } from './match-expression.ts';
import { findSearchTables, type SearchTables } from './search-tables.ts';
import { splitTerms } from './term-text.ts';

/** A word of the title counts as two of the text: no set was found on which that does harm. */
const WEIGHTS = '2.0, 1.0';

interface CandidateRow {
  readonly id: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly terms: string;
  readonly title_terms: string;
  readonly published: string | null;
  readonly story_id: string;
  readonly score: number;
}

function toCandidate(row: CandidateRow): Candidate {
  return {
    passage: { id: row.id, articleId: row.article, start: row.start, end: row.end },
    terms: splitTerms(row.terms),
    titleTerms: splitTerms(row.title_terms),
    published: row.published,
    storyId: row.story_id,
    // bm25() is negative, so that ascending order is best first.
    score: -row.score,
  };
}

/** What narrows the search: constant conditions, the rest of the tables they need, and the values to bind. */
function filtersOf(tenant: string, { from, to, language, topic }: CandidateQuery) {
  const filters: readonly (readonly [condition: string, values: readonly (string | undefined)[]])[] = [
    ['articles.published >= ?', [from]],
    ['articles.published <= ?', [to]],
    ['articles.language = ?', [language]],
    [
      'EXISTS (SELECT 1 FROM topic_members AS member WHERE member.tenant = ? AND member.topic = ? AND member.article = articles.number)',
      topic === undefined ? [undefined] : [tenant, topic],
    ],
  ];
  const set = filters.filter(([, values]) => values.every((value) => value !== undefined));
  return { conditions: set.map(([condition]) => condition), values: set.flatMap(([, values]) => values) };
}

/**
 * Ranks first and fetches afterwards: whatever is joined before the limit is joined for every match, tens of thousands
 * of them. So the inner query touches other tables only where a filter needs them. `ORDER BY bm25()` and not `rank`,
 * because FTS5 sorts all matches for the latter and ignores the limit. CROSS JOIN keeps the order of the joins.
 */
function candidateSql({ index }: SearchTables, conditions: readonly string[]): string {
  const filtered = conditions.length > 0;
  return `
    SELECT passages.id, articles.id AS article, passages.start, passages."end", passage_terms.terms,
      articles.title_terms, articles.published, articles.story_id, best.score
    FROM (
      SELECT ${index}.rowid AS number, bm25(${index}, ${WEIGHTS}) AS score
      FROM ${index} ${filtered ? `CROSS JOIN passages ON passages.number = ${index}.rowid CROSS JOIN articles ON articles.number = passages.article` : ''}
      WHERE ${[`${index} MATCH ?`, ...(filtered ? ['articles.tenant = ?'] : []), ...conditions].join(' AND ')}
      ORDER BY score, ${index}.rowid LIMIT ?
    ) AS best
    CROSS JOIN passages ON passages.number = best.number
    CROSS JOIN passage_terms ON passage_terms.passage = best.number
    CROSS JOIN articles ON articles.number = passages.article
    WHERE passages.tenant = ? AND articles.tenant = ?
    ORDER BY best.score, best.number`;
}

function readCandidates(connection: Connection, tenant: string, query: CandidateQuery): readonly Candidate[] {
  const tables = findSearchTables(connection, tenant);
  const match = matchAny(query.terms);
  if (!tables || match === null) return [];
  const { conditions, values } = filtersOf(tenant, query);
  const narrowing = conditions.length > 0 ? [tenant, ...values] : [];
  const sql = candidateSql(tables, conditions);
  return connection.all<CandidateRow>(sql, match, ...narrowing, query.limit, tenant, tenant).map(toCandidate);
}

function readStatistics(connection: Connection, tenant: string, terms: readonly string[]): TermStatistics {
  const tables = findSearchTables(connection, tenant);
  const frequencyOf = (term: string): number => {
    if (!tables) return 0;
    const sql = `SELECT doc FROM ${tables.vocabulary} WHERE term = ?`;
    return connection.all<{ readonly doc: number }>(sql, foldTerm(term))[0]?.doc ?? 0;
  };
  const passages = tables?.passages ?? 0;
  return {
    passages,
    meanLength: tables && passages > 0 ? tables.terms / passages : 0,
    frequencies: new Map(terms.map((term) => [term, frequencyOf(term)])),
  };
}

/** Searches the current passages of a tenant in its FTS5 table. */
export function createPassageIndex(connection: Connection): PassageIndex {
  return {
    statistics: (tenant, terms) => connection.read(() => readStatistics(connection, tenant, terms)),
    candidates: (tenant, query) => connection.read(() => readCandidates(connection, tenant, query)),
  };
}
