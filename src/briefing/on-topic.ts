import type { Topic } from '../domain/topic.ts';
import { compileTopic } from '../corpus/membership.ts';
import { termsOf } from '../corpus/terms.ts';
import type { CandidateClaim } from './candidate.ts';

/** The text of the paragraph that a claim stands in, from the article as stored. */
function paragraphOf({ story, paragraph }: CandidateClaim): string {
  const inside = story.face.sentences.filter((sentence) => sentence.paragraph === paragraph);
  return story.face.article.text.slice(inside[0]?.start ?? 0, inside.at(-1)?.end ?? 0);
}

/** A test for claims: every group of the topic's words is met in the claim, its paragraph or the headline. */
export function topicTest(topic: Topic): (candidate: CandidateClaim) => boolean {
  const belongs = compileTopic(topic);
  return (candidate) => {
    const { title, titleFrom } = candidate.story.face.article;
    return belongs(titleFrom === 'given' ? title : '', paragraphOf(candidate));
  };
}

/** A test for claims of a brief on plain words: the claim or its paragraph holds one of them. */
export function wordsTest(terms: readonly string[]): (candidate: CandidateClaim) => boolean {
  const wanted = new Set(terms);
  return (candidate) => termsOf(paragraphOf(candidate)).some((term) => wanted.has(term));
}
