import type { Modality } from '../domain/annotation.ts';
import { matchesOf } from './matches.ts';

/** Words that change how firmly a statement is put, each under the one spelling by which claim and quote are compared. */
const WORDS: readonly (readonly [string, string])[] = [
  ['not', String.raw`not|cannot|\p{L}+n['’]t`],
  ['no', 'no(?! one)|none|no one|nobody|nothing|nowhere|neither|nor'],
  ['never', 'never'],
  ['without', 'without'],
  ['failed to', 'fail(?:s|ed|ing)? to|failure to'],
  ['refused to', 'refus(?:e|es|ed|ing|al) to|declin(?:e|es|ed|ing) to'],
  ['unlikely', 'unlikely'],
  ['hardly', 'hardly|barely|scarcely'],
  ['may', 'may'],
  ['might', 'might'],
  ['could', String.raw`could(?:n['’]t)?`],
  ['would', String.raw`would(?:n['’]t)?`],
  ['should', String.raw`should(?:n['’]t)?|ought to`],
  [
    'must',
    String.raw`must(?:n['’]t)?|(?:has|have|had|having) to|needs? to|needed to|required to|obliged to|(?:the|a|any|no|clear|urgent) need (?:for|to)`,
  ],
  ['essential', 'essential|imperative|indispensable'],
  ['necessary', 'necessary|necessity'],
  ['crucial', 'crucial|vital'],
  ['likely', '(?:most )?likely|probably|presumably'],
  ['possible', 'possibl[ey]|perhaps|maybe|potential(?:ly)?'],
  ['if', 'if|unless|provided that|in case'],
  ['believes', 'belie(?:ve|ves|ved|ving|f|fs)|thinks?|thought|in (?:his|her|their|its) (?:view|opinion)'],
  [
    'alleged',
    'alleg(?:e|es|ed|ing|edly|ation|ations)|purported(?:ly)?|supposed(?:ly)?|accus(?:ed|es|e|ing|ation|ations)|suspected|claims? that',
  ],
  ['reportedly', 'reportedly|apparently|rumou?red'],
  ['expected', 'expected to|set to|due to(?= \\p{Ll}+ (?:in|on|by|at|to|the|a|its|this|next)\\b)'],
  ['plans', 'plan(?:s|ned|ning)? to|intends? to|intended to|aims? to|aimed to|hopes? to|hoped to|wants? to|wanted to'],
];

const ANY = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${WORDS.map(([, forms]) => `(${forms})`).join('|')})(?![\p{L}\p{N}])`, 'giu');
/** What follows the month; with a capital "May" is the month or a name in any case. */
const MONTH_AFTER = /^(?:,?\s\d|['’])/u;
const ASKS_WHETHER =
  /\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed)?|see|know|knows|knew|sure|clear|say|decide|as)(?:\s(?:him|her|them|me|us))?\s$/iu;

/** The families in which modal words stand for one another: "essential to raise" may be told as "must be raised". */
export type ModalFamily = 'negated' | 'must' | 'may' | 'would' | 'believes' | 'if' | 'alleged' | 'planned';

const FAMILIES: Readonly<Record<ModalFamily, string>> = {
  negated: 'not|no|never|without|failed to|refused to|unlikely|hardly',
  must: 'must|should|essential|necessary|crucial',
  may: 'may|might|could|possible|likely|unlikely',
  would: 'would',
  believes: 'believes',
  if: 'if',
  alleged: 'alleged|reportedly',
  planned: 'expected|plans',
};

interface Found {
  readonly word: string;
  readonly index: number;
}

/** The month, the person, and "if" in the sense of "whether" are no modal words. */
function isModal(text: string, found: string, word: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 24), index);
  const after = text.slice(index + found.length, index + found.length + 16);
  if (word === 'may') return found !== 'May' && !MONTH_AFTER.test(after);
  if (word === 'no') return found === 'no' || !/^[.\s]*\d/u.test(after);
  return word !== 'if' || found.toLowerCase() !== 'if' || !ASKS_WHETHER.test(before);
}

function find(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const match of matchesOf(ANY, text)) {
    const group = match.findIndex((part: string | undefined, index) => index > 0 && part !== undefined) - 1;
    const word = WORDS[group]?.[0];
    if (word === undefined || !isModal(text, match[0], word, match.index)) continue;
    found.push({ word, index: match.index });
    // "couldn't" both limits and denies.
    if (/n['’]t$|^cannot$/iu.test(match[0]) && word !== 'not') found.push({ word: 'not', index: match.index });
  }
  return found;
}

const MUST: ReadonlySet<string> = new Set(FAMILIES.must.split('|'));
const MAY: ReadonlySet<string> = new Set(['may', 'might', 'could', 'possible', 'likely', 'unlikely']);

/**
 * How firmly a text is put: a condition outweighs a belief, a belief what is believed, and of the rest the first word
 * decides. `would` is no mark of doubt: news puts "will" into it after "said".
 */
export function modalityOf(text: string): Modality {
  const found = find(text);
  if (found.some(({ word }) => word === 'if')) return 'if';
  if (found.some(({ word }) => word === 'believes')) return 'believes';
  const first = found.find(({ word }) => MUST.has(word) || MAY.has(word));
  if (!first) return 'fact';
  return MUST.has(first.word) ? 'must' : 'may';
}
