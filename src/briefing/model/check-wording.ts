import { findNames } from '../../corpus/names.ts';
import { synonymsOf } from '../../corpus/synonyms.ts';
import { termsOf } from '../../corpus/terms.ts';
import type { Claim } from '../../domain/claim.ts';

/** About twice what the prompts allow a sentence, in characters: more is no sentence that anybody reads in a chat. */
const LONGEST_TEXT = 600;
/** So many words, and half of them said before, are a model that runs in circles. */
const FEWEST_WORDS = 8;
/** Of the words that are no names and no figures, so many are those of the quote. Set on tests/fixtures/claims/tune*.jsonl: true claims have a third and more. */
const LEAST_SHARED = 0.25;

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A test of the wording itself, whatever it stands on: what is wrong with it, null for nothing. */
export interface WordingCheck {
  readonly name: 'length' | 'empty' | 'language' | 'repeated';
  readonly problem: (text: string) => string | null;
}

/** In the order in which they are made. */
export const WORDING_CHECKS: readonly WordingCheck[] = [
  { name: 'length', problem: (text) => (text.length > LONGEST_TEXT ? 'it is longer than a sentence' : null) },
  { name: 'empty', problem: (text) => (wordsOf(text).length === 0 ? 'it says nothing' : null) },
  {
    name: 'language',
    problem(text) {
      const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
      return latin < (text.match(/\p{L}/gu)?.length ?? 0) / 2 ? 'it is not in English' : null;
    },
  },
  {
    name: 'repeated',
    problem(text) {
      const words = wordsOf(text);
      return words.length >= FEWEST_WORDS && new Set(words).size <= words.length / 2 ? 'it says the same over again' : null;
    },
  },
];

/** The words of a sentence that can be compared. Names have checks of their own; the first word has its capital anyway. */
function ordinaryTerms(text: string): ReadonlySet<string> {
  const words = [...text.matchAll(/[\p{L}\p{N}'’-]+/gu)];
  // "Marsh threatened to resign": whose name it is says nothing of whether he did.
  const named = new Set(findNames(text).map(({ start }) => start));
  const ordinary = words.filter(({ 0: word, index }, at) => (at === 0 ? !named.has(index) : !/\p{Lu}|\p{N}/u.test(word)));
  const terms = termsOf(ordinary.map(([word]) => word).join(' '));
  // That somebody says something is what most sentences have in common.
  return new Set(terms.filter((term) => term !== 'say'));
}

/** False for a sentence about something else than its quotes: a prompt read out, another language, an invention without a name. */
export function isGrounded({ text, citations }: Claim): boolean {
  const held = new Set(termsOf(citations.flatMap(({ quote, title }) => [quote, title]).join('\n')));
  const terms = ordinaryTerms(text);
  const shared = [...terms].filter((term) => held.has(term) || !synonymsOf(term).isDisjointFrom(held));
  return terms.size === 0 || shared.length >= LEAST_SHARED * terms.size;
}
