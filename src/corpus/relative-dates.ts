import { addDays, isLocalDate, type LocalDate, weekdayOf } from '../domain/local-date.ts';
import type { DateMention } from './date-mention.ts';
import { matchesOf } from './matches.ts';
import { MONTH_PATTERN, monthNumber, monthOf } from './months.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const WEEKDAY = new RegExp(`\\b(?:(last|next|this|coming|past)\\s)?(${WEEKDAYS.join('|')})\\b(?!\\sTimes)`, 'giu');
const NAMED_DAY = /\b(yesterday|today|tomorrow|tonight|this\s(?:morning|afternoon|evening)|last\snight)\b/giu;
const PERIOD = /(?<!\bthe\s)\b(last|next|this)\s(week|weekend|month|year|quarter|decade|spring|summer|autumn|winter)\b/giu;
const MONTH = new RegExp(`\\b(last|next|this)\\s(${MONTH_PATTERN})\\b(?!\\s\\d)`, 'gu');
const AGO = /\b(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s(?:day|week|month|year|decade)s?\sago\b/giu;
/** Quick to ask, and what the two slowest patterns need. */
const HAS_DAY = /day\b/iu;
const HAS_AGO = /\sago\b/iu;
/** What makes a bare weekday lie ahead, when it stands before it in the same sentence. */
const AHEAD = /\b(?:will|shall|due|scheduled|expected|set|plans?|intends?|tomorrow)\b[^.!?]{0,80}$/iu;

function mention(match: RegExpExecArray, value: string | null, other: string | null = null): DateMention {
  const start = match.index;
  return { start, end: start + match[0].length, value, relative: true, yearGiven: false, other };
}

function weekdayDates(match: RegExpExecArray, text: string, published: LocalDate): DateMention {
  const wanted = WEEKDAYS.findIndex((name) => name.toLowerCase() === match[2]?.toLowerCase());
  const back = (weekdayOf(published) - wanted + 7) % 7;
  const before = addDays(published, -back);
  const after = addDays(published, 7 - back);
  switch (match[1]?.toLowerCase()) {
    case 'last':
    case 'past':
      return mention(match, back === 0 ? addDays(published, -7) : before, addDays(before, -7));
    case 'next':
    case 'coming':
      return mention(match, after, addDays(after, 7));
    default: {
      const ahead = AHEAD.test(text.slice(Math.max(0, match.index - 90), match.index));
      return ahead ? mention(match, after, before) : mention(match, before, after);
    }
  }
}

function namedDay(match: RegExpExecArray, published: LocalDate): DateMention {
  const word = match[1]?.toLowerCase() ?? '';
  const shift = word === 'tomorrow' ? 1 : word === 'yesterday' || word.startsWith('last') ? -1 : 0;
  return mention(match, addDays(published, shift));
}

function periodValue(which: string, unit: string, published: LocalDate): string | null {
  const shift = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  const year = Number(published.slice(0, 4));
  if (unit === 'year') return String(year + shift).padStart(4, '0');
  if (unit !== 'month') return null;
  const index = year * 12 + Number(published.slice(5, 7)) - 1 + shift;
  return monthOf(Math.floor(index / 12), (index % 12) + 1);
}

function monthValue(which: string, name: string, published: LocalDate): string {
  const month = monthNumber(name);
  const year = Number(published.slice(0, 4));
  const now = Number(published.slice(5, 7));
  if (which === 'last') return monthOf(month < now ? year : year - 1, month);
  if (which === 'next') return monthOf(month > now ? year : year + 1, month);
  return monthOf(year, month);
}

/**
 * Days that are told from the day of publication: "on Saturday", "last Friday", "yesterday", "next month", "last
 * December". A bare weekday is the latest one up to the day of publication, unless something before it in its sentence
 * says that it lies ahead; `other` is the other reading. Without a day of publication their values are null.
 */
export function findRelativeDates(text: string, published: LocalDate | null): readonly DateMention[] {
  const base = published !== null && isLocalDate(published) ? published : null;
  const found = (pattern: RegExp, resolve: (match: RegExpExecArray, day: LocalDate) => DateMention): readonly DateMention[] =>
    matchesOf(pattern, text).map((match) => (base === null ? mention(match, null) : resolve(match, base)));
  return [
    ...found(MONTH, (match, day) => mention(match, monthValue(match[1] ?? '', match[2] ?? '', day))),
    ...(HAS_DAY.test(text) ? found(WEEKDAY, (match, day) => weekdayDates(match, text, day)) : []),
    ...found(NAMED_DAY, namedDay),
    ...found(PERIOD, (match, day) => mention(match, periodValue(match[1]?.toLowerCase() ?? '', match[2]?.toLowerCase() ?? '', day))),
    ...(HAS_AGO.test(text) ? found(AGO, (match) => mention(match, null)) : []),
  ];
}
