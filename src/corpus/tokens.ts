import type { Span } from './spans.ts';

/** A word of a text and where it stands. */
export interface Token extends Span {
  readonly text: string;
}

/** Scripts that write words without spaces between them; the dictionary of Intl.Segmenter finds them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)?/gu;
/** What a word must hold for `plain` to take anything out of it. */
const MARKED = /[.,'’]/;
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** True for a text with a script that writes words without spaces between them. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

function segmentUnspaced(text: string, offset: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const { segment, index, isWordLike } of SEGMENTER.segment(text)) {
    if (isWordLike === true) tokens.push({ start: offset + index, end: offset + index + segment.length, text: segment });
  }
  return tokens;
}

/**
 * The words of a text in order. A possessive ending is left out ("China’s" is China), letters with full stops are one
 * word without them ("U.S." is US), a number keeps its point and loses the commas of its thousands.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  // Most texts have no such script: one look at the whole spares one at every word.
  const mayBeUnspaced = isUnspaced(text);
  // Neither `matchAll`, which takes longer, nor `matchesOf`, which would keep all matches of a long text until the end.
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const [word] = match;
    if (mayBeUnspaced && isUnspaced(word)) tokens.push(...segmentUnspaced(word, match.index));
    else tokens.push({ start: match.index, end: match.index + word.length, text: plain(word) });
  }
  return tokens;
}

function plain(word: string): string {
  if (!MARKED.test(word)) return word;
  if (/^\p{N}/u.test(word)) return word.replaceAll(',', '');
  return /^(?:\p{Lu}\.){2,}$/u.test(word) ? word.replaceAll('.', '') : word.replace(/['’]s$/iu, '');
}

/** About how many words a text has; two characters of a script without spaces count as one. */
export function countWords(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!isUnspaced(text)) return words.length;
  return words.reduce((sum, word) => sum + (isUnspaced(word) ? Math.ceil(word.length / 2) : 1), 0);
}
