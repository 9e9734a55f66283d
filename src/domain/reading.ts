import type { Claim, DroppedClaim } from './claim.ts';

/** What a claim is to a brief, as its reader judged. `opinion` is the article's own judgement. */
export const CLAIM_KINDS = ['act', 'position', 'background', 'ahead', 'opinion'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** A checked claim of one article. */
export interface ReadClaim {
  readonly claim: Claim;
  readonly kind: ClaimKind;
}

/** One article as one reader read it, once. Articles are never changed, so neither is this. */
export interface Reading {
  readonly articleId: string;
  /** Which reader: prompt, its version, and model. */
  readonly reader: string;
  /** Claims that passed the checks. */
  readonly claims: readonly ReadClaim[];
  readonly dropped: readonly DroppedClaim[];
}
