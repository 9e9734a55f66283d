import type { ArticleHead } from '../domain/article.ts';
import { formatAge, formatDay, formatSpan, type LocalDate } from '../domain/local-date.ts';
import { lastDays } from '../domain/parse-period.ts';
import type { Period } from '../domain/period.ts';

/** A brief without a period covers this many days. */
const DEFAULT_DAYS = 7;

/** The period of a brief, its articles, and what the reader must be told of it. */
export interface ChosenPeriod {
  readonly period: Period & { readonly widened: boolean };
  readonly heads: readonly ArticleHead[];
  readonly notice: string | null;
}

function inside(heads: readonly ArticleHead[], { from, to }: Period): readonly ArticleHead[] {
  return heads.filter(({ published }) => published !== null && published >= from && published <= to);
}

function describe(heads: readonly ArticleHead[], newest: LocalDate, today: LocalDate): string {
  const count = heads.length === 1 ? 'one article' : `${heads.length} articles`;
  const dates = heads.map(({ published }) => published ?? newest).toSorted();
  return `${count} dated ${formatSpan(dates[0] ?? newest, newest)}, ${formatAge(newest, today)}`;
}

function widen(all: readonly ArticleHead[], asked: Period, newest: LocalDate, today: LocalDate): ChosenPeriod {
  const period = lastDays(DEFAULT_DAYS, newest);
  const heads = inside(all, period);
  const found = `Below is the newest held: ${describe(heads, newest, today)}. Background, not news.`;
  return {
    period: { ...period, widened: true },
    heads,
    notice: `Nothing dated in the last ${DEFAULT_DAYS} days (${formatSpan(asked.from, asked.to)}). ${found}`,
  };
}

function undated(all: readonly ArticleHead[], asked: Period): ChosenPeriod {
  const heads = all.filter(({ published }) => published === null);
  const notice =
    heads.length > 0 ? `No dated article is held on this; what follows comes from ${heads.length} undated. It may be of any age.` : null;
  return { period: { ...asked, widened: false }, heads, notice };
}

/**
 * Decides which days a brief covers. Without a period asked for it is the last 7 days, widened, when nothing is that
 * new, to the 7 days that end with the newest article; the notice then says so with dates and age. A period that was
 * asked for is never widened. Undated articles are used only when there are no others.
 */
export function choosePeriod(all: readonly ArticleHead[], asked: Period | null, today: LocalDate): ChosenPeriod {
  const period = asked ?? lastDays(DEFAULT_DAYS, today);
  const heads = inside(all, period);
  if (heads.length > 0) return { period: { ...period, widened: false }, heads, notice: null };
  const newest = all.reduce<LocalDate | null>(
    (latest, { published }) => (published !== null && (latest === null || published > latest) ? published : latest),
    null,
  );
  if (newest === null) return undated(all, period);
  if (asked === null) return widen(all, period, newest, today);
  const notice = `Nothing held is dated ${formatSpan(period.from, period.to)}; the newest article on this is of ${formatDay(newest)} (${formatAge(newest, today)}).`;
  return { period: { ...period, widened: false }, heads: [], notice };
}
