import { synonymsOf } from '../../corpus/synonyms.ts';
import { termsOf } from '../../corpus/terms.ts';
import type { Claim } from '../../domain/claim.ts';

/** About twice what the prompts allow a sentence, in characters: more is no sentence that anybody reads in a chat. */
const LONGEST_TEXT = 600;
/** So many words, and half of them said before, are a model that runs in circles. */
const FEWEST_WORDS = 8;
/** Of the words that are no names and no figures, so many are those of the quote. Set on tests/fixtures/claims/tune*.jsonl: true claims have a third and more. */
const LEAST_SHARED = 0.25;

/** What is wrong with the wording itself, whatever it stands on; null for nothing. */
export function wordingProblem(text: string): string | null {
  if (text.length > LONGEST_TEXT) return 'length: it is longer than a sentence';
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return 'empty: it says nothing';
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < (text.match(/\p{L}/gu)?.length ?? 0) / 2) return 'language: it is not in English';
  return words.length >= FEWEST_WORDS && new Set(words).size <= words.length / 2 ? 'repeated: it says the same over again' : null;
}

/** The words of a sentence that can be compared: names have checks of their own, but the first word may be none. */
function ordinaryTerms(text: string): ReadonlySet<string> {
  const words = text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  const terms = termsOf(words.filter((word, index) => index === 0 || !/\p{Lu}|\p{N}/u.test(word)).join(' '));
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
