import { fold } from '../../corpus/fold.ts';
import type { Article } from '../../domain/article.ts';
import type { Claim } from '../../domain/claim.ts';
import { type ClaimReading, readClaim } from '../checks/claim-reading.ts';
import { SENTENCE_CHECKS, type SentenceCheck } from './sentence-checks.ts';

type Aliases = readonly (readonly string[])[];

/** True for an article that is known to be in another language than the briefs. */
export function isForeign({ language }: Article): boolean {
  return language !== null && !language.startsWith('en');
}

/** Why a claim may not be said, in a few words; null when it may. */
export function checkReadClaim(claim: Claim, article: Article, aliases: Aliases): string | null {
  return checkAgainst(claim, new Map([[article.id, article]]), aliases);
}

/** The same for a claim on quotes of several articles. A sentence that gives its quotes verbatim translates nothing. */
export function checkAgainst(
  claim: Claim,
  sources: ReadonlyMap<string, Article>,
  aliases: Aliases,
  checks: readonly SentenceCheck[] = SENTENCE_CHECKS,
): string | null {
  const cited = claim.citations.map(({ articleId }) => sources.get(articleId)).filter((article) => article !== undefined);
  const verbatim = fold(claim.text).text === fold(claim.citations.map(({ quote }) => quote).join(' ')).text;
  const translated = !verbatim && cited.some(isForeign);
  let read: ClaimReading | null = null;
  const reading = (): ClaimReading => (read ??= readClaim(claim, sources, aliases));
  for (const { name, ofVerbatim, ofTranslated, problem } of checks) {
    if ((verbatim && !ofVerbatim) || (translated && !ofTranslated)) continue;
    const found = problem({ claim, reading });
    if (found !== null) return `${name}: ${found}`;
  }
  return null;
}
