import { termsOf } from '../corpus/terms.ts';
import type { CandidateClaim } from './candidate.ts';

/** What the words of a question weigh: rare ones more than common ones. */
export type TermWeights = ReadonlyMap<string, number>;

/** A claim with how much of the question it holds. */
export interface ScoredClaim {
  readonly candidate: CandidateClaim;
  /** Share of the question's weight that the quote itself holds, 0 to 1. */
  readonly own: number;
  /** The same with its paragraph and headline. */
  readonly near: number;
  readonly score: number;
}

/** Robertson's idf, never below a small positive value: ln(1 + (N − n + ½) / (n + ½)). */
export function weighTerms(terms: readonly string[], passages: number, frequencies: ReadonlyMap<string, number>): TermWeights {
  const idf = (term: string): number => {
    const count = frequencies.get(term) ?? 0;
    return Math.log(1 + (passages - count + 0.5) / (count + 0.5));
  };
  return new Map(terms.map((term) => [term, idf(term)]));
}

function share(weights: TermWeights, terms: ReadonlySet<string>): number {
  let held = 0;
  let all = 0;
  for (const [term, weight] of weights) {
    all += weight;
    if (terms.has(term)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}

function pairsHeld(question: readonly string[], text: readonly string[]): number {
  const pairs = new Set(text.slice(1).map((term, index) => `${text[index] ?? ''} ${term}`));
  return question.slice(1).filter((term, index) => pairs.has(`${question[index] ?? ''} ${term}`)).length;
}

/** The text round a claim: its paragraph and its article's headline. */
function contextTerms({ story, paragraph }: CandidateClaim): ReadonlySet<string> {
  const { article, sentences } = story.face;
  const inside = sentences.filter((sentence) => sentence.paragraph === paragraph);
  return new Set([...termsOf(article.title), ...termsOf(article.text.slice(inside[0]?.start ?? 0, inside.at(-1)?.end ?? 0))]);
}

/**
 * Scores a claim against a question: weight of the question's words in the quote, half of what only its paragraph and
 * headline hold, adjacent pairs, the score of its passage, and a bonus for the kind of thing that was asked for.
 */
export function scoreClaim(
  candidate: CandidateClaim,
  question: { readonly terms: readonly string[]; readonly weights: TermWeights },
  passageScore: number,
  hasType: boolean,
): ScoredClaim {
  const own = share(question.weights, candidate.terms);
  const near = share(question.weights, candidate.terms.union(contextTerms(candidate)));
  const pairs = Math.min(3, pairsHeld(question.terms, termsOf(candidate.claim.text)));
  const score = own + 0.5 * (near - own) + 0.08 * pairs + 0.25 * passageScore + (hasType ? 0.2 : 0) - (candidate.opinion ? 0.15 : 0);
  return { candidate, own, near, score };
}
