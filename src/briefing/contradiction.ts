import { findFigures } from '../corpus/figures.ts';
import { THE_ARTICLE } from '../domain/annotation.ts';
import type { Claim } from '../domain/claim.ts';
import { checkClaim } from './check-claim.ts';
import { checkNegation } from './checks/check-negation.ts';
import { negatorsIn } from './checks/negators.ts';
import { datesApart, figuresApart } from './disagreements.ts';
import { overlap } from './subjects.ts';
import { contentOf, isTelling, reportedClauses, type ToldClaim } from './told-claim.ts';

/** Of what the one says the other must say this much, in at least so many words: a denial is told in words of its own. */
const SAME_CONTENT = 0.8;
const FEWEST_WORDS = 3;

function isNamed({ speaker }: Claim): boolean {
  return speaker !== null && speaker !== THE_ARTICLE;
}

/** One denies what the other puts forward. */
function isDenial(left: Claim, right: Claim): boolean {
  return left.verb === 'denied' && isTelling(right) && !right.negated;
}

/** Whether what somebody says has a "not" in it; null where nothing is reported ("has not answered" is no statement). */
function isNegative(told: ToldClaim): boolean | null {
  const reported = reportedClauses(told);
  if (reported.length === 0 || !isTelling(told.claim)) return null;
  return reported.some((clause) => negatorsIn(told.claim.text, clause).some(({ kind }) => kind !== 'faint'));
}

/** One says with a "not" what the other says without, and the check of claims against quotes finds the opposite. */
function isNegation(now: ToldClaim, then: ToldClaim): boolean {
  const [own, old] = [now.claim, then.claim];
  const [ownNegative, oldNegative] = [isNegative(now), isNegative(then)];
  if (ownNegative === null || oldNegative === null || ownNegative === oldNegative) return false;
  const held = checkClaim({ ...own, citations: old.citations }, then.sources, then.aliases, [checkNegation]);
  return !held.ok && held.reasons.some(({ reason }) => reason === 'negation');
}

function isAboutTheSame(now: ToldClaim, then: ToldClaim): boolean {
  const [own, old] = [contentOf(now), contentOf(then)];
  if (Math.min(own.size, old.size) < FEWEST_WORDS || overlap(own, old) < SAME_CONTENT) return false;
  const dated = ({ claim }: ToldClaim) => ({ text: claim.text, published: claim.citations[0]?.published ?? null });
  return !datesApart(dated(now), dated(then)) && !figuresApart(findFigures(now.claim.text), findFigures(then.claim.text));
}

/**
 * True when two named speakers, or one at two times, say that something is so and that it is not. What an article tells is
 * left out: "has not replied" and then "has replied" is the course of things and no contradiction. So are words of opposite
 * sense: what rose in May may fall in June.
 */
export function contradicts(now: ToldClaim, then: ToldClaim): boolean {
  if (!isNamed(now.claim) || !isNamed(then.claim)) return false;
  const opposed = isDenial(now.claim, then.claim) || isDenial(then.claim, now.claim) || isNegation(now, then);
  return opposed && isAboutTheSame(now, then);
}
