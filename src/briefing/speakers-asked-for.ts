import { findNames } from '../corpus/names.ts';
import type { Topic } from '../domain/topic.ts';
import type { ParsedQuestion } from './question.ts';
import { otherNames } from './speaker-names.ts';

/** The side that goes by this name: "China", "Beijing" or "the Chinese government" all stand for those who speak for it. */
export function sideCalled(name: string, topics: readonly Topic[]): readonly string[] {
  return topics.flatMap((topic) => {
    const names = otherNames(name, topic.aliases).map((other) => other.toLowerCase());
    return topic.sides.filter((side) => names.includes(side.name.toLowerCase())).flatMap((side) => side.speakers);
  });
}

/**
 * Who may have spoken when a question asks what somebody said: the one named, under every alias, and, where a country
 * or a body is named that is a side of a topic, all who speak for it.
 */
export function speakersAskedFor(question: ParsedQuestion, topics: readonly Topic[]): readonly string[] {
  const asked = question.speaker;
  if (asked === null) return [];
  const plain = asked.replace(/^(?:the|a|an)\s+/iu, '').trim();
  const names = [plain, ...findNames(asked).map(({ name }) => name)];
  const aliases = topics.flatMap((topic) => topic.aliases);
  return [...new Set(names.flatMap((name) => [...otherNames(name, aliases), ...sideCalled(name, topics)]))];
}
