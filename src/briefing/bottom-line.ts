import type { CandidateClaim } from './candidate.ts';
import { bestOf, sharesQuote } from './choose-varied.ts';
import { hasActor } from './read-sentences.ts';
import { overlap } from './subjects.ts';

/** A bottom line has at most this many words a sentence. */
const LONGEST_SENTENCE = 55;
/** The second sentence must say something else than the first. */
const TOO_ALIKE = 0.4;

/** Who speaks or acts most often in each article: its main actor. */
function mainActors(candidates: readonly CandidateClaim[]): ReadonlySet<string> {
  const actors = new Set<string>();
  for (const claims of Map.groupBy(candidates.filter(hasActor), ({ story }) => story).values()) {
    const counts = [...Map.groupBy(claims, ({ claim }) => claim.speaker ?? '').entries()];
    const main = bestOf(counts, ([, said]) => said.length);
    if (main) actors.add(main[0]);
  }
  return actors;
}

function mayLead(candidate: CandidateClaim, onTopic: (candidate: CandidateClaim) => boolean): boolean {
  const { claim } = candidate;
  const decides = claim.verb !== null && (hasActor(candidate) || candidate.act);
  const short = claim.text.split(' ').length <= LONGEST_SENTENCE;
  return decides && short && candidate.standsAlone && !candidate.opinion && !candidate.background && onTopic(candidate);
}

/**
 * One or two claims that tell the whole in brief: first the position or act of a story's main actor, then, from what
 * differs, a rule, decision or figure. `onTopic` tells whether all sides of the topic are met in a claim or round it.
 */
export function chooseBottomLine(
  candidates: readonly CandidateClaim[],
  onTopic: (candidate: CandidateClaim) => boolean,
): readonly CandidateClaim[] {
  const actors = mainActors(candidates);
  const leads = candidates.filter((candidate) => mayLead(candidate, onTopic));
  const prominence = ({ story }: CandidateClaim): number => Math.log2(1 + story.outlets);
  const first = bestOf(leads, (candidate) => {
    const opener = candidate.index === 0 ? 3 : candidate.index < 3 ? 1 : 0;
    const main = actors.has(candidate.claim.speaker ?? '') ? 3 : 0;
    return candidate.weight + prominence(candidate) + main + opener;
  });
  if (!first) return [];
  const others = leads.filter((candidate) => !sharesQuote(candidate, first) && overlap(candidate.terms, first.terms) < TOO_ALIKE);
  const decided = others.filter((candidate) => !candidate.act || candidate.story !== first.story);
  const second = bestOf(decided, (candidate) => candidate.weight + prominence(candidate) + (candidate.story === first.story ? 0 : 1));
  return second ? [first, second] : [first];
}
