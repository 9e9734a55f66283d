import { sameName } from '../corpus/demonyms.ts';
import { findNames } from '../corpus/names.ts';
import type { CandidateClaim } from './candidate.ts';
import type { ParsedQuestion } from './question.ts';

/**
 * Names in a question that neither the claim, its paragraph, its speaker nor its headline holds, under any alias. A
 * sentence that fits in every other word answers a question about somebody else.
 */
export function missingNames(question: ParsedQuestion, candidate: CandidateClaim, aliases: readonly (readonly string[])[]): readonly string[] {
  const { article, sentences } = candidate.story.face;
  const inside = sentences.filter((sentence) => sentence.paragraph === candidate.paragraph);
  const paragraph = article.text.slice(inside[0]?.start ?? 0, inside.at(-1)?.end ?? 0);
  const held = `${article.title}\n${candidate.claim.speaker ?? ''}\n${candidate.claim.text}\n${paragraph}`;
  const names = findNames(question.text).map(({ name }) => name);
  return names.filter((name) => !sameName(name, held, aliases));
}
