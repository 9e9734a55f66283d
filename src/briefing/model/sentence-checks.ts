import type { Claim } from '../../domain/claim.ts';
import { CHECKS } from '../check-claim.ts';
import type { ClaimReading } from '../checks/claim-reading.ts';
import { FAILURE_REASONS, type FailureReason } from '../checks/failure.ts';
import { isGrounded, WORDING_CHECKS, type WordingCheck } from './check-wording.ts';

/** A model's sentence with the quotes that it stands on, read at most once. */
export interface ToldSentence {
  readonly claim: Claim;
  readonly reading: () => ClaimReading;
}

/** One of the checks of a sentence that a model has put into words. */
export interface SentenceCheck {
  readonly name: WordingCheck['name'] | 'grounded' | FailureReason;
  /** True where it is made of the words of the quotes themselves, too. */
  readonly ofVerbatim: boolean;
  /** True where it can be made across languages, of an English sentence on a quote in another. */
  readonly ofTranslated: boolean;
  /** What is wrong, in a few words; null for nothing. */
  readonly problem: (sentence: ToldSentence) => string | null;
}

/** What code can hold against a quote in another language: figures, dates, names under their aliases, and that it is there. */
const ACROSS_LANGUAGES: ReadonlySet<FailureReason> = new Set(['quote', 'link-or-markup', 'number', 'date', 'name']);

const WORDING: readonly SentenceCheck[] = WORDING_CHECKS.map(({ name, problem }) => ({
  name,
  ofVerbatim: false,
  ofTranslated: true,
  problem: ({ claim }) => problem(claim.text),
}));

const GROUNDED: SentenceCheck = {
  name: 'grounded',
  ofVerbatim: false,
  ofTranslated: false,
  problem: ({ claim }) => (isGrounded(claim) ? null : 'it is not what the quote is about'),
};

const CLAIM: readonly SentenceCheck[] = FAILURE_REASONS.map((name) => ({
  name,
  ofVerbatim: true,
  ofTranslated: ACROSS_LANGUAGES.has(name),
  problem: ({ reading }) => CHECKS[name](reading())[0]?.detail ?? null,
}));

/** All checks of a model's sentence, in the order in which they are made. The first that finds something decides. */
export const SENTENCE_CHECKS: readonly SentenceCheck[] = [...WORDING, GROUNDED, ...CLAIM];
