import { abstractNounsIn } from '../corpus/abstract-nouns.ts';
import { findFigures } from '../corpus/figures.ts';
import { findNames } from '../corpus/names.ts';
import { stemOf } from '../corpus/terms.ts';
import type { CandidateClaim } from './candidate.ts';

/** Words of decision, rule and consequence: what an analyst reads for. */
const DECISION_STEMS: ReadonlySet<string> = new Set(
  'ban report priority precedence not will agree agreement risk minister decide decision impose sign vote approve reject refuse deny arrest charge sanction tariff duty deal halt suspend withdraw cut raise summon expel extend delay publish law rule licence block restrict retaliate'
    .split(' ')
    .map(stemOf),
);

const LIMITS = { names: 4, decisions: 3, figures: 2, words: 45 } as const;

/** How many words of decision, rule or consequence are in a claim, three at most. */
export function countDecisions(terms: ReadonlySet<string>): number {
  let count = 0;
  for (const term of terms) if (DECISION_STEMS.has(term)) count += 1;
  return Math.min(count, LIMITS.decisions);
}

/**
 * How much a claim tells, by the rule of thumb that editors use for a first line: names, decisions and figures count
 * for it; abstract nouns, the article's own opinion and sheer length against it. The bounds keep a list of names from winning.
 */
export function weighClaim(candidate: Omit<CandidateClaim, 'weight'>, sentencesInArticle: number): number {
  const { claim, terms, index } = candidate;
  const names = Math.min(new Set(findNames(claim.text).map(({ name }) => name)).size, LIMITS.names);
  const figures = Math.min(findFigures(claim.text).length, LIMITS.figures);
  const words = claim.text.split(' ').length;
  const closing = sentencesInArticle > 4 && index === sentencesInArticle - 1;
  return (
    names +
    countDecisions(terms) +
    0.75 * figures +
    (candidate.act ? 2 : 0) +
    (claim.directSpeech ? 0.5 : 0) +
    (index === 0 ? 2 : 0) +
    (candidate.standsAlone ? 0.5 : 0) -
    1.2 * abstractNounsIn(claim.text) -
    (candidate.opinion ? 5 : 0) -
    (candidate.background ? 1.5 : 0) -
    (closing ? 3 : 0) -
    0.08 * Math.max(0, words - LIMITS.words)
  );
}
