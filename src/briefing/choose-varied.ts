import type { CandidateClaim } from './candidate.ts';
import { overlap } from './subjects.ts';

/** Two claims that share more of their content words than this say the same thing. */
const SAME_CLAIM = 0.6;

/** True when the two rest on overlapping text: a quote appears once in a brief. */
export function sharesQuote(left: CandidateClaim, right: CandidateClaim): boolean {
  return left.claim.citations.some((a) =>
    right.claim.citations.some((b) => a.articleId === b.articleId && a.start < b.end && b.start < a.end),
  );
}

/** True when one of the two need not be shown beside the other. */
export function repeats(left: CandidateClaim, right: CandidateClaim): boolean {
  return sharesQuote(left, right) || overlap(left.terms, right.terms) >= SAME_CLAIM;
}

/** What a claim loses for each thing it has in common with one already chosen. */
function crowding(candidate: CandidateClaim, chosen: CandidateClaim): number {
  const sameSubject = candidate.subjects.size > 0 && candidate.subjects.isSubsetOf(chosen.subjects) ? 1 : 0;
  const sameSpeaker = candidate.claim.speaker !== null && candidate.claim.speaker === chosen.claim.speaker ? 0.7 : 0;
  const sameStory = candidate.story === chosen.story ? 0.6 : 0;
  return sameSubject + sameSpeaker + sameStory + 2 * overlap(candidate.terms, chosen.terms);
}

/**
 * Chooses up to `count` claims, best first, each time taking off from the rest what they have in common with those
 * chosen before (maximal marginal relevance over subjects, speakers and stories rather than over words alone).
 * `shown` are claims that stand elsewhere in the brief already.
 */
export function chooseVaried(pool: readonly CandidateClaim[], count: number, shown: readonly CandidateClaim[]): readonly CandidateClaim[] {
  const chosen: CandidateClaim[] = [];
  let rest = pool.filter((candidate) => !shown.some((other) => repeats(candidate, other)));
  const penalties = new Map(rest.map((candidate) => [candidate, shown.reduce((sum, other) => sum + crowding(candidate, other) / 2, 0)]));
  while (chosen.length < count) {
    const best = bestOf(rest, (candidate) => candidate.weight - (penalties.get(candidate) ?? 0));
    if (!best) break;
    chosen.push(best);
    rest = rest.filter((candidate) => candidate !== best && !repeats(candidate, best));
    for (const candidate of rest) penalties.set(candidate, (penalties.get(candidate) ?? 0) + crowding(candidate, best));
  }
  return chosen;
}

/** The one with the highest value, the earliest among equals; undefined for an empty list. */
export function bestOf<T>(items: readonly T[], valueOf: (item: T) => number): T | undefined {
  let best: T | undefined;
  let bestValue = -Infinity;
  for (const item of items) {
    const value = valueOf(item);
    if (value > bestValue) [best, bestValue] = [item, value];
  }
  return best;
}
