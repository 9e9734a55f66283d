import { matchesOf } from './matches.ts';
import type { Span } from './spans.ts';
import { type VerbEntry, verbEntryOf } from './verb-classes.ts';
import { WORD, wordFlags } from './word-classes.ts';

/** A word, a mark, or a whole quotation: what a sentence is made of for whoever looks for subjects and verbs. */
export interface SentenceToken extends Span {
  readonly kind: 'word' | 'mark' | 'quote';
  readonly text: string;
  /** In lower case, with straight apostrophes and without a possessive ending. */
  readonly lower: string;
  /** Bits of `WORD`. */
  readonly flags: number;
  readonly verb: VerbEntry | undefined;
  /** Begins with a capital letter or is a figure-and-letter name such as "5G" or "10 Downing Street"'s "10" is not. */
  readonly capital: boolean;
  readonly possessive: boolean;
}

const TOKEN =
  /(?:\p{Lu}\.){2,}(?:['’]s)?|(?:[£$€¥]|US\$)?\p{N}+(?:[.,:]\p{N}+)*(?:\p{L}+|%)?|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’&/‑.-][\p{L}\p{N}\p{M}]+)*|--|[^\s\p{L}\p{N}\p{M}]/gu;
/** Words whose full stop ends no clause. */
const SHORTENED: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof gen sen rep gov lt col capt sgt st no nos jr sr inc ltd co corp vs jan feb mar apr aug sept oct nov dec'.split(' '),
);
/** In capitals these are no pronouns. */
const ACRONYMS: ReadonlySet<string> = new Set(['US', 'WHO', 'IT']);
/** A sentence longer than this is none: only its beginning is read. */
const LONGEST_READ = 3_000;

function wordToken(text: string, start: number): SentenceToken {
  const straight = text.includes('’') ? text.replaceAll('’', "'") : text;
  const possessive = straight.endsWith("'s") && straight.length > 2;
  const lower = (possessive ? straight.slice(0, -2) : straight).toLowerCase();
  const first = text.charCodeAt(0);
  const capital = first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(text);
  const verb = possessive ? undefined : verbEntryOf(lower);
  return {
    kind: 'word',
    text,
    lower,
    start,
    end: start + text.length,
    flags: ACRONYMS.has(text) ? WORD.body : wordFlags(lower),
    verb,
    capital,
    possessive,
  };
}

function markToken(kind: 'mark' | 'quote', text: string, start: number, end: number): SentenceToken {
  return {
    kind,
    text,
    lower: text,
    start,
    end,
    flags: 0,
    verb: undefined,
    capital: false,
    possessive: false,
  };
}

function isMark(text: string): boolean {
  const code = text.charCodeAt(0);
  return (text.length === 1 && !(code >= 48 && code <= 57) && !/[\p{L}\p{N}]/u.test(text)) || text === '--';
}

function pushTokens(tokens: SentenceToken[], text: string, start: number, end: number): void {
  for (const { 0: found, index } of matchesOf(TOKEN, text.slice(start, end))) {
    if (!isMark(found)) tokens.push(wordToken(found, start + index));
    else if (found !== "'" && found !== '’' && found !== '"' && !(found === '.' && endsShort(tokens.at(-1)))) {
      tokens.push(markToken('mark', found, start + index, start + index + found.length));
    }
  }
}

function endsShort(last: SentenceToken | undefined): boolean {
  return last !== undefined && (SHORTENED.has(last.lower) || (last.text.length === 1 && last.capital));
}

/**
 * The tokens of one sentence. Each stretch of `quotes` (inner ends of quotation marks, in order) is one token, since
 * what is quoted has its own subjects and verbs.
 */
export function tokenizeSentence(text: string, { start, end }: Span, quotes: readonly Span[]): readonly SentenceToken[] {
  const tokens: SentenceToken[] = [];
  const last = Math.min(end, start + LONGEST_READ);
  let from = start;
  for (const quote of quotes) {
    if (quote.end <= from || quote.start >= last) continue;
    pushTokens(tokens, text, from, Math.max(from, quote.start - 1));
    const inner = { start: Math.max(quote.start, start), end: Math.min(quote.end, last) };
    tokens.push(markToken('quote', text.slice(inner.start, inner.end), inner.start, inner.end));
    from = Math.min(last, quote.end + 1);
  }
  pushTokens(tokens, text, from, last);
  return tokens;
}

/** True when a token has one of the classes given as bits of `WORD`. */
export function has(token: SentenceToken | undefined, bits: number): boolean {
  return token !== undefined && (token.flags & bits) !== 0;
}

/** True for a day or month name, or a figure: what dates are made of. "May" the person is told apart by the caller. */
export function isDatePart(token: SentenceToken | undefined): boolean {
  return token !== undefined && (has(token, WORD.day) || (has(token, WORD.month) && token.capital) || /^\p{N}/u.test(token.text));
}
