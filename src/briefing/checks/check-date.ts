import type { ClaimReading } from './claim-reading.ts';
import { isSameAnchor } from './date-anchor.ts';
import { type DateInText, datesIn, type Relation, sharesOf } from './dates-in-text.ts';
import type { Failure } from './failure.ts';

/** Days and months without a year are compared as if of one year where the article has no date. */
const NO_YEAR = '2000-06-15';
/** What "since", "by" and the like of the quote may be told as. */
const TOLD_AS: Readonly<Record<Relation, readonly Relation[]>> = {
  at: ['at', 'from', 'by'],
  since: ['since', 'from', 'after'],
  from: ['from', 'since', 'at', 'after'],
  after: ['after', 'since', 'from'],
  before: ['before', 'by', 'until'],
  by: ['by', 'before', 'until'],
  until: ['until', 'by', 'before'],
};
/** Verbs that tell of one end of a stretch. */
const ENDS = /^(?:begin|start|open|launch|end|close|finish|conclud|run)/u;
const SHIFT =
  /\b(an?|one|two|three|four|five|six|ten|\d{1,3})\s(day|week|month|quarter|year|decade)s?\s(earlier|before|previously|later|afterwards)\b/giu;

/** Equal, or told less exactly: "January 2025" of 11 January 2025. */
function covers(exact: string, told: string): boolean {
  return exact === told || exact.startsWith(`${told}-`);
}

function agrees(date: DateInText, held: DateInText): boolean {
  if (date.text === held.text) return true;
  const { value } = date;
  if (value === null) return false;
  if ([held.value, held.other].some((exact) => exact !== null && covers(exact, value))) return true;
  // "1 July" said of a quote that gives the year.
  return !date.yearGiven && !date.relative && held.value !== null && covers(held.value.slice(5), value.slice(5)) && value.length >= 7;
}

/** "in early 2021" of "in late 2021", "in 2019" of "since 2019", "in 2015" of "between 2015 and 2020" say something else. */
function fits(date: DateInText, held: DateInText): boolean {
  if (date.part !== null && date.part !== held.part) return false;
  if (held.isEnd) return date.isEnd || date.relation !== 'at' || ENDS.test(date.anchor?.key ?? '');
  return date.isEnd || TOLD_AS[held.relation].includes(date.relation);
}

/** "burned down on Sunday" of "said on Sunday that it had burned down on Thursday". */
function isElsewhere(date: DateInText, same: readonly DateInText[], held: readonly DateInText[], quote: ReadonlySet<string>): boolean {
  const { anchor } = date;
  if (anchor === null || same.some((one) => one.anchor !== null && isSameAnchor(anchor, one.anchor))) return false;
  if (held.some((one) => !same.includes(one) && one.anchor !== null && isSameAnchor(anchor, one.anchor))) return true;
  // The day on which something was said is not the day of what was said.
  return !anchor.speech && quote.has(anchor.key) && same.every((one) => one.anchor?.speech === true);
}

function shiftsIn(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(SHIFT)].map(([, count = '', unit = '', way = '']) => {
      const number = /^(?:an?|one)$/iu.test(count) ? '1' : count.toLowerCase();
      return `${number} ${unit.toLowerCase()} ${/^(?:later|afterwards)$/iu.test(way) ? 'later' : 'earlier'}`;
    }),
  );
}

/** "than a month earlier" of "than a year earlier". */
function shiftFailures(claim: string, quote: string): readonly string[] {
  const held = shiftsIn(quote);
  return held.size === 0 ? [] : [...shiftsIn(claim)].filter((shift) => !held.has(shift)).map((shift) => `“${shift}” is not in the quote`);
}

function problemOf(date: DateInText, held: readonly DateInText[], best: number, quote: ReadonlySet<string>): string | null {
  const found = held.filter((one) => agrees(date, one));
  if (found.length === 0) return `${date.text} is not a date of the quote`;
  const fitting = found.filter((one) => fits(date, one));
  if (fitting.length === 0) return `${date.text} is not when the quote says`;
  const away = isElsewhere(date, fitting, held, quote) || !fitting.some(({ share }) => share >= best / 2);
  return away ? `${date.text} is the date of something else in the quote` : null;
}

/**
 * Every date of the claim is one of its quotes, where "on Saturday" counts from the day of publication, and it dates
 * there what it dates in the claim. The day of publication is never itself the date of what happened.
 */
export function checkDate({ claim, said, quoted, verbatim }: ClaimReading): readonly Failure[] {
  if (verbatim) return [];
  const published = claim.citations[0]?.published ?? null;
  const keys = new Set(said.clauses.flatMap((clause) => [...clause.keys]));
  const quote = new Set(quoted.clauses.flatMap((clause) => [...clause.keys]));
  const held = claim.citations.flatMap((one) => datesIn(one.quote, one.published, one.published ?? NO_YEAR, keys));
  const best = Math.max(0, ...claim.citations.flatMap((one) => sharesOf(one.quote, keys)));
  const told = datesIn(claim.text, published ?? NO_YEAR, published ?? NO_YEAR, keys);
  const problems = told.map((date) => problemOf(date, held, best, quote)).filter((detail) => detail !== null);
  const details = [...problems, ...shiftFailures(claim.text, quoted.text)];
  return details.map((detail) => ({ reason: 'date', detail }));
}
