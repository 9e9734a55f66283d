import { daysBetween, isLocalDate, type LocalDate } from '../domain/local-date.ts';
import type { DateMention } from './date-mention.ts';
import { matchesOf } from './matches.ts';
import { dayOf, MONTH_PATTERN, monthNumber, monthOf, PLAIN_MONTH_PATTERN } from './months.ts';
import { findRelativeDates } from './relative-dates.ts';

const DAY = String.raw`(?<![\d.,:/£$€-])([0-3]?\d)(?:st|nd|rd|th|er|\.)?`;
const SECOND_DAY = String.raw`(?:(?:\s?[-–—]\s?|\s(?:and|to|or)\s)([0-3]?\d)(?:st|nd|rd|th|\.)?)?`;
const YEAR = String.raw`(?:,?\s(\d{4})(?![\d%]|[.,]\d))?`;
const DAY_MONTH = new RegExp(`${DAY}${SECOND_DAY}\\s(?:of\\s)?(${MONTH_PATTERN})\\b\\.?${YEAR}`, 'gu');
const MONTH_DAY = new RegExp(
  `\\b(${MONTH_PATTERN})\\b\\.?\\s([0-3]?\\d)(?:st|nd|rd|th)?${SECOND_DAY}(?![\\d:%]|[.,]\\d|\\s(?:per|million|billion))${YEAR}`,
  'gu',
);
const MONTH_YEAR = new RegExp(`\\b(${MONTH_PATTERN})\\b\\.?,?\\s(?:of\\s)?(\\d{4})(?![\\d%]|[.,]\\d)`, 'gu');
const MONTH_ALONE = new RegExp(`\\b(${PLAIN_MONTH_PATTERN})\\b(?!\\s\\d|['’]?\\p{L})`, 'gu');
/** "May" and "March" are months only after a word that takes a time, and not before a verb. */
const MAY_OR_MARCH =
  /(?<=\b(?:in|since|by|until|till|from|for|of|early|late|mid|last|next|this|during|before|after|to|and|between|through)[\s-])(May|March)\b(?!\s\d|\s(?:said|says|told)\b)/giu;
const ISO = /(?<![\d-])(\d{4})[-/](\d{2})(?:[-/](\d{2}))?(?![\d-]|\/\d)/gu;
const SLASHED = /(?<![\d./-])(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})(?![\d./-]\d|\d)/gu;
const CHINESE = /(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号])?|(\d{4})年/gu;
const DECADE = /(?<![\p{L}\d])(?:1[89]|20)\d0s\b/gu;
const YEAR_SPAN = /(?<![\p{L}\d.,£$€-])((?:19|20)\d\d)([-–/])(\d{4}|\d\d)(?![\d-])/gu;
const YEAR_ALONE = /(?<![\p{L}\d.,£$€¥#/]|[\d][-–])((?:1[89]|20)\d\d|2100)(?![\p{L}\d%]|[.,]\d|[-–]\p{L})/gu;
/** Before a number of four figures, these make it a year whatever follows. */
const BEFORE_YEAR = /\b(?:in|since|until|till|during|before|early|late|mid|pre|post|spring|summer|autumn|winter|the|its)[\s-]$/iu;
/** After a number of four figures, these make it a count. */
const COUNTED =
  /^\s?(?:million|billion|trillion|bn\b|thousand|per\s?cent|people|men|women|children|troops|percent|pounds|dollars|euros|(?!was|is|has|its|this|as|its)\p{Ll}+s\b)/u;

/** Quick to ask, and what most patterns need. */
const YEAR_LIKE = /\d{4}/;
const MONTH_LIKE = new RegExp(`\\b(?:${MONTH_PATTERN})\\b`, 'u');

type Found = DateMention | null;
/** What to make of the matches of a pattern. */
type Read = (match: RegExpExecArray) => Found | readonly Found[];

function made(match: RegExpExecArray, value: string | null, yearGiven = true): DateMention {
  return {
    start: match.index,
    end: match.index + match[0].length,
    value,
    relative: false,
    yearGiven,
    other: null,
  };
}

/** The year in which a day or month without one lies nearest to the day of publication. */
function nearestYear(month: number, day: number, published: LocalDate): number {
  const year = Number(published.slice(0, 4));
  const away = (candidate: number): number => Math.abs(daysBetween(dayOf(candidate, month, day) ?? published, published));
  return [year, year - 1, year + 1].reduce((best, candidate) => (away(candidate) < away(best) ? candidate : best));
}

function dated(match: RegExpExecArray, month: number, day: number | null, year: string | undefined, published: LocalDate | null): Found {
  const known = year === undefined ? (published === null ? null : nearestYear(month, day ?? 15, published)) : Number(year);
  if (dayOf(2000, month, day ?? 1) === null) return null;
  const value = known === null ? null : day === null ? monthOf(known, month) : dayOf(known, month, day);
  if (value !== null && day !== null && !isLocalDate(value)) return null;
  return made(match, value, year !== undefined);
}

/** A day, or the two ends of a span of days that share their month: "10–12 January 2025". */
function days(
  match: RegExpExecArray,
  [first, second, name, year]: readonly (string | undefined)[],
  published: LocalDate | null,
): readonly Found[] {
  const month = monthNumber(name ?? '');
  return [first, second].filter((day) => day !== undefined).map((day) => dated(match, month, Number(day), year, published));
}

function slashed(match: RegExpExecArray): Found {
  const [first, second] = [Number(match[1]), Number(match[3])];
  const year = match[4]?.length === 4 ? Number(match[4]) : null;
  // 03/04/2025 is April in London and March in Washington; with full stops it is German, where the day comes first.
  const clear = year !== null && (match[2] === '.' || first > 12) && second <= 12;
  return made(match, clear ? dayOf(year, second, first) : null, year !== null);
}

function iso(match: RegExpExecArray): Found {
  const [year, month, day] = [Number(match[1]), Number(match[2]), match[3]];
  if (month < 1 || month > 12 || year < 1500 || year > 2200) return null;
  return dated(match, month, day === undefined ? null : Number(day), match[1], null);
}

function yearSpan(match: RegExpExecArray): readonly Found[] {
  const [from = '', second = ''] = [match[1], match[3]];
  const to = second.length === 4 ? second : `${from.slice(0, 2)}${second}`;
  if (to <= from || (match[2] === '-' && second.length === 2 && Number(second) <= 12)) return [];
  return [made(match, from), made(match, to)];
}

function yearAlone(match: RegExpExecArray, text: string): Found {
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 24);
  const before = text.slice(Math.max(0, match.index - 14), match.index);
  return BEFORE_YEAR.test(before) || !COUNTED.test(after) ? made(match, match[0]) : null;
}

function chinese(match: RegExpExecArray, published: LocalDate | null): Found {
  const [, year, month, day, only] = match;
  return only === undefined ? dated(match, Number(month), day === undefined ? null : Number(day), year, published) : made(match, only);
}

function absoluteDates(text: string, published: LocalDate | null, hasMonth: boolean): readonly Found[] {
  const all = (pattern: RegExp, read: Read): readonly Found[] => matchesOf(pattern, text).flatMap(read);
  const figures = [...all(ISO, iso), ...all(SLASHED, slashed), ...all(CHINESE, (match) => chinese(match, published))];
  if (!hasMonth) return figures;
  return [
    ...figures,
    ...all(DAY_MONTH, (match) => days(match, match.slice(1), published)),
    ...all(MONTH_DAY, (match) => days(match, [match[2], match[3], match[1], match[4]], published)),
    ...all(MONTH_YEAR, (match) => dated(match, monthNumber(match[1] ?? ''), null, match[2], published)),
  ];
}

function looseDates(text: string, published: LocalDate | null, hasMonth: boolean): readonly Found[] {
  const hasYear = YEAR_LIKE.test(text);
  const all = (isLikely: boolean, pattern: RegExp, read: Read): readonly Found[] =>
    isLikely ? matchesOf(pattern, text).flatMap(read) : [];
  const alone = (match: RegExpExecArray): Found =>
    /^\p{Lu}/u.test(match[0]) ? dated(match, monthNumber(match[0]), null, undefined, published) : null;
  return [
    ...all(hasYear, YEAR_SPAN, yearSpan),
    ...all(hasYear, DECADE, (match) => made(match, null)),
    ...all(hasMonth, MONTH_ALONE, alone),
    ...all(hasMonth, MAY_OR_MARCH, alone),
    ...all(hasYear, YEAR_ALONE, (match) => yearAlone(match, text)),
  ];
}

/** Those that no earlier one covers; two ends of one span share their place. In order. */
function withoutOverlaps(found: readonly Found[]): readonly DateMention[] {
  if (found.length === 0) return [];
  const claimed = new Map<number, number>();
  const kept: DateMention[] = [];
  for (const date of found) {
    if (date === null) continue;
    let free = true;
    for (let at = date.start; at < date.end && free; at += 1)
      free = claimed.get(at) === undefined || claimed.get(at) === date.start * 2 ** 20 + date.end;
    if (!free) continue;
    for (let at = date.start; at < date.end; at += 1) claimed.set(at, date.start * 2 ** 20 + date.end);
    kept.push(date);
  }
  return kept.toSorted((a, b) => a.start - b.start || (a.value ?? '').localeCompare(b.value ?? ''));
}

/**
 * The dates of a text, in order. A day or month without a year takes the year that brings it nearest to the day of
 * publication ("2 August" in an article of March 2025 is 2025-08-02); without one its value is null. `published` is
 * never itself given as the date of anything.
 */
export function findDates(text: string, published: LocalDate | null): readonly DateMention[] {
  const base = published !== null && isLocalDate(published) ? published : null;
  const hasMonth = MONTH_LIKE.test(text);
  return withoutOverlaps([...absoluteDates(text, base, hasMonth), ...findRelativeDates(text, base), ...looseDates(text, base, hasMonth)]);
}
