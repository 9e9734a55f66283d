import { fold } from '../../corpus/fold.ts';
import type { Article } from '../../domain/article.ts';
import type { Claim } from '../../domain/claim.ts';
import { CHECKS, checkClaim } from '../check-claim.ts';
import { isGrounded, wordingProblem } from './check-wording.ts';

type Aliases = readonly (readonly string[])[];

/** What code can hold against a quote in another language: figures, dates, names under their aliases, and that it is there. */
const ACROSS_LANGUAGES = [CHECKS.quote, CHECKS['link-or-markup'], CHECKS.number, CHECKS.date, CHECKS.name];

/** True for an article that is known to be in another language than the briefs. */
export function isForeign({ language }: Article): boolean {
  return language !== null && !language.startsWith('en');
}

/** Why a claim may not be said, in a few words; null when it may. */
export function checkReadClaim(claim: Claim, article: Article, aliases: Aliases): string | null {
  return checkAgainst(claim, new Map([[article.id, article]]), aliases);
}

/** The same for a claim on quotes of several articles. A sentence that gives its quotes verbatim translates nothing. */
export function checkAgainst(claim: Claim, sources: ReadonlyMap<string, Article>, aliases: Aliases): string | null {
  const cited = claim.citations.map(({ articleId }) => sources.get(articleId)).filter((article) => article !== undefined);
  const verbatim = fold(claim.text).text === fold(claim.citations.map(({ quote }) => quote).join(' ')).text;
  const problem = verbatim ? null : wordingProblem(claim.text);
  if (problem !== null) return problem;
  const translated = !verbatim && cited.some(isForeign);
  if (!verbatim && !translated && !isGrounded(claim)) return 'quote: it is not what the quote is about';
  const result = translated ? checkClaim(claim, sources, aliases, ACROSS_LANGUAGES) : checkClaim(claim, sources, aliases);
  const first = result.ok ? undefined : result.reasons[0];
  return first ? `${first.reason}: ${first.detail}` : null;
}
