import { has, type SentenceToken } from './sentence-tokens.ts';
import { WORD } from './word-classes.ts';

type Tokens = readonly SentenceToken[];

const OBJECTS: ReadonlySet<string> = new Set(['them', 'it', 'those', 'him']);
const AUXILIARY = WORD.be | WORD.have | WORD.do | WORD.modal;
const ASIDE = AUXILIARY | WORD.preposition | WORD.adverb;

/** "made it clear" points to nothing; "report on it" and "raised them with Xi" point to something. */
function pointsOut(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at]?.lower === 'them' || tokens[at]?.lower === 'him') return true;
  return next === undefined || next.kind === 'mark' || (next.kind === 'word' && has(next, WORD.preposition) && !has(next, WORD.relative));
}

function isVerb(token: SentenceToken): boolean {
  return token.verb !== undefined && !token.capital;
}

/**
 * True when the object of the first clause is a pronoun that nothing in the clause can stand for: the object is never
 * the subject itself ("Germany opposed them"), so that whoever is meant was named in a sentence before. Stops at the
 * first thing named after the verb, and at the end of the clause.
 */
export function leansOnObject(tokens: Tokens): boolean {
  const first = tokens.findIndex((token, index) => index > 0 && (isVerb(token) || has(token, AUXILIARY)));
  const before = tokens.slice(0, first);
  if (first === -1 || before.some((token) => token.kind === 'quote' || has(token, WORD.relative | WORD.subordinator))) return false;
  for (let at = first + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') return false;
    if (OBJECTS.has(token.lower)) return pointsOut(tokens, at);
    const aside = isVerb(token) || has(token, ASIDE) || token.lower === 'to' || token.lower === 'not';
    if (!aside || has(token, WORD.coordinator | WORD.relative)) return false;
  }
  return false;
}
