import type { Claim, DroppedClaim } from './claim.ts';
import type { LocalDate } from './local-date.ts';
import type { Period } from './period.ts';
import type { ReplyRecord } from './reply-record.ts';

/** The sections of a brief, in the order in which they are shown. */
export const SECTION_NAMES = [
  'bottom-line',
  'developments',
  'positions',
  'disagreements',
  'changes',
  'dates-ahead',
  'background',
  'gaps',
  'coverage',
] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/**
 * `gaps` and `coverage` hold facts, which code computed; `changes` holds facts and claims, all other sections claims. Empty
 * sections are left out.
 */
export interface Section {
  readonly name: SectionName;
  readonly claims: readonly Claim[];
  readonly facts: readonly string[];
}

/** Who chose the words: sentences verbatim, or a language model behind the same checks. */
export type Engine = 'extractive' | 'model';

/** What a reply cost. `cost` is in US dollars, null when the model's price is not known. */
export interface Usage {
  readonly modelCalls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: number | null;
}

export const NO_USAGE: Usage = { modelCalls: 0, inputTokens: 0, outputTokens: 0, cost: 0 };

/** What a brief was chosen from. */
export interface Coverage {
  readonly articles: number;
  readonly stories: number;
  /** Known outlets only. */
  readonly outlets: number;
  readonly newest: LocalDate | null;
  /** Sources whose last reading failed. */
  readonly failedSources: readonly string[];
}

/** Checked claims on one topic over one period, in fixed sections. */
export interface Brief {
  readonly kind: 'brief';
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  /** `slug` is null for a brief on words that are no topic. */
  readonly topic: { readonly slug: string | null; readonly title: string };
  readonly period: Period & { readonly widened: boolean };
  /** What the reader must know before anything else: age, samples, undated articles. One line, or null. */
  readonly notice: string | null;
  readonly engine: Engine;
  readonly engineReason: string;
  readonly sections: readonly Section[];
  readonly coverage: Coverage;
  readonly dropped: readonly DroppedClaim[];
  readonly usage: Usage;
  readonly record: ReplyRecord;
}
