import type { LocalDate } from '../domain/local-date.ts';
import type { PassageIndex, TermStatistics } from '../ports/passage-index.ts';
import { expandAliases } from './aliases.ts';
import { type Ranked, rerank } from './rerank.ts';
import { termsOf } from './terms.ts';

export interface SearchOptions {
  readonly limit: number;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly language?: string | undefined;
  readonly topic?: string | undefined;
  /** Groups of names that mean the same: whoever is named is looked for under all of them. */
  readonly aliases?: readonly (readonly string[])[] | undefined;
}

export interface SearchOutcome {
  /** What was looked for, aliases included. */
  readonly terms: readonly string[];
  /** Best first. */
  readonly results: readonly Ranked[];
  readonly statistics: TermStatistics;
}

export type Search = (tenant: string, query: string, options: SearchOptions) => Promise<SearchOutcome>;

const MOST_TERMS = 32;
/** Candidates are looked for by the rarest terms until these many postings are spent; pruning is made good by the re-ranking. */
const POSTINGS = 50_000;
const CANDIDATES = 100;

function affordable(terms: readonly string[], { frequencies }: TermStatistics): readonly string[] {
  const known = terms.filter((term) => (frequencies.get(term) ?? 0) > 0);
  const rarestFirst = known.toSorted((a, b) => (frequencies.get(a) ?? 0) - (frequencies.get(b) ?? 0));
  const chosen: string[] = [];
  let spent = 0;
  for (const term of rarestFirst) {
    spent += frequencies.get(term) ?? 0;
    if (chosen.length >= 2 && spent > POSTINGS) break;
    chosen.push(term);
  }
  return chosen;
}

/**
 * Search in two phases: a hundred candidates by BM25 over the rarest terms, joined by OR, then the re-ranking over all
 * terms. Any text may be the query; one without a searchable word finds nothing.
 */
export function createSearch({ index }: { readonly index: PassageIndex }): Search {
  return async (tenant, query, { limit, aliases, ...filters }) => {
    const named = expandAliases(query.slice(0, 2_000), aliases ?? []);
    const own = termsOf(query.slice(0, 10_000)).slice(0, MOST_TERMS);
    const terms = [...new Set([...own, ...termsOf(named.join(' '))])].slice(0, MOST_TERMS);
    const statistics = await index.statistics(tenant, terms);
    const chosen = affordable(terms, statistics);
    if (chosen.length === 0) return { terms, results: [], statistics };
    const candidates = await index.candidates(tenant, { ...filters, terms: chosen, limit: CANDIDATES });
    return {
      terms,
      results: rerank(candidates, own.length > 0 ? own : terms, statistics).slice(0, limit),
      statistics,
    };
  };
}
