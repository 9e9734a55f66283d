/** A calendar day without a zone, written `YYYY-MM-DD`. Plain string order is date order. */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function toEpochDay(date: LocalDate): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

function fromEpochDay(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/**
 * True for a day that exists in the calendar: `2024-02-29` is one, `2023-02-29` is not. Years begin with 100: `Date`
 * takes lower ones for those of the 1900s. Reckoned without `Date`, since every date of every sentence is asked about.
 */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, day] = [Number(text.slice(0, 4)), Number(text.slice(8))];
  return year >= 100 && day >= 1 && day <= daysInMonth(year, Number(text.slice(5, 7)));
}

/** The day `days` after `date`; negative counts go back. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: LocalDate): number {
  return (((toEpochDay(date) + 4) % 7) + 7) % 7;
}

/** The day as people write it: `14 Nov 2023`. */
export function formatDay(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day ?? ''} ${MONTHS[(month ?? 1) - 1] ?? ''} ${year ?? ''}`;
}

/** A span of days as people write it: `16–23 Nov 2026`, `29 Oct – 4 Nov 2024`, `30 Dec 2025 – 5 Jan 2026`, or one day. */
export function formatSpan(from: LocalDate, to: LocalDate): string {
  if (from === to) return formatDay(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${formatDay(to)}`;
  const start = from.slice(0, 4) === to.slice(0, 4) ? formatDay(from).replace(/ \d+$/, '') : formatDay(from);
  return `${start} – ${formatDay(to)}`;
}

/** How old `date` is on `today`, in the largest whole unit: `3 years old`, `5 weeks old`, `today`. */
export function formatAge(date: LocalDate, today: LocalDate): string {
  const days = daysBetween(date, today);
  if (days < 0) return 'dated in the future';
  if (days === 0) return 'today';
  const [count, unit] =
    days < 14
      ? [days, 'day']
      : days < 60
        ? [Math.floor(days / 7), 'week']
        : days < 730
          ? [Math.floor(days / 30.44), 'month']
          : [Math.floor(days / 365.25), 'year'];
  return `${count} ${unit}${count === 1 ? '' : 's'} old`;
}

/** The calendar day that an instant (milliseconds since 1970) falls on in an IANA zone. */
export function localDateAt(epochMs: number, zone: string): LocalDate {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(new Date(epochMs));
}
