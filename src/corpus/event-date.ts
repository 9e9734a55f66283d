import type { LocalDate } from '../domain/local-date.ts';
import type { DateMention } from './date-mention.ts';
import { findDates } from './dates.ts';
import type { Span } from './spans.ts';

/** A sentence without any of these holds no date; asking first keeps the many others cheap. */
const MAYBE_DATED =
  /\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may\b|june|july|august|september|october|november|december|yesterday|today|tonight|tomorrow|\b(?:last|this|next) (?:week|month|year)/iu;
/** What a date is compared with or named after is no event: "since 2015", "than in 2018", "the Review of March 2021". */
const NO_EVENT =
  /\b(?:since|than(?: in)?|as in|from that of|unlike in|of|was|were|those of|against \p{L}+ in|compared with)(?: (?:the )?(?:early|late|mid|end of|start of))?[\s-]$/iu;
const BEFORE_YEAR = /\b(?:in|by|until|till|during|from|early|late|mid|spring|summer|autumn|winter|end of|year)[\s-]$/iu;
const ASIDE = /\b(?:who|which|whose|whom|since|titled|called)\b[^,;]*$/iu;
const CIRCUMSTANCE = /\b(?:that|when|after|before|as|because|where|while|if|until)\b/iu;
/** Further from the verb than any date of its own clause. */
const OTHER_CLAUSE = 10_000;

function mayDate(text: string, from: number, { start, end, value }: DateMention): boolean {
  if (value === null) return false;
  const before = text.slice(Math.max(from, start - 40), start);
  if (NO_EVENT.test(before) && !(value.length === 10 && /\b(?:was|were) $/u.test(before))) return false;
  if (/^ of (?:that|the same|the following|the previous) year/u.test(text.slice(end, end + 24))) return false;
  if (value.length === 4 && !BEFORE_YEAR.test(before)) return false;
  if (
    /^\s?(?:-|–)?\s?(?:act|report|election|review|summit|budget|agreement|deal|law|war|games|season)\b/iu.test(text.slice(end, end + 14)) &&
    value.length === 4
  )
    return false;
  return !ASIDE.test(text.slice(Math.max(from, start - 120), start));
}

/** A day without a year in the midst of a tale of 2020 is no day of this year: which it is, is left open. */
function fitsYears({ value, yearGiven, relative }: DateMention, years: ReadonlySet<string>): boolean {
  return yearGiven || relative || value === null || years.size === 0 || years.has(value.slice(0, 4));
}

function distance(text: string, verb: number, { start, end }: DateMention): number {
  const [from, to] = start > verb ? [verb, start] : [end, verb];
  const between = text.slice(from, Math.min(to, from + 300));
  const apart = start > verb ? CIRCUMSTANCE.test(between) : /[;:]/u.test(between);
  return to - from + (apart ? OTHER_CLAUSE : 0);
}

/**
 * The date of what a sentence tells, from its own words: of several the one that is nearest to the main verb in its
 * clause. `years` holds the years that the paragraph has named so far, and is added to. What is told as still to come takes the reading of a weekday that lies ahead.
 */
export function eventDateOf(
  text: string,
  sentence: Span,
  verb: number | null,
  ahead: boolean,
  published: LocalDate | null,
  years: Set<string>,
): string | null {
  const end = Math.min(sentence.end, sentence.start + 1_500);
  const words = text.slice(sentence.start, end);
  if (!MAYBE_DATED.test(words)) return null;
  const at = verb === null ? 0 : verb - sentence.start;
  let best: DateMention | null = null;
  let least = Number.POSITIVE_INFINITY;
  let rejected = end;
  const mentions = findDates(words, published);
  for (const { yearGiven, relative, value } of mentions) if (yearGiven && !relative && value !== null) years.add(value.slice(0, 4));
  for (const mention of mentions) {
    const joined = /^\s?(?:and|or|to|,)\s?(?:of )?$/u.test(words.slice(rejected, mention.start));
    if (joined || !mayDate(words, 0, mention) || !fitsYears(mention, years)) {
      rejected = mention.end;
      continue;
    }
    const far = distance(words, at, mention);
    // A bare year in what somebody says is no date of the saying, and seldom one of a single event.
    if (verb !== null && far >= OTHER_CLAUSE && mention.value?.length === 4) continue;
    if (far < least) [best, least] = [mention, far];
  }
  return best === null ? null : ahead && best.other !== null && published !== null && best.other >= published ? best.other : best.value;
}
