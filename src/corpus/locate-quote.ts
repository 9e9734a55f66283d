import { type Folded, fold } from './fold.ts';
import type { Span } from './spans.ts';

const LETTER = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** So many places in vain, and the quote is no quote but a scrap. */
const MOST_PLACES = 1_000;

/** True when a word goes on across `at`. */
function splitsWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at] ?? ' ';
  return LETTER.test(before) && LETTER.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after);
}

/** A model tells an article a dozen claims, and each quote is looked for in the whole of it: the last one folded is kept. */
let lastFolded: { readonly articleText: string; readonly folded: Folded } | null = null;

function foldArticle(articleText: string): Folded {
  if (lastFolded?.articleText !== articleText) lastFolded = { articleText, folded: fold(articleText) };
  return lastFolded.folded;
}

/**
 * Where an article says what `quote` says, word for word: the first place, in the article's own text, so that
 * `articleText.slice(start, end)` is what is stored and shown. Quotation marks, dashes, the ellipsis and white space may
 * differ; words, case and figures may not, and no word is cut. Null when it is not there.
 */
export function locateQuote(articleText: string, quote: string): Span | null {
  const wanted = fold(quote.toWellFormed()).text;
  if (wanted === '') return null;
  const { text, starts, ends } = foldArticle(articleText);
  let at = text.indexOf(wanted);
  for (let places = 0; at >= 0 && places < MOST_PLACES; places += 1) {
    const last = at + wanted.length - 1;
    // Where one character folds to several (… to three full stops), half of it is no place to begin or to end.
    const whole = starts[at] !== starts[at - 1] && ends[last] !== ends[last + 1];
    if (whole && !splitsWord(text, at) && !splitsWord(text, last + 1)) return { start: starts[at] ?? 0, end: ends[last] ?? 0 };
    at = text.indexOf(wanted, at + 1);
  }
  return null;
}
