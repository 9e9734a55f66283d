import { findDates } from './dates.ts';
import type { Span } from './spans.ts';

/** A place in an order: "third", "7th". */
export interface Ordinal extends Span {
  readonly value: number;
}

const WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
/** "a third of voters", "two-thirds" and "a fifth" are shares, "a third vote" is none; "every second counts" is time. */
const SHARE = String.raw`(?:a|an|one|two|three|four|per|a\ssplit)`;
const WORD = new RegExp(
  String.raw`(?<!\b${SHARE}[\s-](?!first\b|(?:${WORDS.slice(1).join('|')})\s(?!of\b|more\b|less\b)\p{Ll}))\b(${WORDS.join('|')})\b(?!\s(?:of\sall|hand)\b)`,
  'giu',
);
const DIGITS = /(?<![\p{L}\d.,])(\d{1,4})(?:st|nd|rd|th)\b/gu;

/** The ordinals of a text, in order; those in dates are left out. */
export function findOrdinals(text: string): readonly Ordinal[] {
  const dates = findDates(text, null);
  const words = [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: WORDS.indexOf(match[0].toLowerCase()) + 1,
  }));
  const digits = [...text.matchAll(DIGITS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: Number(match[1]),
  }));
  const found = [...words, ...digits].toSorted((a, b) => a.start - b.start);
  if (dates.length === 0) return found;
  const inDate = new Set(dates.flatMap(({ start, end }) => Array.from({ length: Math.min(end - start, 60) }, (_, index) => start + index)));
  return found.filter(({ start }) => !inDate.has(start));
}
