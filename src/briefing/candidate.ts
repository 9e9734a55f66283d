import type { Claim } from '../domain/claim.ts';
import type { EvidenceStory } from './evidence.ts';

/** A claim that may be shown, with what the writer needs to choose and to place it. */
export interface CandidateClaim {
  readonly claim: Claim;
  readonly story: EvidenceStory;
  /** Index in its article of the sentence that makes the claim (a quote may begin with an earlier one). */
  readonly index: number;
  /** That sentence alone, as the article has it. */
  readonly said: string;
  readonly paragraph: number;
  /** True when a decided act of somebody is in it. */
  readonly act: boolean;
  readonly opinion: boolean;
  readonly background: boolean;
  /** True when the quote is one sentence that needs no other. */
  readonly standsAlone: boolean;
  /** What it is about, from the policy subjects; empty when none is met. */
  readonly subjects: ReadonlySet<string>;
  /** Stems of its content words. */
  readonly terms: ReadonlySet<string>;
  /** How much it says in how few words. Higher is better; comparable within one brief. */
  readonly weight: number;
}
