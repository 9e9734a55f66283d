import { findDates } from '../corpus/dates.ts';
import { findFigures } from '../corpus/figures.ts';
import { synonymsOf } from '../corpus/synonyms.ts';
import { stemOf, termsOf } from '../corpus/terms.ts';
import { tokenize } from '../corpus/tokens.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { CandidateClaim } from './candidate.ts';
import type { ParsedQuestion } from './question.ts';
import { isSaidBy } from './said-by.ts';

/** Words between which and an act the act is not told as done: "essential to raise", "would raise", "plans to raise". */
const NOT_DONE = new Set('to must may might could would should will shall can cannot essential if whether plans hopes'.split(' '));
const REACH = 3;
/** Verbs that news uses for the same act. Each line is one act. */
const SAME_ACT: readonly (readonly string[])[] = [
  'back support aid assist endorse',
  'meet hold talks see met held',
  'visit travel fly arrive go went trip',
  'sign agree conclude reach seal strike',
  'raise mention bring press discuss',
  'ban block prohibit bar restrict',
  'impose introduce apply levy',
  'publish release issue unveil',
  'approve back pass adopt endorse',
  'reject refuse decline turn dismiss rebuff',
  'arrest detain charge hold',
  'retaliate respond hit',
  'increase raise rise grow lift',
  'cut reduce lower fall',
  'announce unveil declare',
  'start begin open launch force effect apply',
  'apply cover affect',
].map((line) => line.split(' ').map(stemOf));

/** Words by which a sentence tells of what is to come. */
const AHEAD =
  /\b(?:will|would|shall|due|expected?|plans?|scheduled|is to|are to|from|until|by|next|ahead|later|take effect|takes effect|in force|deadline|begins?|starts?)\b/iu;

function sameAct(act: string): ReadonlySet<string> {
  return new Set([act, ...SAME_ACT.filter((group) => group.includes(act)).flat()]);
}

/** True when the act is told as done (or denied as done): its verb is there, and nothing before it makes it a wish, a duty or a plan. */
function tellsAct(text: string, act: string): boolean {
  const words = tokenize(text).map((token) => token.text.toLowerCase());
  const acts = sameAct(act);
  return words.some(
    (word, index) => acts.has(stemOf(word)) && !words.slice(Math.max(0, index - REACH), index).some((before) => NOT_DONE.has(before)),
  );
}

/** True when the act is spoken of at all, as a verb or a noun; a date beside another act is not the one asked for. */
function namesAct(text: string, act: string | null): boolean {
  return (
    act === null ||
    !sameAct(act)
      .union(synonymsOf(act))
      .isDisjointFrom(new Set(tokenize(text).map((token) => stemOf(token.text.toLowerCase()))))
  );
}

const CURRENCY = /^[A-Z]{3}$/u;

/** True when the text holds a figure, one of money where that is asked for, and holds it beside what is counted where that is named. */
function hasFigure(text: string, { counted, money }: ParsedQuestion): boolean {
  const figures = findFigures(text).filter(({ unit }) => !money || CURRENCY.test(unit ?? ''));
  if (counted.length === 0) return figures.length > 0;
  const wanted = new Set(counted.flatMap((term) => [term, ...synonymsOf(term)]));
  const follows = (end: number): boolean =>
    termsOf(text.slice(end, end + 60))
      .slice(0, 4)
      .some((term) => wanted.has(term));
  return figures.some(({ end, unit }) => follows(end) || (unit !== null && wanted.has(stemOf(unit))));
}

/** True when a claim holds the kind of thing that the question asks for. */
export function hasAnswerType(
  candidate: CandidateClaim,
  question: ParsedQuestion,
  published: LocalDate | null,
  speakers: readonly string[],
): boolean {
  const { claim, said } = candidate;
  switch (question.kind) {
    case 'when':
      return findDates(said, published).length > 0 && namesAct(claim.text, question.act) && (!question.ahead || AHEAD.test(said));
    case 'how-many':
      return hasFigure(said, question) || (question.span && findDates(said, published).length > 0);
    case 'whether':
      return question.act === null || claim.verb === 'denied' || (claim.modality === 'fact' && tellsAct(said, question.act));
    case 'what-said':
      return isSaidBy(candidate, speakers, question.speaker ?? '');
    case 'open':
      return true;
    default:
      return question.kind satisfies never;
  }
}

/** What is told when nothing of that kind was found. */
export function unsaidOf(question: ParsedQuestion): string {
  switch (question.kind) {
    case 'when':
      return 'No passage gives a date for this.';
    case 'how-many':
      return 'No passage gives a figure for this.';
    case 'whether':
      return 'No sentence says this, one way or the other.';
    case 'what-said':
      return `No passage records words of ${question.speaker ?? 'this speaker'} on this.`;
    case 'open':
      return 'No passage says this.';
    default:
      return question.kind satisfies never;
  }
}
