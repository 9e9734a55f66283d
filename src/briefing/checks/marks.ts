import type { Span } from '../../corpus/spans.ts';
import { type ContentWord, contentWords } from './content-words.ts';

/** A word that changes how a statement is put, with the word that it bears on. */
export interface Mark<Kind> {
  readonly kind: Kind;
  readonly at: number;
  readonly word: string;
  /** Key of the first content word after it, which it limits; null at the end of the sentence. */
  readonly target: string | null;
  /** Where that word begins. */
  readonly targetAt: number | null;
}

type Patterns<Kind> = readonly (readonly [Kind, RegExp])[];

interface Match<Kind> extends Span {
  readonly kind: Kind;
}

/** "probably", "immediately": they say how, and something else is limited. */
const MANNER = /[^aeiou]ly$/iu;

function matchesOf<Kind>(text: string, span: Span, patterns: Patterns<Kind>): readonly Match<Kind>[] {
  const inside = text.slice(span.start, span.end).replaceAll('’', "'");
  return patterns.flatMap(([kind, pattern]) =>
    [...inside.matchAll(pattern)].map((match) => {
      const start = span.start + match.index;
      return { kind, start, end: start + match[0].trimEnd().length };
    }),
  );
}

/** Of two marks in a row ("did not rule out a vote") both bear on what follows the second. */
function targetOf<Kind>(
  text: string,
  match: Match<Kind>,
  all: readonly Match<Kind>[],
  words: readonly ContentWord[],
): ContentWord | undefined {
  return words.find(
    ({ start, end }) =>
      start >= match.end &&
      !all.some((other) => other.start >= match.end && start >= other.start && start < other.end) &&
      !(MANNER.test(text.slice(start, end)) && words.some((word) => word.start > end)),
  );
}

/** The marks in a stretch of text, in the order of the patterns. */
export function marksIn<Kind>(text: string, span: Span, patterns: Patterns<Kind>): readonly Mark<Kind>[] {
  const matches = matchesOf(text, span, patterns);
  const words = matches.length > 0 ? contentWords(text, span) : [];
  return matches.map((match) => {
    const target = targetOf(text, match, matches, words);
    const word = text.slice(match.start, match.end).toLowerCase();
    return { kind: match.kind, at: match.start, word, target: target?.key ?? null, targetAt: target?.start ?? null };
  });
}
