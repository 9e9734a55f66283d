import { namesOf } from '../corpus/demonyms.ts';
import { synonymsOf } from '../corpus/synonyms.ts';
import { termsOf } from '../corpus/terms.ts';
import { tokenize } from '../corpus/tokens.ts';
import type { TermStatistics } from '../ports/passage-index.ts';
import type { CandidateClaim } from './candidate.ts';

/** What the words of a question weigh: rare ones more than common ones. */
export type TermWeights = ReadonlyMap<string, number>;

/** The words of a question, ready to be looked for. */
export interface AskedTerms {
  /** In the order of the question. */
  readonly terms: readonly string[];
  readonly weights: TermWeights;
  /** Terms of the other names of whoever the question names, by term. */
  readonly others: ReadonlyMap<string, ReadonlySet<string>>;
}

const NONE: ReadonlySet<string> = new Set();

/** A claim with how much of the question it holds. */
export interface ScoredClaim {
  readonly candidate: CandidateClaim;
  /** Share of the question's weight that the quote itself holds, 0 to 1. */
  readonly own: number;
  /** The same with its paragraph and headline. */
  readonly near: number;
  /** How many different words of the question the quote, its paragraph and headline hold. */
  readonly held: number;
  /** True when it holds the kind of thing that was asked for. */
  readonly hasType: boolean;
  readonly score: number;
}

/** Words that put a question and name nothing that an answer must hold. */
const FRAME: ReadonlySet<string> = new Set(
  termsOf(
    'many much say said tell told ask asked answer respond response react reaction reply happen according kind old long important describe characterise view position think make want know there name give given exactly actually currently latest',
  ),
);
/** A common word that stands nowhere in the corpus is more often said in other words than not said at all; a name is not. */
const UNKNOWN_SHARE = 0.5;

/** The words of a question that an answer should hold; all of them when it has no others. */
export function contentTerms(question: string): readonly string[] {
  const terms = termsOf(question);
  const content = terms.filter((term) => !FRAME.has(term));
  return content.length > 0 ? content : terms;
}

/** For each word of a name, the words of the same person's or country's other names: "French" for "France". */
export function otherNameTerms(
  names: readonly string[],
  aliases: readonly (readonly string[])[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const others = new Map<string, ReadonlySet<string>>();
  for (const name of names) {
    const alternatives = new Set(termsOf(namesOf(name, aliases).join(' ')));
    for (const term of termsOf(name)) others.set(term, alternatives.union(others.get(term) ?? NONE));
  }
  return others;
}

/** A reply tells at most this many of the words that were searched for, each up to this many characters. */
const TOLD_WORDS = 16;
const TOLD_CHARACTERS = 40;

/** The words of a question that were searched for, as they were typed; enough of them to see what was read. */
export function searchedWords(question: string): readonly string[] {
  const wanted = new Set(contentTerms(question));
  const words = tokenize(question)
    .map((token) => token.text)
    .filter((word) => termsOf(word).some((term) => wanted.has(term)));
  return [...new Set(words.map((word) => word.slice(0, TOLD_CHARACTERS).toWellFormed()))].slice(0, TOLD_WORDS);
}

/**
 * Robertson's idf, ln(1 + (N − n + ½) / (n + ½)). A word that the corpus does not hold counts for a part of what those
 * weigh that it does hold, unless it is one of `names`.
 */
export function weighTerms(
  terms: readonly string[],
  { passages, frequencies }: Pick<TermStatistics, 'passages' | 'frequencies'>,
  names: ReadonlySet<string>,
): TermWeights {
  const idf = (term: string): number => {
    const count = frequencies.get(term) ?? 0;
    return Math.log(1 + (passages - count + 0.5) / (count + 0.5));
  };
  const isKnown = (term: string): boolean => (frequencies.get(term) ?? 0) > 0;
  const known = terms.filter(isKnown).map(idf);
  const mean = known.length === 0 ? 1 : known.reduce((sum, weight) => sum + weight, 0) / known.length;
  return new Map(terms.map((term) => [term, isKnown(term) || names.has(term) ? idf(term) : UNKNOWN_SHARE * mean]));
}

/** A word of the same meaning is nearly as good as the word. */
const SYNONYM_SHARE = 0.8;

/** How far the text holds a word of the question: 1, 0 or, under another name or word, something between. */
function holding(term: string, { others }: AskedTerms, terms: ReadonlySet<string>): number {
  if (terms.has(term)) return 1;
  return terms.isDisjointFrom(synonymsOf(term).union(others.get(term) ?? NONE)) ? 0 : SYNONYM_SHARE;
}

function share(question: AskedTerms, terms: ReadonlySet<string>): number {
  let held = 0;
  let all = 0;
  for (const [term, weight] of question.weights) {
    all += weight;
    held += holding(term, question, terms) * weight;
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

/** What counts for how much in a claim's score. Set with the thresholds of answer.ts, on the same questions; see docs/decisions. */
const WEIGHT = { near: 0.7, pair: 0.04, passage: 0.4, type: 0.2, opinion: -0.15, term: -0.003 } as const;
const MOST_PAIRS = 3;

/**
 * Scores a claim against a question: weight of the question's words in the quote, most of what only its paragraph and
 * headline hold, adjacent pairs, the score of its passage, and a bonus for the kind of thing that was asked for; less
 * for opinions and for length.
 */
export function scoreClaim(candidate: CandidateClaim, question: AskedTerms, passageScore: number, hasType: boolean): ScoredClaim {
  const own = share(question, candidate.terms);
  const around = candidate.terms.union(contextTerms(candidate));
  const near = share(question, around);
  const held = [...question.weights.keys()].filter((term) => holding(term, question, around) > 0).length;
  const pairs = Math.min(MOST_PAIRS, pairsHeld(question.terms, termsOf(candidate.claim.text)));
  const score =
    own +
    WEIGHT.near * (near - own) +
    WEIGHT.pair * pairs +
    WEIGHT.passage * passageScore +
    WEIGHT.term * candidate.terms.size +
    (hasType ? WEIGHT.type : 0) +
    (candidate.opinion ? WEIGHT.opinion : 0);
  return { candidate, own, near, held, hasType, score };
}
