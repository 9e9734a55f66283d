import { mentions } from '../corpus/aliases.ts';
import { compileTopic } from '../corpus/membership.ts';
import { termsOf } from '../corpus/terms.ts';
import type { Topic } from '../domain/topic.ts';
import type { CandidateClaim } from './candidate.ts';
import { otherNames } from './speaker-names.ts';

/** How closely a claim belongs to what a brief is on. */
export interface OnTopic {
  /** All sides of the topic are met in its paragraph or headline: it may stand at the head of the brief. */
  readonly leads: (candidate: CandidateClaim) => boolean;
  /** Something of the topic is met there: it may be shown at all. */
  readonly belongs: (candidate: CandidateClaim) => boolean;
}

/** The paragraph that a claim stands in, as stored, with the article's own headline before it. */
function surroundings({ story, paragraph }: CandidateClaim): string {
  const { article, sentences } = story.face;
  const inside = sentences.filter((sentence) => sentence.paragraph === paragraph);
  const title = article.titleFrom === 'given' ? article.title : '';
  return `${title}\n${article.text.slice(inside[0]?.start ?? 0, inside.at(-1)?.end ?? 0)}`;
}

/** Tests claims against a topic: its groups of words, or somebody who speaks for each of its sides. */
export function topicTest(topic: Topic): OnTopic {
  const all = compileTopic(topic);
  const anyGroup = topic.groups.map((group) => compileTopic({ ...topic, groups: [group] }));
  const sides = topic.sides.map((side) => [side.name, ...side.speakers].flatMap((name) => otherNames(name, topic.aliases)));
  const meetsSide =
    (text: string) =>
    (names: readonly string[]): boolean =>
      names.some((name) => mentions(text, name) || mentions(text, name.split(' ').at(-1) ?? name));
  return {
    leads: (candidate) => {
      const text = surroundings(candidate);
      return all('', text) || (sides.length > 0 && sides.every(meetsSide(text)));
    },
    belongs: (candidate) => {
      const text = surroundings(candidate);
      return anyGroup.some((meets) => meets('', text)) || sides.some(meetsSide(text));
    },
  };
}

/** Tests claims of a brief on plain words: the claim or its paragraph holds one of them. */
export function wordsTest(terms: readonly string[]): OnTopic {
  const wanted = new Set(terms);
  const belongs = (candidate: CandidateClaim): boolean => termsOf(surroundings(candidate)).some((term) => wanted.has(term));
  return { leads: belongs, belongs };
}
