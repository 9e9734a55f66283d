import { trueClaim } from './hostile-corpus.ts';

/** One faulty sentence on one of the true claims (by its place in `TRUE_CLAIMS`). */
export interface HostileSentence {
  readonly on: number;
  readonly text: string;
  /** What is given as the quote, where it is not the true one. */
  readonly quote?: string;
  /** What is given to the writer as the numbers of claims, where that is not the true one alone. */
  readonly numbers?: readonly (number | 'own')[];
  /** What is given to the answerer as the number of the passage, where it is not the true one. */
  readonly passage?: number;
  /** True for one that is known to get through. */
  readonly isKnownWrong?: true;
}

/** A word of a true claim in the place of which others are put, each making a case. */
export type Swap = readonly [on: number, from: string, ...to: string[]];

/** Puts each of the others into the claim. @throws Error where the claim does not have the word: the case would be true. */
export function swapped([on, from, ...to]: Swap): readonly HostileSentence[] {
  const { claim } = trueClaim(on);
  if (!claim.includes(from)) throw new Error(`“${claim}” does not have “${from}”.`);
  return to.map((other) => ({ on, text: claim.replace(from, other) }));
}

/** A claim with something put before its full stop, so that it is told from the true one where it shows up. */
export function withTail(on: number, tail: string): string {
  return `${trueClaim(on).claim.slice(0, -1)}${tail}.`;
}
