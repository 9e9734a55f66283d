import type { Section, SectionName } from '../domain/brief.ts';
import type { Citation } from '../domain/citation.ts';
import type { ChangedClaim, Claim } from '../domain/claim.ts';

/** A claim of a written brief while it is compared: where it stands, and what it has become. */
export interface PlacedClaim {
  readonly name: SectionName;
  /** Disagreements are pairs, one claim after the other: which of them; null elsewhere. */
  readonly pair: number | null;
  readonly claim: Claim;
  changed: ChangedClaim | null;
  /** Whether it stays in its section, goes to that of changes, or gives way to a claim that its quote stands beside now. */
  fate: 'stays' | 'moves' | 'gives-way';
}

/** The claims of a brief in their places, as they were written. */
export function placeClaims(sections: readonly Section[]): readonly PlacedClaim[] {
  return sections.flatMap(({ name, claims }) =>
    claims.map((claim, index): PlacedClaim => {
      const pair = name === 'disagreements' ? Math.floor(index / 2) : null;
      return { name, pair, claim, changed: null, fate: 'stays' };
    }),
  );
}

/** True when two lists of citations rest on overlapping text. */
export function sharesText(left: readonly Citation[], right: readonly Citation[]): boolean {
  return left.some((a) => right.some((b) => a.articleId === b.articleId && a.start < b.end && b.start < a.end));
}

function isInside(citation: Citation, quotes: readonly Citation[]): boolean {
  return quotes.some(({ articleId, start, end }) => articleId === citation.articleId && start <= citation.start && citation.end <= end);
}

/** True when a claim says nothing but what these quotes say, so that it may give way where they are shown. */
function repeats({ claim, changed }: PlacedClaim, quotes: readonly Citation[]): boolean {
  return changed === null && claim.citations.every((citation) => isInside(citation, quotes));
}

/** A claim beside what an earlier brief quoted, its own quotes first. */
export function against(claim: Claim, change: string, before: readonly Citation[]): ChangedClaim {
  return { ...claim, citations: [...claim.citations, ...before], change, before };
}

/**
 * Sets a claim against earlier quotes, when none of them would then be in the brief twice and no half of a pair is left: what
 * repeats them gives way, what says more does not, and then the claim stays as it is.
 */
export function setAgainst(placed: readonly PlacedClaim[], one: PlacedClaim, change: string, before: readonly Citation[]): void {
  const others = placed.filter((other) => other !== one && sharesText(other.changed?.citations ?? other.claim.citations, before));
  const leavesHalf = one.pair !== null && others.length === 0;
  if (leavesHalf || others.some((other) => !repeats(other, before) || other.pair !== one.pair)) return;
  for (const other of others) other.fate = 'gives-way';
  one.fate = 'moves';
  one.changed = against(one.claim, change, before);
}
