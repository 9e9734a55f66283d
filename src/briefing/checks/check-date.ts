import type { DateMention } from '../../corpus/date-mention.ts';
import { findDates } from '../../corpus/dates.ts';
import { splitSentences } from '../../corpus/sentences.ts';
import type { Citation } from '../../domain/citation.ts';
import type { ClaimReading } from './claim-reading.ts';
import { contentWords, shareIn } from './content-words.ts';
import type { Failure } from './failure.ts';

/** Days and months without a year are compared as if of one year where the article has no date. */
const NO_YEAR = '2000-06-15';

interface Held extends Pick<DateMention, 'value' | 'other' | 'yearGiven'> {
  readonly text: string;
  /** How much of the claim the sentence says that has this date. */
  readonly share: number;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ');
}

function datesOf({ quote, published }: Citation, claim: ReadonlySet<string>): readonly Held[] {
  const base = published ?? NO_YEAR;
  return splitSentences(quote).flatMap((span) => {
    const text = quote.slice(span.start, span.end);
    const share = shareIn(claim, new Set(contentWords(text, { start: 0, end: text.length }).map(({ key }) => key)));
    return findDates(text, base)
      .filter(({ relative }) => published !== null || !relative)
      .map((date) => ({
        value: date.value,
        other: date.other,
        yearGiven: date.yearGiven,
        text: plain(text.slice(date.start, date.end)),
        share,
      }));
  });
}

/** Equal, or told less exactly: "January 2025" of 11 January 2025. */
function covers(exact: string, told: string): boolean {
  return exact === told || exact.startsWith(`${told}-`);
}

function agrees(date: DateMention, text: string, held: Held): boolean {
  if (plain(text.slice(date.start, date.end)) === held.text) return true;
  const { value } = date;
  if (value === null) return false;
  if ([held.value, held.other].some((exact) => exact !== null && covers(exact, value))) return true;
  // "1 July" said of a quote that gives the year.
  return !date.yearGiven && !date.relative && held.value !== null && covers(held.value.slice(5), value.slice(5)) && value.length >= 7;
}

/**
 * Every date of the claim is one of its quotes, where "on Saturday" counts from the day of publication; and it stands in
 * a sentence that says what the claim says. The day of publication is never itself the date of what happened.
 */
export function checkDate({ claim, said, verbatim }: ClaimReading): readonly Failure[] {
  if (verbatim) return [];
  const published = claim.citations[0]?.published ?? null;
  const keys = new Set(said.clauses.flatMap((clause) => [...clause.keys]));
  const held = claim.citations.flatMap((citation) => datesOf(citation, keys));
  const sentences = claim.citations.flatMap(({ quote }) =>
    splitSentences(quote).map(({ start, end }) => shareIn(keys, new Set(contentWords(quote, { start, end }).map(({ key }) => key)))),
  );
  const best = Math.max(0, ...sentences);
  const failures: Failure[] = [];
  for (const date of findDates(claim.text, published ?? NO_YEAR)) {
    const found = held.filter((one) => agrees(date, claim.text, one));
    const shown = claim.text.slice(date.start, date.end);
    if (found.length === 0) failures.push({ reason: 'date', detail: `${shown} is not a date of the quote` });
    else if (!found.some(({ share }) => share >= best / 2))
      failures.push({ reason: 'date', detail: `${shown} is the date of something else in the quote` });
  }
  return failures;
}
