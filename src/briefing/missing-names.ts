import { mentionsUnderAnyName } from '../corpus/demonyms.ts';
import { findNames } from '../corpus/names.ts';
import type { CandidateClaim } from './candidate.ts';
import type { ParsedQuestion } from './question.ts';

/** Offices and houses that a question names by habit and an article may call otherwise; each is told by its holder. */
const OFFICES =
  /^(?:the )?(?:(?:Prime|First|Foreign|Home|Vice)[ -])?(?:Chancellor|Minister|Secretary|President|Premier|Commons|Lords|Parliament|Government|Council|House|Commission|Chancellor of the Exchequer|House of Commons|Vice-President|Vice-Premier)$/u;

/** The names in a question. Offices are none: "the Chancellor" is whoever holds the office. */
export function namesIn({ text }: ParsedQuestion): readonly string[] {
  return findNames(text)
    .map(({ name }) => name)
    .filter((name) => !OFFICES.test(name));
}

/**
 * Names in a question that the whole article of a claim does not hold, under any alias. A sentence that fits in every
 * other word answers a question about somebody else.
 */
export function missingNames(
  question: ParsedQuestion,
  candidate: CandidateClaim,
  aliases: readonly (readonly string[])[],
): readonly string[] {
  const { title, text } = candidate.story.face.article;
  const held = `${title}\n${text}`;
  return namesIn(question).filter((name) => !holds(name, held, aliases));
}

/** A full name is held where its last word is: articles give it once and then the surname alone. */
function holds(name: string, held: string, aliases: readonly (readonly string[])[]): boolean {
  const words = name.split(/\s+/u);
  return mentionsUnderAnyName(name, held, aliases) || (words.length > 1 && mentionsUnderAnyName(words.at(-1) ?? name, held, aliases));
}
