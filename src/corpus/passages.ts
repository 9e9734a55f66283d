import type { Span } from './spans.ts';
import { countWords } from './tokens.ts';

/** No passage is longer, in UTF-16 units. */
const LONGEST_PASSAGE = 1_500;
const ENOUGH_WORDS = 80;
const MOST_WORDS = 180;

/** Cuts what is too long for one passage at a space, or anywhere but inside a surrogate pair where there is none. */
function cutLong(text: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > LONGEST_PASSAGE) {
    const limit = from + LONGEST_PASSAGE;
    const space = text.lastIndexOf(' ', limit);
    const cut = space > from + LONGEST_PASSAGE / 2 ? space : /[\udc00-\udfff]/.test(text[limit] ?? '') ? limit - 1 : limit;
    pieces.push({ start: from, end: cut });
    from = text[cut] === ' ' ? cut + 1 : cut;
  }
  return from < end ? [...pieces, { start: from, end }] : pieces;
}

/**
 * Groups sentences into passages of about 80 to 180 words and at most 1,500 characters, ending with a paragraph where
 * one ends in that range. In order and without overlap; only a sentence that is itself too long is cut.
 */
export function splitPassages(text: string, sentences: readonly Span[]): readonly Span[] {
  const passages: Span[] = [];
  let words = 0;
  for (const sentence of sentences.flatMap((span) => cutLong(text, span))) {
    const count = countWords(text.slice(sentence.start, sentence.end));
    const open = passages.at(-1);
    if (open && fits(text, open, sentence, words, count)) {
      passages[passages.length - 1] = { start: open.start, end: sentence.end };
      words += count;
    } else {
      passages.push(sentence);
      words = count;
    }
  }
  return passages;
}

/** True when the sentence may join the open passage: within the limits, and not across a paragraph once there is enough. */
function fits(text: string, open: Span, sentence: Span, words: number, count: number): boolean {
  if (sentence.end - open.start > LONGEST_PASSAGE || words + count > MOST_WORDS) return false;
  return words < ENOUGH_WORDS || !text.slice(open.end, sentence.start).includes('\n\n');
}
