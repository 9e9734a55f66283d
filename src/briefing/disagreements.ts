import { findDates } from '../corpus/dates.ts';
import { type Figure, findFigures } from '../corpus/figures.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { CandidateClaim } from './candidate.ts';
import { sharesQuote } from './choose-varied.ts';
import { hasActor } from './read-sentences.ts';
import { overlap } from './subjects.ts';

/** Claims that share this much of their wording speak of the same thing. */
const SAME_MATTER = 0.5;

/** One figure of a kind on each side, and not the same. Where a text gives several, which is meant cannot be told. */
export function figuresApart(left: readonly Figure[], right: readonly Figure[]): boolean {
  return left.some(({ unit, value }) => {
    if (unit === null || left.filter((other) => other.unit === unit).length > 1) return false;
    const same = right.filter((other) => other.unit === unit);
    return same.length === 1 && same[0]?.value !== value;
  });
}

/** A text, and the day from which its "on Friday" is told. */
interface DatedText {
  readonly text: string;
  readonly published: LocalDate | null;
}

function datedTextOf({ claim, story }: CandidateClaim): DatedText {
  return { text: claim.text, published: story.face.article.published };
}

/** True when both give a date and not the same one: what held on Friday need not hold on Monday. */
export function datesApart(left: DatedText, right: DatedText): boolean {
  const [one, other] = [left, right].map(({ text, published }) => findDates(text, published).map(({ value }) => value));
  return one !== undefined && other !== undefined && one.length > 0 && other.length > 0 && !one.some((value) => other.includes(value));
}

/** One denies what another puts forward, both by name. */
function denies(left: CandidateClaim, right: CandidateClaim): boolean {
  const named = hasActor(left) && hasActor(right) && left.claim.speaker !== right.claim.speaker;
  return named && left.claim.verb === 'denied' && right.claim.verb !== 'denied' && right.claim.verb !== 'did';
}

/** Two stories that give different figures for what is worded alike. */
function countsDiffer(left: CandidateClaim, right: CandidateClaim): boolean {
  const outlets = [left, right].map(({ story }) => story.face.article.outlet);
  if (left.story === right.story || outlets[0] === outlets[1]) return false;
  return !datesApart(datedTextOf(left), datedTextOf(right)) && figuresApart(findFigures(left.claim.text), findFigures(right.claim.text));
}

/**
 * Pairs of claims to compare, one after the other: a denial beside what is denied, or two outlets with different
 * figures for the same matter. Without a model there is no verdict: the two are shown side by side.
 */
export function findDisagreements(candidates: readonly CandidateClaim[]): readonly CandidateClaim[] {
  const pairs: CandidateClaim[] = [];
  for (const [index, left] of candidates.entries()) {
    if (left.background || left.opinion || pairs.includes(left)) continue;
    const right = candidates
      .slice(index + 1)
      .find((other) => !other.background && !other.opinion && !pairs.includes(other) && differ(left, other));
    if (right) pairs.push(left, right);
  }
  return pairs;
}

function differ(left: CandidateClaim, right: CandidateClaim): boolean {
  if (sharesQuote(left, right) || overlap(left.terms, right.terms) < SAME_MATTER) return false;
  return denies(left, right) || denies(right, left) || countsDiffer(left, right);
}
