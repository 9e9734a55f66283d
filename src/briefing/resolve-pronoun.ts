import { isKnownName } from '../corpus/demonyms.ts';
import { findNames } from '../corpus/names.ts';
import type { Turn } from '../domain/thread.ts';
import { namesSpeaker } from './speaker-names.ts';

/** A person who was spoken of before. "It" and "they" may be anything and are left alone. */
const PRONOUN = /\b(he|she|him|his|her)\b/iu;
const POSSESSIVE = /^his$/iu;

/** "Her" is whose before a noun, and whom before anything else; only what surely is whose becomes "X's". */
function inPlaceOf(pronoun: string, after: string, name: string): string {
  const whose =
    POSSESSIVE.test(pronoun) ||
    (/^her$/iu.test(pronoun) && /^\s+\p{L}/u.test(after) && !/^\s+(?:about|say|on|in|at|to|for|with)\b/iu.test(after));
  return whose ? `${name}'s` : name;
}

/** The one recorded speaker that a text names; null for none, and for several, since nobody can tell which is meant. */
function speakerIn(text: string, speakers: readonly string[]): string | null {
  const names = findNames(text).map(({ name }) => name.replace(/['’]s$/u, ''));
  // Countries speak too, and are no he or she.
  const spoken = names.filter((name) => !isKnownName(name) && speakers.some((speaker) => namesSpeaker(speaker, [name], [])));
  const whole = spoken.filter((name) => !spoken.some((other) => other !== name && other.endsWith(` ${name}`)));
  const [only] = whole;
  return only !== undefined && whole.every((name) => name === only) ? only : null;
}

/**
 * A follow-up with "he" or "she" as a question that stands alone, without a model: the pronoun becomes the only speaker
 * whom the last turn names that names one. Anything less certain stays as it was typed.
 */
export function resolvePronoun(question: string, turns: readonly Turn[], speakers: readonly string[]): string {
  const match = PRONOUN.exec(question);
  // Who is named before it is whom it most likely means.
  if (!match || speakerIn(question.slice(0, match.index), speakers) !== null) return question;
  const texts = turns.toReversed().flatMap((turn) => [turn.question, ...turn.answer.slice(0, 1)]);
  for (const text of texts) {
    const name = speakerIn(text, speakers);
    if (name === null) continue;
    const after = question.slice(match.index + match[0].length);
    return question.slice(0, match.index) + inPlaceOf(match[0], after, name) + after;
  }
  return question;
}
