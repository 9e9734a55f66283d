import { addDays, isLocalDate, type LocalDate, weekdayOf } from './local-date.ts';
import type { Period } from './period.ts';

const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, d: 1, w: 7, m: 30 };
const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The last `days` days up to and including `to`. A span of more than ten years is cut to ten years. */
export function lastDays(days: number, to: LocalDate): Period {
  const wanted = Math.min(Math.max(Math.trunc(days), 1), 3653);
  return { from: addDays(to, 1 - wanted), to };
}

function monthPeriod(year: number, month: number): Period {
  const from = `${year}-${String(month).padStart(2, '0')}-01`;
  const nextFrom = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return { from, to: addDays(nextFrom, -1) };
}

function parseCount(words: string, today: LocalDate): Period | null {
  const match = /^(?:(?:the )?(?:last|past) )?(\d{1,4}) ?(d|w|m|days?|weeks?|months?)$/.exec(words);
  const unit = match?.[2]?.replace(/(?<=.)s$/, '');
  return match && unit !== undefined ? lastDays(Number(match[1]) * (UNIT_DAYS[unit] ?? 1), today) : null;
}

function parseNamed(words: string, today: LocalDate): Period | null {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  switch (words) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'week':
    case 'this week':
      return { from: monday, to: today };
    case 'last week':
      return { from: addDays(monday, -7), to: addDays(monday, -1) };
    case 'this month':
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case 'last month': {
      const end = addDays(`${today.slice(0, 7)}-01`, -1);
      return { from: `${end.slice(0, 7)}-01`, to: end };
    }
    default:
      return null;
  }
}

function parseDates(words: string, today: LocalDate): Period | null {
  const range = /^(?:from )?(\d{4}-\d{2}-\d{2})(?: ?(?:to|until|\.\.|–|-) ?)(\d{4}-\d{2}-\d{2})$/.exec(words);
  if (range?.[1] && range[2]) return ordered(range[1], range[2]);
  const since = /^(?:since|from|after) (\d{4}-\d{2}-\d{2})$/.exec(words)?.[1];
  if (since) return ordered(since, today);
  const day = /^(?:on )?(\d{4}-\d{2}-\d{2})$/.exec(words)?.[1];
  return day ? ordered(day, day) : null;
}

function ordered(from: string, to: string): Period | null {
  return isLocalDate(from) && isLocalDate(to) && from <= to ? { from, to } : null;
}

function parseMonth(words: string): Period | null {
  const numeric = /^(?:in )?(\d{4})-(\d{2})$/.exec(words);
  const named = /^(?:in )?([a-z]{3,9}) (\d{4})$/.exec(words);
  const year = Number(numeric?.[1] ?? named?.[2]);
  const name = named?.[1] ?? '';
  const month = numeric ? Number(numeric[2]) : MONTH_NAMES.findIndex((full) => full === name || full.slice(0, 3) === name) + 1;
  return month >= 1 && month <= 12 && year >= 1000 ? monthPeriod(year, month) : null;
}

/**
 * Reads a period as people type it: `7d`, `last 14 days`, `yesterday`, `last week`, `since 2024-11-01`,
 * `2024-11-01 to 2024-11-07`, `2024-11-05`, `November 2024`. Weeks begin on Monday. Null when it is none of these.
 */
export function parsePeriod(text: string, today: LocalDate): Period | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return parseCount(words, today) ?? parseNamed(words, today) ?? parseDates(words, today) ?? parseMonth(words);
}
