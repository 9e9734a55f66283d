import type { Claim } from './claim.ts';

/** `open` until somebody has looked at it; `upheld` keeps the claim out for good; `dismissed` lets it be shown again. */
export const REPORT_STATES = ['open', 'upheld', 'dismissed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Somebody says that something is wrong with a claim. While it is open the claim is not shown again. */
export interface Report {
  readonly id: string;
  /** The brief or answer that made the claim. */
  readonly replyId: string;
  readonly claim: Claim;
  /** In the person's words; empty when none were given. */
  readonly why: string;
  /** Who said so: adapter and id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly reportedAt: string;
  readonly state: ReportState;
}
