import { findFigures, type Figure } from '../corpus/figures.ts';
import type { CandidateClaim } from './candidate.ts';
import { overlap } from './subjects.ts';

/** Claims that share this much of their wording speak of the same thing. */
const SAME_MATTER = 0.5;

function figuresApart(left: readonly Figure[], right: readonly Figure[]): boolean {
  return left.some((a) => a.unit !== null && right.some((b) => b.unit === a.unit && b.value !== a.value && !right.some((c) => c.unit === a.unit && c.value === a.value)));
}

/** One denies what another puts forward, both by name. */
function denies(left: CandidateClaim, right: CandidateClaim): boolean {
  const speakers = [left.claim.speaker, right.claim.speaker];
  return left.claim.verb === 'denied' && right.claim.verb !== 'denied' && speakers[0] !== speakers[1] && !speakers.includes(null);
}

/** Two stories that give different figures for what is worded alike. */
function countsDiffer(left: CandidateClaim, right: CandidateClaim): boolean {
  const outlets = [left, right].map(({ story }) => story.face.article.outlet);
  if (left.story === right.story || outlets[0] === outlets[1]) return false;
  return figuresApart(findFigures(left.claim.text), findFigures(right.claim.text));
}

/**
 * Pairs of claims to compare, one after the other: a denial beside what is denied, or two outlets with different
 * figures for the same matter. Without a model there is no verdict: the two are shown side by side.
 */
export function findDisagreements(candidates: readonly CandidateClaim[]): readonly CandidateClaim[] {
  const pairs: CandidateClaim[] = [];
  for (const [index, left] of candidates.entries()) {
    if (left.background || left.opinion || pairs.includes(left)) continue;
    const right = candidates.slice(index + 1).find((other) => !other.background && !other.opinion && !pairs.includes(other) && differ(left, other));
    if (right) pairs.push(left, right);
  }
  return pairs;
}

function differ(left: CandidateClaim, right: CandidateClaim): boolean {
  if (overlap(left.terms, right.terms) < SAME_MATTER) return false;
  return denies(left, right) || denies(right, left) || countsDiffer(left, right);
}
