import type { VerbClass } from '../domain/annotation.ts';
import { isAdverb, type NounPhrase } from './noun-phrases.ts';
import { has, isDatePart, type SentenceToken } from './sentence-tokens.ts';
import { findSubject, type SubjectPlace } from './subject.ts';
import { isAlsoNoun } from './verb-classes.ts';
import { FORM } from './verb-forms.ts';
import { classInPlace, speechAdjective } from './verb-phrases.ts';
import { WORD } from './word-classes.ts';

type Tokens = readonly SentenceToken[];

export type Tense = 'present' | 'past' | 'perfect' | 'pluperfect' | 'progressive' | 'modal';

/** A finite verb with its auxiliaries, its subject, and the place of its clause in the sentence. */
export interface Clause {
  /** Index of the verb, and of the first of its auxiliaries. */
  readonly at: number;
  readonly groupStart: number;
  readonly class: VerbClass | null;
  readonly tense: Tense;
  readonly passive: boolean;
  readonly negated: boolean;
  readonly subject: NounPhrase | null;
  readonly place: SubjectPlace;
}

interface VerbGroup extends Pick<Clause, 'at' | 'groupStart' | 'tense' | 'passive' | 'negated'> {
  readonly class: VerbClass | null;
}

const AUXILIARY = WORD.be | WORD.have | WORD.do | WORD.modal;

function groupStartOf(tokens: Tokens, at: number): number {
  let from = at;
  while (from > 0 && (has(tokens[from - 1], AUXILIARY) || isAdverb(tokens[from - 1])) && tokens[from - 1]?.kind === 'word') {
    if (tokens[from - 1]?.capital === true && !isSentenceOpener(tokens, from - 1)) break;
    from -= 1;
  }
  // Adverbs before the first auxiliary belong to the clause, not to the verb.
  while (from < at && !has(tokens[from], AUXILIARY)) from += 1;
  return from;
}

function isSentenceOpener(tokens: Tokens, index: number): boolean {
  return index === 0 && !has(tokens[index], WORD.month);
}

function auxiliariesOf(tokens: Tokens, from: number, at: number): readonly SentenceToken[] {
  return tokens.slice(from, at).filter((token) => has(token, AUXILIARY));
}

/** Tense and voice that a form has after its auxiliaries; null when the two do not go together. */
function readAuxiliaries(auxiliaries: Tokens, forms: number): Pick<Clause, 'tense' | 'passive'> | null {
  const last = auxiliaries.at(-1);
  const first = auxiliaries[0];
  if (!last || !first) return null;
  const tense: Tense = has(first, WORD.modal)
    ? 'modal'
    : has(first, WORD.have)
      ? first.lower.startsWith('had')
        ? 'pluperfect'
        : 'perfect'
      : has(first, WORD.do)
        ? first.lower.startsWith('did')
          ? 'past'
          : 'present'
        : /^(?:was|were)/.test(first.lower)
          ? 'past'
          : 'present';
  if (has(last, WORD.be)) {
    if ((forms & FORM.participle) !== 0) return { tense, passive: true };
    return (forms & FORM.ing) !== 0 ? { tense: tense === 'modal' ? 'modal' : 'progressive', passive: false } : null;
  }
  if (has(last, WORD.have)) return (forms & FORM.participle) !== 0 ? { tense, passive: false } : null;
  return (forms & FORM.base) !== 0 ? { tense, passive: false } : null;
}

/** "the proposed ban", "imposed by Brussels": participles that head no clause. */
function isAdjective(tokens: Tokens, at: number, forms: number): boolean {
  const start = at > 0 && isAdverb(tokens[at - 1]) ? at - 1 : at;
  const before = tokens[start - 1];
  const after = tokens[at + 1];
  if (start === 0 || !before) return true;
  if (before.possessive || (has(before, WORD.preposition) && !has(before, WORD.adverb))) return true;
  if (
    has(before, WORD.determiner) &&
    !has(before, WORD.pronoun | WORD.quantifier) &&
    !['all', 'both', 'half', 'neither', 'either'].includes(before.lower) &&
    // "each accused the other", but "each accused man"
    !(before.lower === 'each' && has(after, WORD.determiner))
  )
    return true;
  const beside = before.text === ',' || (before.kind === 'word' && !has(before, WORD.pronoun | WORD.coordinator));
  return (forms & FORM.participle) !== 0 && after?.lower === 'by' && beside;
}

/** "Beijing claims", "critics say": a form that may be a noun is a verb only after a subject that agrees with it. */
function agrees(tokens: Tokens, at: number, forms: number): boolean {
  let from = at;
  while (from > 0 && isAdverb(tokens[from - 1])) from -= 1;
  const before = tokens[from - 1];
  const after = tokens[at + 1];
  if (!before || before.possessive || (has(before, WORD.determiner) && !has(before, WORD.pronoun | WORD.quantifier))) return false;
  if ((has(before, WORD.preposition) && !has(before, WORD.adverb)) || has(after, WORD.be | WORD.have | WORD.modal) || after?.lower === 'of')
    return false;
  const plural =
    has(before, WORD.people) ||
    ['they', 'we', 'you', 'i', 'many', 'some', 'both', 'who', 'that', 'which', 'others', 'most', 'and'].includes(before.lower);
  if ((forms & FORM.third) !== 0 && (forms & FORM.base) === 0) {
    return (
      before.capital ||
      before.text === ',' ||
      has(before, WORD.role | WORD.body | WORD.document) ||
      ['he', 'she', 'it', 'who', 'which', 'that', 'this'].includes(before.lower)
    );
  }
  return plural || before.text === ',';
}

/** "a deal", "China's moves": whatever stands there is no finite verb. */
function isAfterDeterminer(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1];
  return before?.possessive === true || /^(?:the|an?|its|their|our|my|your|no|every)$/.test(before?.lower ?? '');
}

function readGroup(tokens: Tokens, at: number): VerbGroup | null {
  const entry = tokens[at]?.verb;
  if (!entry) return null;
  const groupStart = groupStartOf(tokens, at);
  const before = tokens[groupStart - 1];
  if (before?.lower === 'to') return null;
  const auxiliaries = auxiliariesOf(tokens, groupStart, at);
  const negated =
    tokens.slice(groupStart, at).some((token) => has(token, WORD.negation)) ||
    (auxiliaries.length === 0 && has(tokens[at - 1], WORD.negation));
  const read = readAuxiliaries(auxiliaries, entry.forms);
  if (read) return { at, groupStart, negated, class: classInPlace(tokens, at), ...read };
  if (auxiliaries.length > 0) return null;
  const past = (entry.forms & FORM.past) !== 0;
  if (!past && (entry.forms & (FORM.base | FORM.third)) === 0) return null;
  if (past ? isAdjective(tokens, at, entry.forms) : isAfterDeterminer(tokens, at)) return null;
  if (!past && isAlsoNoun(entry) && !agrees(tokens, at, entry.forms)) return null;
  return {
    at,
    groupStart: at,
    negated,
    class: classInPlace(tokens, at),
    tense: past ? 'past' : 'present',
    passive: false,
  };
}

/** A clause whose verb is no word of the list: "is critical", "has fallen", "was clear that". */
function readAuxiliaryGroup(tokens: Tokens, at: number): VerbGroup | null {
  const token = tokens[at];
  if (!token || !has(token, AUXILIARY) || (token.capital && at > 0) || tokens[at - 1]?.lower === 'to') return null;
  const groupStart = groupStartOf(tokens, at);
  if (tokens[groupStart - 1]?.lower === 'to') return null;
  const auxiliaries = auxiliariesOf(tokens, groupStart, at + 1);
  const tense = readAuxiliaries(auxiliaries, FORM.participle | FORM.base)?.tense ?? 'present';
  const negated = tokens.slice(groupStart, at + 2).some((part) => has(part, WORD.negation));
  const clear = has(token, WORD.be) ? speechAdjective(tokens, at) : -1;
  return {
    at: clear === -1 ? at : clear,
    groupStart,
    negated,
    tense,
    passive: false,
    class: clear === -1 ? null : 'said',
  };
}

function groupsOf(tokens: Tokens): readonly VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || token.kind !== 'word') continue;
    if (has(token, AUXILIARY) && !(token.capital && at > 0)) {
      let to = at;
      while (has(tokens[to + 1], AUXILIARY) || (isAdverb(tokens[to + 1]) && !isDatePart(tokens[to + 1]))) to += 1;
      const lexical = tokens[to + 1]?.verb ? readGroup(tokens, to + 1) : null;
      const group =
        lexical && lexical.groupStart <= at
          ? lexical
          : readAuxiliaryGroup(tokens, to > at && !has(tokens[to], AUXILIARY) ? lastAuxiliary(tokens, at, to) : to);
      if (group) groups.push(group);
      at = Math.max(at, lexical && group === lexical ? lexical.at : to);
    } else if (token.verb && !token.capital) {
      const group = readGroup(tokens, at);
      if (group) groups.push(group);
    }
  }
  return groups;
}

function lastAuxiliary(tokens: Tokens, from: number, to: number): number {
  for (let at = to; at > from; at -= 1) if (has(tokens[at], AUXILIARY)) return at;
  return from;
}

/** The clauses of a sentence in order, without those that only narrow another clause's subject. */
export function findClauses(tokens: Tokens): readonly Clause[] {
  const clauses = groupsOf(tokens).map((group) => ({ ...group, ...findSubject(tokens, group) }));
  return clauses.filter(
    ({ at }) => !clauses.some(({ subject, at: other }) => other !== at && subject !== null && at >= subject.from && at < subject.to),
  );
}
