import { THE_ARTICLE, type VerbClass } from '../domain/annotation.ts';
import { type Actor, actorOf } from './actor.ts';
import { type Clause, findClauses, type Tense } from './clauses.ts';
import type { ArticleNames } from './names-in-article.ts';
import { readForward } from './noun-phrases.ts';
import { has, type SentenceToken } from './sentence-tokens.ts';
import { classInPlace, drawsCriticism, takesEffect } from './verb-phrases.ts';
import { WORD } from './word-classes.ts';

type Tokens = readonly SentenceToken[];

/** Who says or does what in a sentence, before pronouns are resolved from the sentence before. */
export interface Statement {
  /** The subject of the verb, or the agent of a passive; null when nobody is given as speaking or acting. */
  readonly actor: Actor | null;
  readonly verb: VerbClass | null;
  readonly act: boolean;
  /** Where the verb of the main clause stands in the text; null for a sentence without one that is known. */
  readonly verbStart: number | null;
  readonly tense: Tense | null;
  /** The subjects of the main clauses, for pronouns of the next sentence. */
  readonly subjects: readonly Actor[];
}

type Reading = Pick<Statement, 'actor' | 'verb' | 'act'>;

interface ReadClause {
  readonly clause: Clause;
  readonly subject: Actor | null;
}

const NOBODY: Actor = { kind: 'unnamed', name: null, plural: true };
const ARTICLE: Actor = { kind: 'document', name: THE_ARTICLE, plural: false };
/** Passives of these with "to" tell what is generally thought: nobody speaks. */
const SUPPOSED: ReadonlySet<string> = new Set(
  'expect believe think consider say report allege estimate deem judge forecast hope see'.split(' '),
);
/** Things do these as often as people: "the data suggest", "it signals", "this reflects". */
const OF_THINGS: ReadonlySet<string> = new Set(
  'suggest indicate signal show imply reflect underline underscore highlight mean confirm represent support back hit quote favour favor express echo raise brand label voice'.split(
    ' ',
  ),
);
/** What may be refused to be said: "would not say", "could not rule out". */
const WITHHELD: ReadonlySet<string> = new Set('say comment confirm rule disclose elaborate reveal discuss tell'.split(' '));

function lemmaAt(tokens: Tokens, at: number): string {
  return tokens[at]?.verb?.lemma ?? '';
}

/** The agent of a passive: "was urged by MPs to". */
function agentOf(tokens: Tokens, at: number, names: ArticleNames): Actor | null {
  for (let index = at + 1; index <= Math.min(at + 10, tokens.length - 2); index += 1) {
    const token = tokens[index];
    if (token?.kind === 'mark' || has(token, WORD.modal | WORD.relative)) return null;
    if (token?.lower !== 'by') continue;
    const phrase = readForward(tokens, index + 1);
    const actor = phrase ? actorOf(tokens, phrase, names) : null;
    return actor === null || actor.kind === 'thing' || actor.kind === 'pronoun' ? null : actor;
  }
  return null;
}

function readPassive(tokens: Tokens, { at, class: verbClass, tense, negated }: Clause, names: ArticleNames): Reading | null {
  const lemma = lemmaAt(tokens, at);
  if (verbClass === null || tense === 'modal' || tense === 'progressive' || (tokens[at + 1]?.lower === 'to' && SUPPOSED.has(lemma)))
    return null;
  const agent = agentOf(tokens, at, names);
  if (verbClass === 'did' || verbClass === 'announced') {
    if (tense === 'present') return null;
    return { actor: agent ?? ARTICLE, verb: verbClass, act: verbClass === 'did' && !negated };
  }
  if (
    agent === null &&
    [
      'call',
      'describe',
      'consider',
      'record',
      'support',
      'back',
      'hit',
      'address',
      'weigh',
      'accept',
      'know',
      'express',
      'defend',
      'write',
      'refer',
      'expect',
      'press',
    ].includes(lemma)
  )
    return null;
  return { actor: agent?.kind === 'document' ? ARTICLE : (agent ?? NOBODY), verb: verbClass, act: false };
}

/** What a thing says is said by the article, unless it is a paper: "figures showed" reports. */
function readThing(tokens: Tokens, { at, class: verbClass }: Clause, subject: Actor): Reading | null {
  if (
    subject.kind === 'thing' ||
    verbClass === null ||
    verbClass === 'did' ||
    (OF_THINGS.has(lemmaAt(tokens, at)) && verbClass !== 'reported')
  )
    return null;
  return {
    actor: subject.name === null ? ARTICLE : subject,
    verb: verbClass === 'said' ? 'reported' : verbClass,
    act: false,
  };
}

function readActive(tokens: Tokens, clause: Clause, subject: Actor): Reading | null {
  const { at, class: verbClass, tense, negated } = clause;
  if (verbClass === null || (tense === 'modal' && !(negated && WITHHELD.has(lemmaAt(tokens, at))))) return null;
  if (subject.kind === 'pronoun' && !/^(?:he|she|it|they)$/.test(subject.name ?? '')) return null;
  if (subject.kind === 'pronoun' && subject.name === 'it' && OF_THINGS.has(lemmaAt(tokens, at))) return null;
  if (subject.kind === 'thing' || subject.kind === 'document') return readThing(tokens, clause, subject);
  if (verbClass !== 'did') return { actor: subject, verb: verbClass, act: false };
  const done = tense === 'past' || tense === 'perfect' || tense === 'pluperfect';
  const omitted = ['fail', 'refuse', 'decline'].includes(lemmaAt(tokens, at));
  return done ? { actor: subject, verb: 'did', act: !negated && !omitted } : null;
}

function readClause(tokens: Tokens, { clause, subject }: ReadClause, names: ArticleNames): Reading | null {
  if (takesEffect(tokens, clause.at) && clause.tense !== 'modal') return { actor: ARTICLE, verb: 'did', act: !clause.negated };
  if (drawsCriticism(tokens, clause.at) && clause.tense !== 'modal') return { actor: NOBODY, verb: 'said', act: false };
  if (clause.passive) return readPassive(tokens, clause, names);
  const none = /^(?:no|none|nobody|neither)$/.test(tokens[clause.subject?.from ?? -1]?.lower ?? '');
  return subject === null ? null : readActive(tokens, none ? { ...clause, negated: true } : clause, subject);
}

/** Clauses with their subjects; one that shares its subject ("and said") takes that of the main clause before. */
function withSubjects(tokens: Tokens, clauses: readonly Clause[], names: ArticleNames): readonly ReadClause[] {
  let shared: Actor | null = null;
  let under = false;
  return clauses.map((clause) => {
    const { place } = clause;
    const own = clause.subject ? actorOf(tokens, clause.subject, names) : null;
    if (place === 'main' || place === 'attribution') {
      shared = own;
      under = false;
    }
    if (place === 'embedded' || place === 'sub' || place === 'relative') under = place !== 'relative' || under;
    const moved: Clause = place === 'coordinate' ? { ...clause, place: under ? 'embedded' : 'main' } : clause;
    return {
      clause: moved,
      subject: place === 'shared' ? (under && clause.class === null ? null : shared) : own,
    };
  });
}

function accordingTo(tokens: Tokens, names: ArticleNames): Reading | null {
  const at = tokens.findIndex(({ lower }, index) => lower === 'according' && tokens[index + 1]?.lower === 'to');
  const phrase = at === -1 ? null : readForward(tokens, at + 2);
  if (!phrase) return null;
  const actor = actorOf(tokens, phrase, names);
  const paper = actor.kind === 'document' || actor.kind === 'thing';
  return {
    actor: paper && actor.name === null ? ARTICLE : actor,
    verb: paper ? 'reported' : 'said',
    act: false,
  };
}

const PAPERS: ReadonlySet<string> = new Set(
  'report statement letter resolution motion communique communiqué declaration petition paper note law bill amendment editorial memo document speech article post message tweet'.split(
    ' ',
  ),
);

/** "issued a report calling for", "…, stating that": the speech of the main clause's subject in a participle; index or -1. */
function participle(tokens: Tokens, from: number): number {
  for (let at = from + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token?.verb || (token.verb.forms & 16) === 0 || !token.lower.endsWith('ing')) continue;
    const before = tokens[at - 1]?.lower ?? '';
    const introduced = before === ',' || PAPERS.has(before) || (['and', 'also', 'while'].includes(before) && tokens[at - 2]?.text === ',');
    const verbClass = classInPlace(tokens, at);
    if (introduced && verbClass !== null && verbClass !== 'did') return at;
  }
  return -1;
}

function withParticiple(tokens: Tokens, read: Reading, at: number): Reading {
  if (read.verb !== 'did' || read.actor?.name === THE_ARTICLE) return read;
  const spoken = participle(tokens, at);
  return spoken === -1 ? read : { ...read, verb: classInPlace(tokens, spoken) };
}

/** "While Cleverly acknowledged that …, he stressed": what is conceded or denied tells more than that he spoke. */
function withConcession(tokens: Tokens, read: Reading, main: ReadClause, all: readonly ReadClause[]): Reading {
  const opening = all.find(
    ({ clause, subject }) =>
      clause.place === 'sub' &&
      clause.at < main.clause.at &&
      subject?.name != null &&
      subject.kind !== 'pronoun' &&
      subject.kind !== 'thing',
  );
  if (!opening || opening.subject === null || read.actor?.kind !== 'pronoun') return read;
  const yields = /^(?:while|although|though)$/.test(tokens[opening.clause.subject?.at ?? -1]?.lower ?? '');
  const stronger = yields && read.verb === 'said' && (opening.clause.class === 'conceded' || opening.clause.class === 'denied');
  return { ...read, actor: opening.subject, verb: stronger ? opening.clause.class : read.verb };
}

function chooseReading(
  tokens: Tokens,
  all: readonly ReadClause[],
  names: ArticleNames,
): { readonly read: Reading | null; readonly main: ReadClause | null } {
  const level = all.filter(({ clause: { place } }) => place === 'main' || place === 'attribution' || place === 'shared');
  const attributed = level.find((read) => read.clause.place === 'attribution' && readClause(tokens, read, names) !== null);
  const described = level[0]?.clause.class === null && level[0].clause.tense === 'perfect';
  const tells = (read: ReadClause): boolean => {
    const found = readClause(tokens, read, names);
    // "has been critical and has taken steps": a state told at large, and no act of a day.
    return found !== null && !(described && found.verb === 'did' && read.clause.place === 'shared');
  };
  const first = attributed ?? level.find(tells) ?? null;
  const read = first ? readClause(tokens, first, names) : null;
  const cited = read === null || read.verb === 'did' ? accordingTo(tokens, names) : null;
  if (cited) return { read: cited, main: level[0] ?? null };
  if (first && read)
    return {
      read: withConcession(tokens, withParticiple(tokens, read, first.clause.at), first, all),
      main: first,
    };
  const plain = level[0] ?? null;
  const spoken = plain ? participle(tokens, plain.clause.at) : -1;
  const speaks =
    spoken !== -1 &&
    plain?.subject != null &&
    !['thing', 'document'].includes(plain.subject.kind) &&
    tokens[spoken - 1]?.text === ',' &&
    plain.clause.tense !== 'modal';
  return {
    read: speaks ? { actor: plain.subject, verb: classInPlace(tokens, spoken), act: false } : null,
    main: plain,
  };
}

/** "There is growing concern", "calls are mounting": somebody speaks whom the sentence does not name. */
const VAGUE =
  /\bthere (?:is|was|are|were|has been|have been) (?:\p{L}+ ){0,3}(?:criticism|concerns?|fears?|calls|unease|anger|suspicions?|doubts?|worries|outcry) (?:that|over|about|among|for|from|within|in)\b/iu;

/** Reads who says or does what from the tokens of one sentence. */
export function readStatement(tokens: Tokens, sentence: string, names: ArticleNames): Statement {
  const all = withSubjects(tokens, findClauses(tokens), names);
  const { read, main } = chooseReading(tokens, all, names);
  const subjects = all
    .filter(
      ({ clause, subject }) => subject !== null && clause.subject !== null && (clause.place === 'main' || clause.place === 'attribution'),
    )
    .flatMap(({ subject }) => subject ?? []);
  const intra =
    read?.actor != null && read.actor.kind !== 'pronoun'
      ? subjects.map((subject) => (subject.kind === 'pronoun' ? (read.actor ?? subject) : subject))
      : subjects;
  const base = {
    verbStart: main ? (tokens[main.clause.at]?.start ?? null) : null,
    tense: main?.clause.tense ?? null,
    subjects: intra,
  };
  if (read) return { ...read, ...base };
  const vague = VAGUE.test(sentence);
  return {
    actor: vague ? NOBODY : null,
    verb: vague ? (/\bcalls for\b/iu.test(sentence) ? 'called for' : 'said') : null,
    act: false,
    ...base,
  };
}
