import { isKnownName, namesOf } from '../../corpus/demonyms.ts';
import type { Span } from '../../corpus/spans.ts';
import { STOPWORDS } from '../../corpus/stopwords.ts';
import { stemOf } from '../../corpus/terms.ts';
import { tokenize } from '../../corpus/tokens.ts';
import { verbEntryOf } from '../../corpus/verb-classes.ts';

/** A word that carries meaning, under the form by which claim and quote are compared. */
export interface ContentWord extends Span {
  readonly key: string;
}

/** Words that change how a thing is put and not what is put. */
const EMPTY: ReadonlySet<string> = new Set(
  `able about also among around back become call even ever fail get give go good have let likely like look make many may much must need never new
  one part possible quite put said say says see set should some stated still take tell told two unlikely use want way well yet according`.split(
    /\s+/,
  ),
);

/** What "un" may stand before without being part of the word. */
const UN =
  /^un(?=(?:safe|lawful|fair|acceptable|constitutional|aware|certain|paid|clear|necessary|founded|justified|reliable|popular|stable|affordable|sustainable|available|successful|satisfactory|ready|changed|affected|harmed|hurt|injured|armed|authori[sz]ed|licensed|known|named|elected|true|realistic|reasonable|workable|enforceable)$)/u;
const TURNED: Readonly<Record<string, string>> = {
  illegal: 'legal',
  invalid: 'valid',
  incorrect: 'correct',
  inaccurate: 'accurate',
  incomplete: 'complete',
  insufficient: 'sufficient',
  inadequate: 'adequate',
  ineligible: 'eligible',
  insecure: 'secure',
  inconsistent: 'consistent',
  dissatisfied: 'satisfied',
};

function unturned(lower: string): string {
  return (Object.hasOwn(TURNED, lower) ? TURNED[lower] : undefined) ?? lower.replace(UN, '');
}

/** True for a word that denies another by its beginning: "unsafe", "illegal". Its key is that of the other. */
export function isTurnedWord(word: string): boolean {
  const lower = word.toLowerCase();
  return unturned(lower) !== lower;
}

/** "Chinese" and "China" are one word here, "brought" and "bring", "rates" and "rate". */
function wordKey(word: string): string {
  const lower = word.toLowerCase().replaceAll('’', "'");
  if (/^\p{Lu}/u.test(word) && isKnownName(word)) return (namesOf(word, [])[1] ?? word).toLowerCase();
  const bare = unturned(lower);
  const lemma = verbEntryOf(bare)?.lemma ?? bare;
  return stemOf(/^\p{L}+$/u.test(lemma) ? lemma : bare);
}

/** The content words of `[start, end)` of a text: no stopwords, no figures, no auxiliaries. */
export function contentWords(text: string, { start, end }: Span): readonly ContentWord[] {
  const words: ContentWord[] = [];
  for (const token of tokenize(text.slice(start, end))) {
    const lower = token.text.toLowerCase().replaceAll('’', "'");
    const acronym = /^\p{Lu}{2,}$/u.test(token.text);
    if (!acronym && (STOPWORDS.has(lower) || EMPTY.has(lower) || /n't$|^\p{N}/u.test(lower) || lower.length < 2)) continue;
    words.push({ start: start + token.start, end: start + token.end, key: wordKey(token.text) });
  }
  return words;
}

/** The share of `wanted` that is in `held`; 0 when nothing is wanted. */
export function shareIn(wanted: ReadonlySet<string>, held: ReadonlySet<string>): number {
  let shared = 0;
  for (const key of wanted) if (held.has(key)) shared += 1;
  return wanted.size === 0 ? 0 : shared / wanted.size;
}
