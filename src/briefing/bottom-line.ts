import type { CandidateClaim } from './candidate.ts';
import { bestOf, sharesQuote } from './choose-varied.ts';
import type { EvidenceStory } from './evidence.ts';
import { hasActor } from './read-sentences.ts';
import { overlap } from './subjects.ts';
import { countDecisions } from './weigh-claim.ts';

/** A bottom line has at most this many words a sentence. */
const LONGEST_SENTENCE = 55;
/** The second sentence must say something else than the first. */
const TOO_ALIKE = 0.4;

/** Who speaks or acts most often in each article: its main actor. */
function mainActors(candidates: readonly CandidateClaim[]): ReadonlyMap<EvidenceStory, string> {
  const actors = new Map<EvidenceStory, string>();
  for (const [story, claims] of Map.groupBy(candidates.filter(hasActor), (candidate) => candidate.story)) {
    const counts = [...Map.groupBy(claims, ({ claim }) => claim.speaker ?? '').entries()];
    const main = bestOf(counts, ([, said]) => said.length);
    if (main) actors.set(story, main[0]);
  }
  return actors;
}

function mayLead(candidate: CandidateClaim): boolean {
  const { claim } = candidate;
  const decides = claim.verb !== null && (hasActor(candidate) || candidate.act);
  const short = claim.text.split(' ').length <= LONGEST_SENTENCE;
  return decides && short && candidate.standsAlone && !candidate.opinion && !candidate.background;
}

/**
 * One or two claims that tell the whole in brief: first the position or act of a story's main actor, then, from what
 * differs, a rule, decision or figure.
 */
export function chooseBottomLine(candidates: readonly CandidateClaim[]): readonly CandidateClaim[] {
  const actors = mainActors(candidates);
  const leads = candidates.filter(mayLead);
  const standing = (candidate: CandidateClaim): number => {
    const main = actors.get(candidate.story) === candidate.claim.speaker ? 3 : 0;
    return candidate.weight + Math.log2(1 + candidate.story.outlets) + main;
  };
  const first = bestOf(leads, (candidate) => standing(candidate) + (candidate.index === 0 ? 2 : candidate.index < 3 ? 1 : 0));
  if (!first) return [];
  // The act of somebody else in the article is what happened, and is told there.
  const decides = (candidate: CandidateClaim): boolean => !candidate.act || actors.get(candidate.story) === candidate.claim.speaker;
  const others = leads.filter(
    (candidate) => decides(candidate) && !sharesQuote(candidate, first) && overlap(candidate.terms, first.terms) < TOO_ALIKE,
  );
  const second = bestOf(
    others,
    (candidate) => standing(candidate) + 1.5 * countDecisions(candidate.terms) + (candidate.story === first.story ? 0 : 1),
  );
  return second ? [first, second] : [first];
}
