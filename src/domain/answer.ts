import type { Engine, Usage } from './brief.ts';
import type { Citation } from './citation.ts';
import type { Claim, DroppedClaim } from './claim.ts';
import type { LocalDate } from './local-date.ts';
import type { ReplyRecord } from './reply-record.ts';

/** Checked claims replying to one question. */
export interface Answer {
  readonly kind: 'answer';
  readonly id: string;
  /** ISO 8601, UTC; null for answers from before it was kept. */
  readonly writtenAt: string | null;
  readonly question: string;
  /** How a follow-up was understood, when that is not as it was typed; null otherwise. */
  readonly readAs: string | null;
  /** True when at least one claim is shown. */
  readonly found: boolean;
  readonly claims: readonly Claim[];
  /** What was asked and no passage says, each a sentence: "No passage gives a date for this." */
  readonly unsaid: readonly string[];
  /** The closest passages, shown when nothing was found. Empty when none comes near. */
  readonly nearest: readonly Citation[];
  readonly searched: {
    readonly terms: readonly string[];
    readonly articles: number;
    readonly from: LocalDate | null;
    readonly to: LocalDate | null;
  };
  readonly notice: string | null;
  readonly engine: Engine;
  readonly engineReason: string;
  readonly dropped: readonly DroppedClaim[];
  readonly usage: Usage;
  readonly record: ReplyRecord;
}
