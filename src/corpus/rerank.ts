import type { Candidate, TermStatistics } from '../ports/passage-index.ts';

/** A candidate with its final score. */
export interface Ranked extends Candidate {
  /** BM25F with boosts; higher is better, comparable within one query. */
  readonly score: number;
  /** Share of the query's weight that the passage or its headline holds, 0 to 1. */
  readonly coverage: number;
  /** Score divided by the query's weight: comparable between queries. */
  readonly normalised: number;
}

const K1 = 1.2;
const B = 0.75;
const TITLE_WEIGHT = 2;
const PAIR_BOOST = 1;
const WINDOW_BOOST = 1;
/** Terms within which a passage that holds several of the query's terms holds them together. */
const WINDOW = 25;
/** Above this many terms the boosts cost more than they bring (measured on Cranfield-like long queries). */
const BOOSTED_TERMS = 12;

function weigh(terms: readonly string[], { passages, frequencies }: TermStatistics): ReadonlyMap<string, number> {
  return new Map(
    terms.map((term) => {
      const count = frequencies.get(term) ?? 0;
      return [term, Math.log(1 + (passages - count + 0.5) / (count + 0.5))];
    }),
  );
}

function countOf(terms: readonly string[], wanted: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) if (wanted.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Mean weight of the query's neighbouring terms that stand side by side, or one apart, in the passage. */
function pairBoost(query: readonly string[], terms: readonly string[], weights: ReadonlyMap<string, number>): number {
  let boost = 0;
  for (const [index, term] of query.entries()) {
    const next = query[index + 1];
    if (next === undefined) break;
    const near = terms.some((one, at) => one === term && (terms[at + 1] === next || terms[at + 2] === next));
    if (near) boost += ((weights.get(term) ?? 0) + (weights.get(next) ?? 0)) / 2;
  }
  return boost / Math.max(1, query.length - 1);
}

/** The largest weight of distinct query terms within any 25 terms of the passage, as a share of the query's weight. */
function windowShare(terms: readonly string[], weights: ReadonlyMap<string, number>, mass: number): number {
  const hits = terms.flatMap((term, at) => (weights.has(term) ? [{ term, at }] : []));
  let best = 0;
  for (const [index, { at }] of hits.entries()) {
    const inside = new Set<string>();
    for (const hit of hits.slice(index)) {
      if (hit.at - at >= WINDOW) break;
      inside.add(hit.term);
    }
    best = Math.max(
      best,
      [...inside].reduce((sum, term) => sum + (weights.get(term) ?? 0), 0),
    );
  }
  return mass === 0 ? 0 : best / mass;
}

function scoreCandidate(
  candidate: Candidate,
  query: readonly string[],
  weights: ReadonlyMap<string, number>,
  statistics: TermStatistics,
): Ranked {
  const mass = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const inText = countOf(candidate.terms, weights);
  const inTitle = countOf(candidate.titleTerms, weights);
  const length = 1 - B + B * (candidate.terms.length / Math.max(1, statistics.meanLength));
  let score = 0;
  let held = 0;
  for (const [term, weight] of weights) {
    const frequency = (inText.get(term) ?? 0) / length + TITLE_WEIGHT * (inTitle.get(term) ?? 0);
    score += (weight * frequency * (K1 + 1)) / (frequency + K1);
    if (frequency > 0) held += weight;
  }
  if (query.length > 1 && query.length <= BOOSTED_TERMS) {
    score += PAIR_BOOST * pairBoost(query, candidate.terms, weights);
    score += WINDOW_BOOST * windowShare(candidate.terms, weights, mass) * (mass / weights.size);
  }
  return {
    ...candidate,
    score,
    coverage: mass === 0 ? 0 : held / mass,
    normalised: mass === 0 ? 0 : score / mass,
  };
}

/**
 * Orders candidates by BM25F over all terms of the query (title weight 2), with boosts for neighbouring terms that
 * stay together and for many terms in one stretch. Pure, so that every store ranks alike.
 */
export function rerank(candidates: readonly Candidate[], query: readonly string[], statistics: TermStatistics): readonly Ranked[] {
  const weights = weigh([...new Set(query)], statistics);
  return candidates
    .map((candidate) => scoreCandidate(candidate, query, weights, statistics))
    .toSorted((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
}
