import type { Article } from '../domain/article.ts';
import type { Claim } from '../domain/claim.ts';
import { checkAttribution } from './checks/check-attribution.ts';
import { checkDate } from './checks/check-date.ts';
import { checkDirectSpeech } from './checks/check-direct-speech.ts';
import { checkMarkup } from './checks/check-markup.ts';
import { checkModality } from './checks/check-modality.ts';
import { checkName } from './checks/check-name.ts';
import { checkNegation } from './checks/check-negation.ts';
import { checkNumber } from './checks/check-number.ts';
import { checkPresupposition } from './checks/check-presupposition.ts';
import { checkQuote } from './checks/check-quote.ts';
import { checkVerbClass } from './checks/check-verb-class.ts';
import { type Check, readClaim } from './checks/claim-reading.ts';
import type { Failure, FailureReason } from './checks/failure.ts';

export type CheckResult = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Failure[] };

/** All checks, by what they find. */
export const CHECKS: Readonly<Record<FailureReason, Check>> = {
  quote: checkQuote,
  'link-or-markup': checkMarkup,
  number: checkNumber,
  date: checkDate,
  name: checkName,
  'direct-speech': checkDirectSpeech,
  attribution: checkAttribution,
  presupposition: checkPresupposition,
  'verb-class': checkVerbClass,
  modality: checkModality,
  negation: checkNegation,
};

const ALL_CHECKS: readonly Check[] = Object.values(CHECKS);

/**
 * Whether a claim says no more than its quotes, and its quotes what the articles say. A claim in the very words of its
 * quotes passes all checks but those of the quotes' places and of the speaker that is given with it. A claim without a
 * quote that stands is not looked at further: there is nothing to hold it against.
 */
export function checkClaim(
  claim: Claim,
  sources: ReadonlyMap<string, Article>,
  aliases: readonly (readonly string[])[],
  checks: readonly Check[] = ALL_CHECKS,
): CheckResult {
  const reading = readClaim(claim, sources, aliases);
  const reasons = checks.flatMap((check) => check(reading));
  const unfounded = reasons.filter(({ reason }) => reason === 'quote');
  if (unfounded.length > 0) return { ok: false, reasons: unfounded };
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}
