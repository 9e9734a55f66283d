import { isAdverb, isNameToken, isNominal, type NounPhrase, readBack, readForward, skipAdverbials } from './noun-phrases.ts';
import { has, isDatePart, type SentenceToken } from './sentence-tokens.ts';
import { FORM } from './verb-forms.ts';
import { WORD } from './word-classes.ts';

type Tokens = readonly SentenceToken[];

/**
 * Where a clause stands: `main`; `attribution` ("…, Lammy said"); `shared` with the subject of the clause before
 * ("and said"); `coordinate` ("and Lammy said"); under another clause as its content (`embedded`), circumstance (`sub`) or in a
 * relative clause.
 */
export type SubjectPlace = 'main' | 'attribution' | 'shared' | 'coordinate' | 'embedded' | 'sub' | 'relative' | 'none';

interface FoundSubject {
  readonly subject: NounPhrase | null;
  readonly place: SubjectPlace;
}

interface Verb {
  readonly at: number;
  readonly groupStart: number;
  readonly class: string | null;
}

const NO_SUBJECT: FoundSubject = { subject: null, place: 'none' };
/** Verbs that stand before their subject without quotation marks: "Prices will rise, said Smith". */
const TOLD_LAST: ReadonlySet<string> = new Set('say add write explain note argue warn insist reply report'.split(' '));
const AUXILIARY = WORD.be | WORD.have | WORD.do | WORD.modal;

function isClauseMark(token: SentenceToken | undefined): boolean {
  return token?.kind === 'mark' ? [',', '—', '–', ')', '--', '-'].includes(token.text) : token?.kind === 'quote';
}

/** The comma of "Minister of Economy, Trade and Industry" ends nothing: it stands in the name of an office or a body. */
function isInName(tokens: Tokens, comma: number): boolean {
  const and = tokens.findIndex(({ lower }, index) => index > comma && index <= comma + 4 && lower === 'and');
  if (and === -1 || tokens[comma]?.text !== ',') return false;
  const listed = tokens
    .slice(comma + 1, and + 2)
    .every((token, index) => index === and - comma - 1 || (token.capital && token.kind === 'word'));
  const of = tokens.slice(0, comma).findLastIndex(({ lower }) => lower === 'of' || lower === 'for');
  return listed && of > 0 && comma - of <= 4 && has(tokens[of - 1], WORD.role | WORD.title | WORD.body) && tokens[of + 1]?.capital === true;
}

function segmentStart(tokens: Tokens, end: number): number {
  let from = end;
  const closing = tokens[end]?.text === ')';
  while (from > 0) {
    const token = tokens[from - 1];
    if (token?.kind === 'mark' && (closing ? token.text === '(' : /^[,;:—–-]+$/.test(token.text)) && !isInName(tokens, from - 1)) break;
    from -= 1;
  }
  return from;
}

function hasFinite(tokens: Tokens, from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(
      (token, index) =>
        has(token, AUXILIARY) ||
        (token.verb !== undefined && !token.capital && (token.verb.forms & 4) !== 0 && tokens[from + index - 1]?.lower !== 'the'),
    );
}

/** True for what may stand between commas after a subject: "who met Wang", "the shadow chancellor", "in Beijing", "45". */
function isParenthetical(tokens: Tokens, from: number, to: number): boolean {
  const first = tokens[from];
  if (!first || from === 0) return false;
  if (to - from === 0) return true;
  if (has(first, WORD.relative) && first.lower !== 'that') return true;
  if (to - from <= 2 && (isAdverb(first) || /^\p{N}/u.test(first.text))) return true;
  if ((has(first, WORD.preposition) && !has(first, WORD.subordinator)) || isAdverb(first)) return !hasFinite(tokens, from, to);
  if (!first.capital && ((first.verb !== undefined && (first.verb.forms & 24) !== 0) || /(?:ed|ing|known)$/.test(first.lower))) return true;
  if (['when', 'while', 'as', 'after', 'before', 'if', 'since', 'though', 'although'].includes(first.lower)) return true;
  const relative = tokens.slice(from, to).findIndex((token) => has(token, WORD.relative));
  if (hasFinite(tokens, from, relative === -1 ? to : from + relative)) return false;
  return isApposition(tokens, from, to);
}

/** "the shadow chancellor", "MI5's director general", "governor of the Bank": it says what somebody is. */
function isApposition(tokens: Tokens, from: number, to: number): boolean {
  const before = tokens[from - 2];
  if (!before || !isNominal(tokens, from - 2)) return false;
  if (has(tokens[from], WORD.determiner) && !endsInName(tokens, from, to)) return true;
  return tokens.slice(from, to).some((token) => has(token, WORD.role | WORD.title)) && !endsInName(tokens, from, to);
}

function endsInName(tokens: Tokens, from: number, to: number): boolean {
  const last = tokens[to - 1];
  const head = tokens.slice(from, to).findIndex((token) => has(token, WORD.preposition));
  return head === -1 && isNameToken(tokens, to - 1) && !has(last, WORD.title | WORD.role | WORD.body);
}

/** The segment that ends before `end` is nothing but a noun phrase at the beginning of a clause: it may carry an apposition. */
function isBareNounPhrase(tokens: Tokens, end: number): boolean {
  const from = segmentStart(tokens, end);
  const phrase = readBack(tokens, end);
  return phrase !== null && phrase.from <= skipOpening(tokens, from) && !has(tokens[from], WORD.preposition | WORD.subordinator);
}

function skipOpening(tokens: Tokens, from: number): number {
  let at = from;
  while (has(tokens[at], WORD.coordinator) || isAdverb(tokens[at])) at += 1;
  return at;
}

/** Steps left over parentheses that end at the mark before `end`; the end of the phrase that they are added to, or null. */
function beforeParentheses(tokens: Tokens, end: number): number | null {
  let to = end;
  for (let step = 0; step < 6 && to > 0 && isClauseMark(tokens[to - 1]); step += 1) {
    const from = segmentStart(tokens, to - 1);
    if (!isParenthetical(tokens, from, to - 1)) return step === 0 ? null : to;
    // "In London, the minister, who …": the minister is the subject, since what is before it carries no apposition.
    if (step > 0 && !has(tokens[from], WORD.relative) && !isBareNounPhrase(tokens, from - 1)) return to - 1;
    to = from - 1;
  }
  return to === end ? null : to;
}

function placeOf(tokens: Tokens, phrase: NounPhrase, verb: Verb): SubjectPlace {
  switch (phrase.boundary) {
    case 'relative':
      return 'relative';
    case 'verb':
      return 'embedded';
    case 'subordinator':
      return isContent(tokens, phrase.at) ? 'embedded' : 'sub';
    case 'coordinator':
      return tokens[phrase.at]?.lower === 'but' || phrase.at === 0 || tokens[phrase.at - 1]?.kind === 'mark' ? 'main' : 'coordinate';
    case 'comma':
      return isTrailing(tokens, verb) ? 'attribution' : 'main';
    case 'other':
    case 'start':
      return 'main';
    default:
      return phrase.boundary satisfies never;
  }
}

function isContent(tokens: Tokens, at: number): boolean {
  let index = at;
  while (index > 0 && isAdverb(tokens[index])) index -= 1;
  return ['that', 'whether', 'how', 'why', 'what'].includes(tokens[index]?.lower ?? '') && index > 0;
}

/** The clause says nothing after its verb but to whom and when: "…, Dowden told the Commons on Thursday". */
function isTrailing(tokens: Tokens, { at, class: verbClass }: Verb): boolean {
  if (verbClass === null || verbClass === 'did') return false;
  const mark = tokens.findIndex((token, index) => index > at && token.kind !== 'word');
  const to = mark === -1 ? tokens.length : mark;
  const rest = tokens.slice(at + 1, to);
  if (rest.length === 0) return true;
  if (rest.length > 12 || rest.some((token) => token.lower === 'that' || has(token, AUXILIARY))) return false;
  const first = rest[0];
  const told = ['tell', 'inform', 'brief', 'warn', 'remind'].includes(tokens[at]?.verb?.lemma ?? '');
  return told || has(first, WORD.preposition | WORD.adverb) || isDatePart(first) || ['last', 'this'].includes(first?.lower ?? '');
}

/** "…", said Lammy: the subject stands after the verb, and no other verb claims it. */
function inverted(tokens: Tokens, { at, class: verbClass }: Verb): NounPhrase | null {
  if (verbClass === null || verbClass === 'did') return null;
  const phrase = readForward(tokens, at + 1);
  if (!phrase) return null;
  const after = tokens[phrase.to];
  const free =
    after === undefined ||
    after.kind !== 'word' ||
    has(after, WORD.preposition | WORD.relative | WORD.adverb | WORD.subordinator) ||
    isDatePart(after);
  const starts =
    isNameToken(tokens, at + 1) ||
    has(tokens[at + 1], WORD.determiner | WORD.role | WORD.body | WORD.people | WORD.pronoun | WORD.quantifier);
  return free && starts ? phrase : null;
}

function afterMark(tokens: Tokens, end: number, verb: Verb): FoundSubject {
  const mark = tokens[end - 1];
  const quoted = mark?.kind === 'quote' || tokens[end - 2]?.kind === 'quote';
  if (quoted) {
    const phrase = inverted(tokens, verb);
    if (phrase) return { subject: phrase, place: 'attribution' };
  }
  const named = mark?.text === ',' ? nameBetweenCommas(tokens, end - 1) : null;
  if (named) return { subject: named, place: placeOf(tokens, named, verb) };
  const before = mark?.kind === 'quote' ? null : beforeParentheses(tokens, end);
  const subject = before === null ? null : readBack(tokens, skipAdverbials(tokens, before));
  if (subject) return { subject: withList(tokens, subject), place: placeOf(tokens, subject, verb) };
  const behind = mark?.text === ',' && TOLD_LAST.has(tokens[verb.at]?.verb?.lemma ?? '') ? inverted(tokens, verb) : null;
  if (behind) return { subject: behind, place: 'attribution' };
  return mark?.text === ',' ? { subject: null, place: 'shared' } : NO_SUBJECT;
}

/** "France, Italy, Poland and the Netherlands": the names before the last comma belong to the subject. */
function withList(tokens: Tokens, phrase: NounPhrase): NounPhrase {
  let from = phrase.from;
  const first = phrase.boundary === 'coordinator' && tokens[phrase.at - 1]?.text === ',' ? beforeParentheses(tokens, phrase.at) : null;
  const left = first === null ? null : readBack(tokens, first);
  if (left && isNameToken(tokens, left.to - 1)) return { ...left, to: phrase.to };
  const joined = tokens.slice(phrase.from, phrase.to).some((token) => has(token, WORD.coordinator));
  if (!joined) return { ...phrase, from };
  while (from > 1 && tokens[from - 1]?.text === ',') {
    const start = segmentStart(tokens, from - 1);
    const names =
      from - 1 - start <= 5 &&
      start < from - 1 &&
      tokens.slice(start, from - 1).every((token, index) => isNameToken(tokens, start + index) || token.lower === 'the');
    if (!names) break;
    from = start;
  }
  return from === phrase.from ? phrase : { ...phrase, from, boundary: from === 0 ? 'start' : 'comma', at: from - 1 };
}

/** "Poland's president, Andrzej Duda, urged": of a role and the name that it is given, the name is the subject. */
function nameBetweenCommas(tokens: Tokens, end: number): NounPhrase | null {
  const from = segmentStart(tokens, end);
  if (from < 2 || from === end || tokens[from - 1]?.text !== ',' || end - from > 4) return null;
  const name = tokens
    .slice(from, end)
    .every((token, index) => isNameToken(tokens, from + index) && !has(token, WORD.title | WORD.role | WORD.place));
  const role = name ? readBack(tokens, from - 1) : null;
  if (!role || !tokens.slice(role.from, role.to).some((token) => has(token, WORD.role | WORD.title | WORD.body))) return null;
  return { from, to: end, boundary: role.boundary, at: role.at };
}

/** "An order signed on Thursday tells": of two verbs without a link the first only narrows the subject of the second. */
function narrowed(tokens: Tokens, end: number, verb: Verb): NounPhrase | null {
  const token = tokens[end - 1];
  const dated = tokens.slice(end, verb.groupStart).some(isDatePart);
  if (!dated || !token?.verb || token.verb.class === 'said' || (token.verb.forms & FORM.participle) === 0) return null;
  const phrase = isNominal(tokens, end - 2) && !has(tokens[end - 2], WORD.pronoun) ? readBack(tokens, end - 1) : null;
  return phrase && { ...phrase, to: end };
}

/** Finds the grammatical subject of a verb in its own sentence, and the place of its clause. Never the nearest name. */
export function findSubject(tokens: Tokens, verb: Verb): FoundSubject {
  const last = skipAdverbials(tokens, verb.groupStart);
  // "Ukraine and Russia each accused"
  const end = /^(?:each|both|all)$/.test(tokens[last - 1]?.lower ?? '') && isNominal(tokens, last - 2) ? last - 1 : last;
  const before = tokens[end - 1];
  if (!before) return NO_SUBJECT;
  if (before.kind === 'word' && has(before, WORD.coordinator) && before.lower !== 'neither') return { subject: null, place: 'shared' };
  if (isClauseMark(before)) return afterMark(tokens, end, verb);
  const phrase = readBack(tokens, end) ?? narrowed(tokens, end, verb);
  if (!phrase) return NO_SUBJECT;
  const subject = withList(tokens, phrase);
  return { subject, place: placeOf(tokens, subject, verb) };
}
