import type { VerbClass } from '../../domain/annotation.ts';
import { type Actor, actorOf } from '../../corpus/actor.ts';
import { type Clause, findClauses } from '../../corpus/clauses.ts';
import type { ArticleNames } from '../../corpus/names-in-article.ts';
import { type NounPhrase, readForward } from '../../corpus/noun-phrases.ts';
import { findQuotations } from '../../corpus/quotations.ts';
import { splitSentences } from '../../corpus/sentences.ts';
import { type SentenceToken, tokenizeSentence } from '../../corpus/sentence-tokens.ts';
import type { Span } from '../../corpus/spans.ts';
import { type ContentWord, contentWords } from './content-words.ts';

/** One clause of a claim or of a quote, with what the checks compare. */
export interface StatementClause extends Span {
  readonly sentence: number;
  readonly words: readonly ContentWord[];
  readonly keys: ReadonlySet<string>;
  readonly lemma: string | null;
  readonly class: VerbClass | null;
  readonly tense: Clause['tense'];
  readonly place: Clause['place'];
  /** Who speaks or acts: the subject, or the agent of a passive; pronouns resolved where that is safe. */
  readonly actor: Actor | null;
  /** The subject as written, with its appositions. */
  readonly subject: string | null;
  /** Index of the clause that reports this one ("Lammy said"); null for what is put without attribution. */
  readonly governor: number | null;
}

/** A claim or a quote, read clause by clause. */
export interface Statement {
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly clauses: readonly StatementClause[];
}

interface Draft extends Omit<StatementClause, 'governor' | 'actor'> {
  actor: Actor | null;
  governor: number | null;
}

const NAMED: ReadonlySet<Actor['kind']> = new Set<Actor['kind']>(['person', 'body', 'named', 'office']);

/** True for verbs by which somebody speaks; "announced" and "reported" are speech, "did" is none. */
export function isSpeech(verbClass: VerbClass | null): boolean {
  return verbClass !== null && verbClass !== 'did';
}

function agentOf(tokens: readonly SentenceToken[], clause: Clause, end: number): NounPhrase | null {
  const by = tokens.findIndex((token, index) => index > clause.at && index < end && token.lower === 'by');
  return by === -1 ? null : readForward(tokens, by + 1);
}

/** From the subject to the verb, without relative clauses: "Henna Virkkunen, the commissioner for tech sovereignty". */
function subjectText(text: string, tokens: readonly SentenceToken[], phrase: NounPhrase, verb: number): string {
  const from = tokens[phrase.from]?.start ?? 0;
  const to = tokens[Math.max(phrase.to, phrase.from < verb ? verb : 0) - 1]?.end ?? from;
  const parts = text.slice(from, to).split(/,\s/u);
  return parts.filter((part, index) => index === 0 || !/^(?:who|which|whose|whom|where|when|while|after|before|in|on|at|as|with|speaking|asked)\b/iu.test(part)).join(', ');
}

function draftOf(text: string, tokens: readonly SentenceToken[], clause: Clause, range: readonly [number, number], sentence: number, names: ArticleNames): Draft {
  const start = tokens[range[0]]?.start ?? 0;
  const end = tokens[range[1] - 1]?.end ?? start;
  const phrase = clause.passive ? agentOf(tokens, clause, range[1]) : clause.subject;
  const words = contentWords(text, { start, end });
  return {
    start,
    end,
    sentence,
    words,
    keys: new Set(words.map(({ key }) => key)),
    lemma: tokens[clause.at]?.verb?.lemma ?? null,
    class: clause.class,
    tense: clause.tense,
    place: clause.place,
    actor: phrase ? actorOf(tokens, phrase, names) : null,
    subject: phrase ? subjectText(text, tokens, phrase, clause.passive ? 0 : clause.groupStart) : null,
    governor: null,
  };
}

/** Where each clause begins: at its subject when that stands before the verb, else at its verb; the first at the beginning. */
function rangesOf(tokens: readonly SentenceToken[], clauses: readonly Clause[]): readonly (readonly [number, number])[] {
  const starts = clauses.map(({ subject, groupStart }, index) => (index === 0 ? 0 : subject && subject.from < groupStart ? subject.from : groupStart));
  return starts.map((from, index) => [from, Math.max(from + 1, starts[index + 1] ?? tokens.length)]);
}

/** "according to X" speaks as "X said" does. */
function accordingTo(text: string, tokens: readonly SentenceToken[], sentence: number, names: ArticleNames): readonly Draft[] {
  return tokens.flatMap((token, index) => {
    const phrase = token.lower === 'according' && tokens[index + 1]?.lower === 'to' ? readForward(tokens, index + 2) : null;
    if (!phrase) return [];
    const span = { start: token.start, end: tokens[phrase.to - 1]?.end ?? token.end };
    const subject = text.slice(tokens[phrase.from]?.start, span.end);
    return [{ ...span, sentence, words: [], keys: new Set<string>(), lemma: 'say', class: 'said' as const, tense: 'present' as const, place: 'attribution' as const, actor: actorOf(tokens, phrase, names), subject, governor: null }];
  });
}

/** Gives each clause the clause that reports it: speech before an embedded clause, or attribution before or after it. */
function govern(drafts: readonly Draft[], offset: number): void {
  let speech: number | null = null;
  let inside = false;
  for (const [index, draft] of drafts.entries()) {
    if (draft.place === 'attribution') continue;
    const embedded: boolean = draft.place === 'embedded' || (inside && (draft.place === 'coordinate' || draft.place === 'sub' || draft.place === 'relative'));
    if (embedded && speech !== null) draft.governor = offset + speech;
    inside = embedded && speech !== null;
    if (isSpeech(draft.class)) speech = index;
    else if (!embedded && draft.place === 'main') speech = null;
  }
  for (const [index, draft] of drafts.entries()) {
    if (draft.place !== 'attribution' || !isSpeech(draft.class)) continue;
    for (const other of drafts) if (other !== draft && other.governor === null && other.place !== 'attribution') other.governor = offset + index;
  }
}

/** Subjects left out ("and said") are those of the clause before; a pronoun is the single named subject of the sentence before. */
function resolveActors(drafts: readonly Draft[], before: Draft | undefined): void {
  let last: Actor | null = null;
  for (const draft of drafts) {
    if (draft.actor === null && draft.place === 'shared') draft.actor = last;
    else if (draft.actor?.kind === 'pronoun') draft.actor = pronounActor(draft.actor, before?.actor ?? null, drafts, draft);
    if (draft.place !== 'embedded' && draft.place !== 'relative' && draft.actor !== null) last = draft.actor;
  }
}

function pronounActor(pronoun: Actor, before: Actor | null, drafts: readonly Draft[], draft: Draft): Actor {
  // Within its sentence a pronoun stands for whoever spoke first ("Jingye says … it offered").
  const own = drafts[0] === draft ? null : (drafts.find(({ actor }) => actor !== null && NAMED.has(actor.kind))?.actor ?? null);
  const meant = own ?? before;
  return meant !== null && NAMED.has(meant.kind) && !(meant.plural && !pronoun.plural) ? meant : pronoun;
}

function readSentence(text: string, span: Span, sentence: number, names: ArticleNames): readonly Draft[] {
  const tokens = tokenizeSentence(text, span, findQuotations(text, span));
  const clauses = findClauses(tokens);
  const ranges = rangesOf(tokens, clauses);
  const drafts = clauses.map((clause, index) => draftOf(text, tokens, clause, ranges[index] ?? [0, tokens.length], sentence, names));
  if (drafts.length > 0) return [...drafts, ...accordingTo(text, tokens, sentence, names)];
  const words = contentWords(text, span);
  const whole: Draft = { ...span, sentence, words, keys: new Set(words.map(({ key }) => key)), lemma: null, class: null, tense: 'present', place: 'none', actor: null, subject: null, governor: null };
  return [whole, ...accordingTo(text, tokens, sentence, names)];
}

/** Reads a claim or a quote into clauses: verbs, subjects, and who reports what. */
export function readStatement(text: string, names: ArticleNames): Statement {
  const sentences = splitSentences(text);
  const clauses: Draft[] = [];
  let before: Draft | undefined;
  for (const [index, span] of sentences.entries()) {
    const drafts = readSentence(text, span, index, names);
    govern(drafts, clauses.length);
    // A new paragraph, or another quote, says nothing of whom "he" was.
    const apart = index > 0 && text.slice(sentences[index - 1]?.end, span.start).includes('\n\n');
    resolveActors(drafts, apart ? undefined : before);
    before = drafts.find(({ place, actor }) => actor !== null && place !== 'embedded' && place !== 'sub');
    clauses.push(...drafts);
  }
  return { text, sentences, clauses };
}
