/** What a claim may fail on, in the order in which the checks are made. */
export const FAILURE_REASONS = [
  'quote',
  'link-or-markup',
  'number',
  'date',
  'name',
  'direct-speech',
  'attribution',
  'presupposition',
  'verb-class',
  'modality',
  'negation',
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** Why a claim is not shown. */
export interface Failure {
  readonly reason: FailureReason;
  /** A few words for a person: what in the claim the quote does not bear out. */
  readonly detail: string;
}
