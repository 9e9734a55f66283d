import type { DateMention } from '../../corpus/date-mention.ts';
import { findDates } from '../../corpus/dates.ts';
import { findWordNumbers } from '../../corpus/number-words.ts';
import { splitSentences } from '../../corpus/sentences.ts';
import { addDays, type LocalDate } from '../../domain/local-date.ts';
import { contentWords, shareIn } from './content-words.ts';
import { anchorOf, type DateAnchor } from './date-anchor.ts';

/** How an event lies to its date: "since 2019" is not "in 2019". */
export type Relation = 'at' | 'since' | 'from' | 'after' | 'before' | 'by' | 'until';

/** A date of a claim or of a quote, with what it dates. */
export interface DateInText extends Pick<DateMention, 'value' | 'other' | 'yearGiven' | 'relative'> {
  /** In small letters, as it stands. */
  readonly text: string;
  readonly anchor: DateAnchor | null;
  readonly relation: Relation;
  /** "late", "summer": a part of what the date names. */
  readonly part: string | null;
  /** True for one end of a stretch: "between 2015 and 2020". */
  readonly isEnd: boolean;
  /** How much of the claim its sentence says. */
  readonly share: number;
}

const PART = /\b(early|late|mid|end|start|beginning|close|spring|summer|autumn|fall|winter)(?:\s(?:of|in))?(?:\sthe)?[\s-]$/iu;
const SAME_PART: Readonly<Record<string, string>> = { start: 'early', beginning: 'early', end: 'late', close: 'late', fall: 'autumn' };
const RELATION =
  /\b(since|until|till|by|before|after|from|starting(?:\son)?|as\sof)(?:\sthe)?(?:\s(?:early|late|mid|end\sof|start\sof))?[\s-]$/iu;
const SAME_RELATION: Readonly<Record<string, Relation>> = { till: 'until', starting: 'from', 'starting on': 'from', 'as of': 'from' };
const SPAN = /^\s?(?:and|to|until|till|through|[-–—])\s?$/u;
const AGO = /^(?<count>\d{1,3}|\p{L}+)\s(?<unit>day|month|year|decade)s?\sago$/u;

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ');
}

/** "two years ago" and "three days ago" of an article whose day is known; weeks are told too loosely. */
function valueOfAgo(text: string, published: LocalDate): string | null {
  const { count = '', unit } = AGO.exec(text)?.groups ?? {};
  const number = /^an?$/u.test(count) ? 1 : (findWordNumbers(count)[0]?.value ?? Number(count));
  if (!Number.isInteger(number) || count === '') return null;
  const year = Number(published.slice(0, 4));
  if (unit === 'day') return addDays(published, -number);
  if (unit !== 'month') return String(unit === 'decade' ? year - 10 * number : year - number);
  const month = year * 12 + Number(published.slice(5, 7)) - 1 - number;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** "July" after a past verb is the last one, "December" after "will" the next: the nearest is only a guess. */
function yearByTense({ value, yearGiven, relative }: DateMention, tense: DateAnchor['tense'], published: LocalDate | null): string | null {
  if (value === null || yearGiven || relative || published === null || tense === null || value.length < 7) return null;
  const year = Number(published.slice(0, 4));
  const years = tense === 'past' ? [year, year - 1] : [year, year + 1];
  const fits = (told: string): boolean => {
    const day = published.slice(0, told.length);
    return tense === 'past' ? told <= day : told >= day;
  };
  return years.map((one) => `${one}${value.slice(4)}`).find(fits) ?? null;
}

function relationBefore(before: string): Relation {
  const word = plain(RELATION.exec(before)?.[1] ?? 'at');
  return SAME_RELATION[word] ?? (word as Relation);
}

function partBefore(before: string): string | null {
  const word = PART.exec(before)?.[1]?.toLowerCase() ?? null;
  return word === null ? null : (SAME_PART[word] ?? word);
}

function isEndOfSpan(date: DateMention, others: readonly DateMention[], text: string): boolean {
  return others.some((other) => {
    if (other === date) return false;
    // "3 to 9 April" is one mention with two days.
    if (other.start === date.start) return /\bto\b|[-–—]/u.test(text.slice(date.start, date.end));
    const [first, second] = other.start < date.start ? [other, date] : [date, other];
    const gap = text.slice(first.end, second.start);
    const opened = /\b(?:between|from)\s$/iu.test(text.slice(Math.max(0, first.start - 9), first.start));
    return SPAN.test(gap) && (opened || !/\band\b/u.test(gap));
  });
}

function shareOf(words: string, claim: ReadonlySet<string>): number {
  return shareIn(claim, new Set(contentWords(words, { start: 0, end: words.length }).map(({ key }) => key)));
}

/** How much of the claim each sentence of a text says. */
export function sharesOf(text: string, claim: ReadonlySet<string>): readonly number[] {
  return splitSentences(text).map(({ start, end }) => shareOf(text.slice(start, end), claim));
}

/** The dates of a text, each with the verb that it dates; `claim` holds the words of the claim. */
export function datesIn(text: string, published: LocalDate | null, base: LocalDate, claim: ReadonlySet<string>): readonly DateInText[] {
  return splitSentences(text).flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    const span = { start: 0, end: words.length };
    const share = shareOf(words, claim);
    const dates = findDates(words, base).filter(({ relative }) => published !== null || !relative);
    return dates.map((date): DateInText => {
      const before = words.slice(Math.max(0, date.start - 32), date.start);
      const shown = plain(words.slice(date.start, date.end));
      const value = date.value ?? (published === null ? null : valueOfAgo(shown, published));
      const { yearGiven, relative } = date;
      const anchor = anchorOf(words, span, date);
      const other = date.other ?? yearByTense(date, anchor?.tense ?? null, published);
      const isEnd = isEndOfSpan(date, dates, words);
      const told = { value, other, yearGiven, relative, text: shown, share, isEnd };
      return { ...told, anchor, relation: relationBefore(before), part: partBefore(before) };
    });
  });
}
