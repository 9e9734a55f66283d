import { findDates } from '../corpus/dates.ts';
import { type Figure, findFigures, sameFigure } from '../corpus/figures.ts';
import type { Span } from '../corpus/spans.ts';
import { daysBetween, type LocalDate } from '../domain/local-date.ts';
import { readClaim } from './checks/claim-reading.ts';
import { isPutAlike, isSameActor, sharedWords, type ToldClaim } from './told-claim.ts';

/** A value in the words of the two texts. */
export interface ChangedValue {
  readonly from: string;
  readonly to: string;
}

/** Claims that share this much of their wording may speak of the same thing; what is measured must agree in every word. */
const SAME_MATTER = 0.5;
/** With fewer words than this beside the figure it is not said what is measured. */
const FEWEST_WORDS = 2;
/** Without a date in the text, later figures than this are likely to be of another quarter or month. In days. */
const LONGEST_BETWEEN = 14;
/** A rate holds for a span of time: without its date, another rate is one of another time. */
const RATES: ReadonlySet<string | null> = new Set(['%', 'points']);

interface Pair {
  readonly to: Figure;
  readonly from: Figure;
}

/** The one figure that differs; null when none does, or several do, or when the two are not of one kind. */
function differingFigure(now: string, then: string): Pair | null {
  const [own, old] = [findFigures(now), findFigures(then)];
  const added = own.filter((figure) => !old.some((other) => sameFigure(figure, other)));
  const gone = old.filter((figure) => !own.some((other) => sameFigure(figure, other)));
  const [to, from] = [added[0], gone[0]];
  if (!to || !from || added.length > 1 || gone.length > 1 || own.length !== old.length) return null;
  const alike = to.unit === from.unit && to.bound === from.bound && to.bound !== 'vague' && to.unit !== 'time';
  return alike && to.value !== from.value ? { to, from } : null;
}

/** The value that differs between two texts which are otherwise taken to say the same. */
export function changedValue(now: string, then: string): ChangedValue | null {
  const pair = differingFigure(now, then);
  return pair && { from: then.slice(pair.from.start, pair.from.end), to: now.slice(pair.to.start, pair.to.end) };
}

/** What is measured, and for when: the words and the dates of the clause that has the figure. */
interface Measure {
  readonly words: ReadonlySet<string>;
  /** Null when a date is left open ("last week"). */
  readonly dates: ReadonlySet<string> | null;
}

function meets(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

function measureOf({ claim, sources, aliases }: ToldClaim, figure: Figure): Measure | null {
  const { said } = readClaim(claim, sources, aliases);
  const clause = said.clauses.findLast((one) => meets(one, figure));
  if (!clause) return null;
  const dates = findDates(claim.text, claim.citations[0]?.published ?? null).filter((date) => meets(date, clause));
  const taken: readonly Span[] = [...findFigures(claim.text), ...dates];
  const words = new Set(clause.words.filter((word) => !taken.some((span) => meets(span, word))).map(({ key }) => key));
  const values = dates.flatMap(({ value }) => value ?? []);
  return { words, dates: values.length < dates.length ? null : new Set(values) };
}

function equal(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && left.isSubsetOf(right);
}

/** The days of the articles of a claim, oldest first; null when one is undated. */
function daysOf({ claim }: ToldClaim): readonly LocalDate[] | null {
  const days = claim.citations.flatMap(({ published }) => published ?? []);
  return days.length < claim.citations.length ? null : days.toSorted();
}

/** True when the one is of a later day than the other and of much the same time. */
function isSoonAfter(now: ToldClaim, then: ToldClaim): boolean {
  const [from, to] = [daysOf(then)?.at(-1), daysOf(now)?.[0]];
  return from !== undefined && to !== undefined && to > from && daysBetween(from, to) <= LONGEST_BETWEEN;
}

function isSameMeasure(now: Measure, then: Measure, unit: string | null): boolean {
  if (now.dates === null || then.dates === null || !equal(now.dates, then.dates)) return false;
  if (now.dates.size === 0 && RATES.has(unit)) return false;
  return now.words.size >= FEWEST_WORDS && equal(now.words, then.words);
}

/**
 * The old and the new value where a later claim gives another for the same actor, measure, unit and reference date; null
 * otherwise. Strict on purpose: a missed update is in the brief all the same, a wrong one misleads.
 */
export function findUpdate(now: ToldClaim, then: ToldClaim): ChangedValue | null {
  if (!isSoonAfter(now, then) || !isPutAlike(now.claim, then.claim) || !isSameActor(now, then)) return null;
  const pair = differingFigure(now.claim.text, then.claim.text);
  if (!pair || sharedWords(now, then) < SAME_MATTER) return null;
  const [own, old] = [measureOf(now, pair.to), measureOf(then, pair.from)];
  return own && old && isSameMeasure(own, old, pair.to.unit) ? changedValue(now.claim.text, then.claim.text) : null;
}
