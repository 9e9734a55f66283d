import { termsOf } from '../corpus/terms.ts';
import { type Annotation, THE_ARTICLE } from '../domain/annotation.ts';
import type { Article } from '../domain/article.ts';
import type { Claim } from '../domain/claim.ts';
import { readClaim } from './checks/claim-reading.ts';
import type { StatementClause } from './checks/statement.ts';
import { isSameSpeaker } from './same-speaker.ts';
import { overlap } from './subjects.ts';

/** A claim of one of two briefs that are compared, with the articles that it cites. */
export interface ToldClaim {
  readonly claim: Claim;
  readonly sources: ReadonlyMap<string, Article>;
  readonly aliases: readonly (readonly string[])[];
}

const TELLING: ReadonlySet<Annotation['verb']> = new Set<Annotation['verb']>(['said', 'announced', 'reported', 'conceded']);

/** True for verbs by which somebody puts something forward. */
export function isTelling({ verb }: Claim): boolean {
  return TELLING.has(verb);
}

/** True when both are put alike: equally firm, both or neither denied, by words that put forward or by the same verb. */
export function isPutAlike(left: Claim, right: Claim): boolean {
  const verbs = left.verb === right.verb || (isTelling(left) && isTelling(right));
  return verbs && left.modality === right.modality && left.negated === right.negated;
}

/** True when the same named speaker, or an article in both, tells them. */
export function isSameActor({ claim, aliases }: ToldClaim, other: ToldClaim): boolean {
  const articles = claim.speaker === THE_ARTICLE && other.claim.speaker === THE_ARTICLE;
  return articles || isSameSpeaker(claim.speaker, other.claim.speaker, aliases);
}

/** How much of the shorter one's wording both have, 0 to 1. */
export function sharedWords(left: ToldClaim, right: ToldClaim): number {
  return overlap(new Set(termsOf(left.claim.text)), new Set(termsOf(right.claim.text)));
}

function clausesOf({ claim, sources, aliases }: ToldClaim): readonly StatementClause[] {
  return readClaim(claim, sources, aliases).said.clauses;
}

/** What is said, without who says it: the words of the clauses that are reported, of all where none is. */
export function contentOf(told: ToldClaim): ReadonlySet<string> {
  const reported = reportedClauses(told);
  return new Set((reported.length > 0 ? reported : clausesOf(told)).flatMap(({ keys }) => [...keys]));
}

/** The clauses of a claim that somebody in it is said to say. */
export function reportedClauses(told: ToldClaim): readonly StatementClause[] {
  return clausesOf(told).filter(({ governor }) => governor !== null);
}
