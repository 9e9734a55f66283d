import stem from 'wink-porter2-stemmer';
import { remember } from './remember.ts';
import { STOPWORDS } from './stopwords.ts';
import { tokenize } from './tokens.ts';

const LONGEST_TERM = 64;
/** Words in capitals that are something else in small letters. */
const CAPITAL_TERMS: ReadonlyMap<string, string> = new Map([
  ['US', 'usa'],
  ['IT', 'infotech'],
  ['WHO', 'whorg'],
]);

/** Words of one family that the stemmer keeps apart, and that a question and an article use for each other. */
const SAME_FAMILY: ReadonlyMap<string, string> = new Map([
  ['economi', 'econom'],
  ['diplomaci', 'diplomat'],
  ['democraci', 'democrat'],
  ['strategi', 'strateg'],
  ['criticis', 'critic'],
  ['criticiz', 'critic'],
  ['defenc', 'defend'],
  ['defens', 'defend'],
  ['complaint', 'complain'],
  ['decis', 'decid'],
  ['growth', 'grow'],
  ['departur', 'depart'],
  ['denial', 'deni'],
  ['respons', 'respond'],
  ['sale', 'sell'],
  ['labor', 'labour'],
  ['program', 'programm'],
]);

/** Past forms that no stemmer brings back to their verb, as `past base`. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `met meet|held hold|took take|taken take|went go|gone go|came come|gave give|given give|began begin|begun begin|won win|sent send|left leave|built build|bought buy|sold sell|spent spend|lost lose|found find|made make|paid pay|rose rise|risen rise|fell fall|fallen fall|grew grow|grown grow|drew draw|drawn draw|wrote write|written write|spoke speak|spoken speak|told tell|said say|chose choose|chosen choose|kept keep|led lead|sought seek|struck strike|fought fight|flew fly|flown fly|broke break|broken break|stood stand|forbade forbid|forbidden forbid|withdrew withdraw|withdrawn withdraw|overtook overtake`
    .split('|')
    .map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
);

/** Porter's second stemmer, for a lower-case word, with a few families joined; remembered, since news repeats its words. */
export const stemOf: (word: string) => string = remember((word) => {
  const stemmed = stem(IRREGULAR.get(word) ?? word);
  return SAME_FAMILY.get(stemmed) ?? stemmed;
}, 60_000);
const termOf = remember(makeTerm, 120_000);

/** What one word is found by; empty for a stopword. */
export function makeTerm(word: string): string {
  const capital = CAPITAL_TERMS.get(word);
  if (capital !== undefined) return capital;
  const lower = word.toLowerCase();
  if (STOPWORDS.has(lower.replace('’', "'"))) return '';
  if (/^[a-z]+$/.test(lower)) return stemOf(lower).slice(0, LONGEST_TERM);
  // A decimal point would part the term in the index: 35.3 is found as 35d3.
  const folded = lower
    .replace(/(?<=\p{N})\.(?=\p{N})/gu, 'd')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC');
  return (/^[a-z]+$/.test(folded) ? stemOf(folded) : folded).slice(0, LONGEST_TERM).toWellFormed().replace('\ufffd', '');
}

/**
 * The terms that a text is found by, in text order: words without stopwords, in small letters, without accents, stemmed.
 * Every term consists of letters and digits alone, so that an index takes it whole. "US" is not the pronoun "us".
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const { text: word } of tokenize(text)) {
    const term = termOf(word);
    if (term !== '') terms.push(term);
  }
  return terms;
}
