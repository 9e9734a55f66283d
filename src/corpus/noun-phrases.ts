import { has, isDatePart, type SentenceToken } from './sentence-tokens.ts';
import { isAlsoNoun } from './verb-classes.ts';
import { FORM } from './verb-forms.ts';
import { WORD } from './word-classes.ts';

/** What stands before a noun phrase, which tells what kind of clause its verb heads. */
export type Boundary = 'start' | 'comma' | 'coordinator' | 'subordinator' | 'relative' | 'verb' | 'other';

/** Tokens `[from, to)` of a noun phrase, and the token before it (`at`, -1 at the beginning). */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  readonly boundary: Boundary;
  readonly at: number;
}

const FUNCTION =
  WORD.determiner |
  WORD.preposition |
  WORD.coordinator |
  WORD.subordinator |
  WORD.pronoun |
  WORD.relative |
  WORD.be |
  WORD.have |
  WORD.do |
  WORD.modal |
  WORD.adverb |
  WORD.objectPronoun;
const AUXILIARY = WORD.be | WORD.have | WORD.do | WORD.modal;
const NOT_ADVERBS: ReadonlySet<string> = new Set(
  'family ally supply july italy reply assembly rally monopoly anomaly only early daily weekly monthly friendly likely unlikely elderly apply rely imply comply multiply'.split(
    ' ',
  ),
);
const NOT_NOMINAL: ReadonlySet<string> = new Set('according due such thanks owing compared based depending than least'.split(' '));
/** How far a relative clause may reach back, so that no sentence costs more than its length. */
const LONGEST_RELATIVE = 14;

/** True for a capitalised word that is (part of) a name and not a function word at the beginning of a sentence. */
export function isNameToken(tokens: readonly SentenceToken[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word' || !token.capital || has(token, WORD.day)) return false;
  const next = tokens[index + 1];
  // "He Lifeng" and "May Chan" are names, "He" is none.
  const namedNext = next?.kind === 'word' && next.capital && !has(next, FUNCTION);
  if (has(token, WORD.month)) return isNamedLikeMonth(tokens, index);
  if (has(token, FUNCTION & ~WORD.modal)) return namedNext && token.lower === 'he';
  if (has(token, WORD.modal)) return namedNext;
  return true;
}

/** "May said" and "April Jones", but not "in May" and "18 November Starmer". */
function isNamedLikeMonth(tokens: readonly SentenceToken[], index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (
    /^\p{N}/u.test(before?.text ?? '') ||
    /^\p{N}/u.test(next?.text ?? '') ||
    has(before, WORD.preposition) ||
    TIME_ADJECTIVES.has(before?.lower ?? '')
  )
    return false;
  return token?.lower === 'may' || (/^(?:april|june|august|jan)$/.test(token?.lower ?? '') && next?.capital === true);
}

/** True for a word that says how or when and no more. "Cleverly" with a capital is a name. */
export function isAdverb(token: SentenceToken | undefined): boolean {
  if (token?.kind !== 'word') return false;
  if (has(token, WORD.adverb | WORD.negation)) return !has(token, AUXILIARY | WORD.coordinator | WORD.subordinator);
  return !token.capital && token.lower.length > 4 && token.lower.endsWith('ly') && !NOT_ADVERBS.has(token.lower);
}

function isFiniteVerb(tokens: readonly SentenceToken[], index: number): boolean {
  const token = tokens[index];
  const entry = token?.verb;
  if (!token || !entry || token.capital) return false;
  const before = tokens[index - 1];
  const bare = (entry.forms & (FORM.past | FORM.participle | FORM.ing | FORM.third)) === 0;
  if (bare || isAlsoNoun(entry))
    return (has(before, WORD.pronoun) && !has(before, WORD.determiner)) || has(before, WORD.modal | WORD.people) || before?.lower === 'to';
  if ((has(before, WORD.determiner) && before?.lower !== 'that') || before?.possessive === true) return false;
  if ((entry.forms & ~FORM.ing) === 0) return false;
  return true;
}

/** A participle that narrows the noun before it: "agreements reached at the talks", "officials travelling with him". */
function isReducedRelative(tokens: readonly SentenceToken[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!token || !isNominal(tokens, index - 1) || has(before, WORD.pronoun)) return false;
  const forms = token.verb?.forms ?? (/(?:ed|en)$/.test(token.lower) ? FORM.participle : 0);
  const closes = has(after, WORD.preposition) || isDatePart(after);
  if ((forms & FORM.ing) !== 0) return true;
  return (forms & FORM.participle) !== 0 && closes && token.verb?.class !== 'said';
}

/** True when a noun phrase may end at this token. */
export function isNominal(tokens: readonly SentenceToken[], index: number): boolean {
  const token = tokens[index];
  if (!token) return false;
  if (token.kind === 'quote') return token.text.length < 40;
  if (token.kind === 'mark') return token.text === '%' || token.text === ')';
  if (isNameToken(tokens, index)) return true;
  if (has(token, WORD.role | WORD.body | WORD.people | WORD.quantifier)) return true;
  if (has(token, FUNCTION & ~WORD.determiner) || NOT_NOMINAL.has(token.lower) || isAdverb(token)) return false;
  return !has(token, WORD.determiner) && !isFiniteVerb(tokens, index);
}

/** Goes back over adverbs and dates between a subject and its verb; the index after what is left. */
export function skipAdverbials(tokens: readonly SentenceToken[], end: number): number {
  let to = end;
  for (;;) {
    const before = to;
    while (to > 0 && isAdverb(tokens[to - 1])) to -= 1;
    to = skipDate(tokens, to);
    if (to === before) return to;
  }
}

const TIME_NOUNS: ReadonlySet<string> = new Set(
  'hours days weeks months years week month year morning afternoon evening night weekend summer winter autumn spring decade day time century'.split(
    ' ',
  ),
);
const TIME_ADJECTIVES: ReadonlySet<string> = new Set('last this next early late mid the same following previous'.split(' '));

function skipDate(tokens: readonly SentenceToken[], end: number): number {
  let to = end;
  const noun = TIME_NOUNS.has(tokens[to - 1]?.lower ?? '');
  if (noun) to -= 1;
  let dated = false;
  while (to > 0 && isDatePart(tokens[to - 1]) && !(tokens[to - 1]?.lower === 'may' && to === 1)) {
    dated = true;
    to -= 1;
  }
  if (!noun && !dated) return end;
  let qualified = false;
  while (to > 0 && TIME_ADJECTIVES.has(tokens[to - 1]?.lower ?? '')) {
    qualified = true;
    to -= 1;
  }
  if (has(tokens[to - 1], WORD.preposition) && tokens[to - 1]?.lower !== 'of') return to - 1;
  return (noun && qualified) || has(tokens[to], WORD.day) || (qualified && dated) ? to : end;
}

/** Where a relative clause that ends before `index` begins; -1 when there is none. */
function relativeStart(tokens: readonly SentenceToken[], index: number): number {
  for (let at = index; at > 0 && at > index - LONGEST_RELATIVE; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'mark') return -1;
    if (has(token, WORD.relative) && token?.lower !== 'where' && isNominal(tokens, at - 1) && tokens[at - 1]?.verb?.class == null)
      return at;
  }
  return -1;
}

function boundaryAt(tokens: readonly SentenceToken[], index: number): Boundary {
  const at = skipAdverbials(tokens, index + 1) - 1;
  const token = tokens[at];
  if (!token) return 'start';
  if (token.kind === 'mark') return token.text === ',' ? 'comma' : 'start';
  if (token.kind === 'quote') return 'comma';
  if (has(token, WORD.coordinator)) return 'coordinator';
  if (has(token, WORD.subordinator)) return 'subordinator';
  if (has(token, WORD.relative)) return 'relative';
  if (has(token, AUXILIARY) || token.verb !== undefined) return 'verb';
  return 'other';
}

/** The phrase to the left of "and", when "X and Y" is one subject and not two clauses. */
function leftOfCoordinator(tokens: readonly SentenceToken[], at: number): NounPhrase | null {
  const left = isNominal(tokens, at - 1) ? readBack(tokens, at) : null;
  return left !== null && !['verb', 'other', 'relative'].includes(left.boundary) ? left : null;
}

/** The last word of a date that stands before a subject: "In January 2020 Johnson", "On Monday Reeves". */
function isDateEnd(tokens: readonly SentenceToken[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  let first = at;
  while (isDatePart(tokens[first - 1])) first -= 1;
  // "the Review of March 2021" is not over with its date.
  if (tokens[first - 1]?.lower === 'of' && isDatePart(token)) return false;
  if (has(token, WORD.day) || (has(token, WORD.month) && token?.capital === true)) return true;
  return /^(?:19|20)\d\d$/.test(token?.text ?? '') && (has(before, WORD.preposition) || isDatePart(before));
}

/** One step back inside a noun phrase: the next index to look at, or null when the phrase ends here. */
function stepBack(tokens: readonly SentenceToken[], at: number, last: number): number | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'mark') return /^[%/&]$/.test(token.text) ? at - 1 : null;
  if (token.kind === 'quote') return token.text.length < 40 ? at - 1 : null;
  if (isNameToken(tokens, at)) return at - 1;
  const before = tokens[at - 1];
  if (has(token, AUXILIARY) || isFiniteVerb(tokens, at)) {
    if (isReducedRelative(tokens, at)) return at - 1;
    const relative = relativeStart(tokens, at);
    return relative > 0 ? relative - 1 : null;
  }
  if (token.lower === 'that' && at < last) return null;
  if (has(token, WORD.relative) && !has(token, WORD.determiner)) return null;
  if (has(token, WORD.determiner))
    return has(before, WORD.preposition) || before?.kind !== 'word' || !has(before, WORD.determiner | WORD.quantifier)
      ? inPhrase(tokens, at - 1)
        ? at - 1
        : null
      : at - 1;
  if (has(token, WORD.subordinator)) return null;
  if (has(token, WORD.preposition)) return inPhrase(tokens, at) ? at - 1 : null;
  if (has(token, WORD.coordinator)) return null;
  if (has(token, WORD.objectPronoun)) return has(before, WORD.preposition) ? at - 1 : null;
  if (has(token, WORD.pronoun) || (isAdverb(token) && !has(token, WORD.quantifier)) || NOT_NOMINAL.has(token.lower)) return null;
  return isDateEnd(tokens, at) ? null : at - 1;
}

/** True when the preposition at `at` hangs on a noun, so that the phrase goes on before it. */
function inPhrase(tokens: readonly SentenceToken[], at: number): boolean {
  const token = tokens[at];
  if (!has(token, WORD.preposition) || has(token, WORD.subordinator)) return false;
  return isNominal(tokens, at - 1) || has(tokens[at - 1], WORD.quantifier) || isReducedRelative(tokens, at - 1);
}

/** The noun phrase that ends before `end`, read backwards; null when there is none. */
export function readBack(tokens: readonly SentenceToken[], end: number): NounPhrase | null {
  const last = end - 1;
  const token = tokens[last];
  if (!token) return null;
  if (has(token, WORD.pronoun) && !isNameToken(tokens, last)) {
    if (token.lower === 'that' || token.lower === 'who') return { from: last, to: end, boundary: 'relative', at: last - 1 };
    return { from: last, to: end, boundary: boundaryAt(tokens, last - 1), at: last - 1 };
  }
  if (has(token, WORD.relative)) return { from: last, to: end, boundary: 'relative', at: last - 1 };
  const within = has(token, WORD.objectPronoun) && has(tokens[last - 1], WORD.preposition);
  if (!within && !isNominal(tokens, last)) return null;
  let at = last;
  for (;;) {
    const next = stepBack(tokens, at, last);
    if (next === null) break;
    at = next;
  }
  // A determiner belongs to the phrase that it ends.
  const from =
    has(tokens[at], WORD.determiner) &&
    tokens[at]?.lower !== 'that' &&
    !has(tokens[at], WORD.coordinator) &&
    !isNameToken(tokens, at) &&
    at <= last
      ? at
      : at + 1;
  if (from > last) return null;
  const joint = tokens[from - 1];
  const left = joint?.kind === 'word' && has(joint, WORD.coordinator) ? leftOfCoordinator(tokens, from - 1) : null;
  if (left) return { ...left, to: end };
  return { from, to: end, boundary: boundaryAt(tokens, from - 1), at: from - 1 };
}

/** The noun phrase that begins at `start`, up to a mark, a verb or a clause of its own; null when there is none. */
export function readForward(tokens: readonly SentenceToken[], start: number): NounPhrase | null {
  let to = start;
  while (to < tokens.length) {
    const token = tokens[to];
    const ends =
      (token?.kind !== 'word' && token?.text !== '&') ||
      has(token, AUXILIARY | WORD.objectPronoun) ||
      (has(token, WORD.relative | WORD.subordinator) && !(to === start && has(token, WORD.determiner)));
    if (ends || (isFiniteVerb(tokens, to) && to > start) || (isAdverb(token) && to > start && !has(token, WORD.quantifier))) break;
    if (isDatePart(token) && has(token, WORD.day)) break;
    if (has(token, WORD.pronoun) && !has(token, WORD.determiner) && !isNameToken(tokens, to))
      return to === start ? { from: start, to: start + 1, boundary: 'start', at: start - 1 } : null;
    to += 1;
  }
  while (to > start && has(tokens[to - 1], WORD.preposition | WORD.coordinator)) to -= 1;
  return to > start ? { from: start, to, boundary: 'start', at: start - 1 } : null;
}
