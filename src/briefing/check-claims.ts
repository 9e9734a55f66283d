import type { Article } from '../domain/article.ts';
import type { Claim, DroppedClaim } from '../domain/claim.ts';
import { checkClaim } from './check-claim.ts';
import type { FailureReason } from './checks/failure.ts';

/** What is left of a list of claims, and what went. */
export interface CheckedClaims {
  /** The claims that passed, themselves, in their order. */
  readonly kept: readonly Claim[];
  readonly dropped: readonly DroppedClaim[];
  /** How many were dropped, by the first reason found. */
  readonly counts: ReadonlyMap<FailureReason, number>;
}

/** Checks each claim by itself: one that fails is dropped alone, with its reason. */
export function checkClaims(
  claims: readonly Claim[],
  sources: ReadonlyMap<string, Article>,
  aliases: readonly (readonly string[])[],
): CheckedClaims {
  const kept: Claim[] = [];
  const dropped: DroppedClaim[] = [];
  const counts = new Map<FailureReason, number>();
  for (const claim of claims) {
    const result = checkClaim(claim, sources, aliases);
    const first = result.ok ? undefined : result.reasons[0];
    if (!first) {
      kept.push(claim);
      continue;
    }
    dropped.push({ text: claim.text, reason: `${first.reason}: ${first.detail}` });
    counts.set(first.reason, (counts.get(first.reason) ?? 0) + 1);
  }
  return { kept, dropped, counts };
}
