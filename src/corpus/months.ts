/** Month names by number: English in full, English cut short, German, French. Case matters: "may" is a verb, "May" a month. */
const BY_NUMBER = [
  'January Jan Januar Jänner janvier',
  'February Feb Februar février',
  'March Mar März mars',
  'April Apr avril',
  'May Mai mai',
  'June Jun Juni juin',
  'July Jul Juli juillet',
  'August Aug août',
  'September Sept Sep septembre',
  'October Oct Oktober octobre',
  'November Nov novembre',
  'December Dec Dezember décembre',
].map((line) => line.split(' '));

const NUMBER_OF: ReadonlyMap<string, number> = new Map(
  BY_NUMBER.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** All month names as alternatives of a regular expression, longest first. */
export const MONTH_PATTERN = [...NUMBER_OF.keys()].toSorted((a, b) => b.length - a.length).join('|');

/** English month names in full that are no other word (May and March are). */
export const PLAIN_MONTH_PATTERN = 'January|February|April|June|July|August|September|October|November|December';

/** The number of a month, 1 to 12; 0 for a word that is none. */
export function monthNumber(name: string): number {
  return NUMBER_OF.get(name) ?? 0;
}

/** `YYYY-MM-DD` for a day that may exist in some year, else null. */
export function dayOf(year: number, month: number, day: number): string | null {
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (day < 1 || day > longest) return null;
  return `${monthOf(year, month)}-${String(day).padStart(2, '0')}`;
}

/** `YYYY-MM`. */
export function monthOf(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}
