import { hashText } from './hash-text.ts';
import { remember } from './remember.ts';
import type { Span } from './spans.ts';
import { makeTerm, stemOf, termsOf } from './terms.ts';
import { isUnspaced, type Token, tokenize } from './tokens.ts';

/** A word with all that ingest asks of every word. */
export interface Word {
  readonly text: string;
  /** What it is found by; empty for a stopword. */
  readonly term: string;
  readonly stem: string;
  readonly unspaced: boolean;
  /** Of the word without case and accents, as a signed number of 32 bits: V8 keeps those in place. */
  readonly hash: number;
}

/** The words of a text in order, and where each of them stands. */
export interface Words {
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
}

function fold(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'");
}

const wordOf = remember(
  (text): Word => ({
    text,
    term: makeTerm(text),
    stem: stemOf(text.toLowerCase()),
    unspaced: isUnspaced(text),
    hash: hashText(fold(text)) | 0,
  }),
  100_000,
);

/** Reads a text once for all that looks at its words: terms, topics and shingles. */
export function readWords(text: string): Words {
  const tokens = tokenize(text);
  return { tokens, words: tokens.map((token) => wordOf(token.text)) };
}

/** For each of these stretches of a text, in order and without overlap, the terms that `termsOf` finds in it alone. */
export function termsOfEach(text: string, { tokens, words }: Words, spans: readonly Span[]): readonly (readonly string[])[] {
  const alone = ({ start, end }: Span): readonly string[] => termsOf(text.slice(start, end));
  // Where words have no spaces, those at the ends of a stretch depend on what stands beyond.
  if (isUnspaced(text)) return spans.map(alone);
  let at = 0;
  return spans.map((span) => {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= span.start) at += 1;
    const from = at;
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= span.end) at += 1;
    const isCut = (tokens[from]?.start ?? span.end) < span.start || (tokens[at]?.start ?? span.end) < span.end;
    return isCut ? alone(span) : words.slice(from, at).flatMap(({ term }) => (term === '' ? [] : term));
  });
}
