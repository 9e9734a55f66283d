import { findClauses } from '../../corpus/clauses.ts';
import { findQuotations } from '../../corpus/quotations.ts';
import { has, isDatePart, type SentenceToken, tokenizeSentence } from '../../corpus/sentence-tokens.ts';
import type { Span } from '../../corpus/spans.ts';
import { synonymsOf } from '../../corpus/synonyms.ts';
import { stemOf } from '../../corpus/terms.ts';
import { FORM } from '../../corpus/verb-forms.ts';
import { WORD } from '../../corpus/word-classes.ts';
import { isSpeech } from './statement.ts';

type Tokens = readonly SentenceToken[];

/** The verb that a date belongs to. */
export interface DateAnchor {
  readonly key: string;
  /** True for verbs of speech, and for those by which a statement comes out. */
  readonly speech: boolean;
  /** Whether its time lies before the article or after it, where its form tells. */
  readonly tense: 'past' | 'ahead' | null;
}

/** By these a statement is made as much as by "said": "in a letter published on Monday". */
const COMES_OUT: ReadonlySet<string> = new Set('publish issue release post circulate send broadcast air unveil launch'.split(' '));
const AUXILIARY = WORD.be | WORD.have | WORD.do | WORD.modal;
/** Where the stretch ends within which a date follows its verb. */
const BREAK = /^(?:[,;:()—–]|that|who|which|when|because|while|if|although|though|where)$/;
/** What may stand between the beginning of a stretch and the date that opens it: "late on", "by the end of". */
const LEAD = WORD.preposition | WORD.determiner | WORD.coordinator | WORD.adverb;
const LEADING = /^(?:early|late|mid|end|start|beginning|last|next)$/;

/** Finite verbs, participles and infinitives; a word that may be a noun counts only as the verb of a clause. */
function verbsOf(tokens: Tokens): ReadonlySet<number> {
  const verbs = new Set(findClauses(tokens).map(({ at }) => at));
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if ((token.capital && index > 0) || before?.possessive === true || has(before, WORD.determiner)) continue;
    const forms = token.verb?.forms ?? 0;
    // "derailed", "collapsed": verbs that the closed list does not know.
    const unknown = !token.verb && /^\p{Ll}{3,}ed$/u.test(token.text);
    const nonFinite = (forms & (FORM.participle | FORM.ing)) !== 0 && (forms & (FORM.base | FORM.third)) === 0;
    if (unknown || nonFinite || (before?.lower === 'to' && (forms & FORM.base) !== 0)) verbs.add(index);
  }
  return verbs;
}

/** The verb before a date in its stretch; null when the date opens the stretch, so that its verb is to come; -1 for none that is known. */
function verbBefore(tokens: Tokens, verbs: ReadonlySet<number>, at: number): number | null {
  let dated = false;
  let opens = true;
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (!token || BREAK.test(token.lower) || token.kind === 'quote') break;
    if (verbs.has(index)) return index;
    // "arrived on Monday and on Tuesday met": the second date belongs to what follows.
    if (dated && has(token, WORD.coordinator)) return null;
    dated ||= isDatePart(token) && has(token, WORD.day | WORD.month);
    opens &&= has(token, LEAD) || isDatePart(token) || LEADING.test(token.lower);
  }
  return opens ? null : -1;
}

/** The verb of the clause that a date opens, or the verb right behind the date ("Newsom on Monday signed"). */
function verbAfter(tokens: Tokens, end: number, opens: boolean): number {
  const clauses = findClauses(tokens);
  const after = clauses.filter(({ at }) => (tokens[at]?.start ?? 0) >= end);
  const next = tokens.findIndex(({ start }) => start >= end);
  if (!opens) return after.find(({ groupStart }) => next !== -1 && groupStart - next <= 1)?.at ?? -1;
  return (after.find(({ place }) => place === 'main' || place === 'shared') ?? after[0] ?? clauses.at(-1))?.at ?? -1;
}

function tenseAt(tokens: Tokens, index: number): DateAnchor['tense'] {
  const group = tokens.slice(Math.max(0, index - 4), index + 2).map(({ lower }) => lower);
  if (group.some((word) => /^(?:will|would|shall|to|due|set|expected|scheduled|planned|plans)$/.test(word))) return 'ahead';
  const token = tokens[index];
  const past = token?.verb ? (token.verb.forms & (FORM.past | FORM.participle)) !== 0 : /ed$|^(?:was|were|had)$/u.test(token?.lower ?? '');
  return past ? 'past' : null;
}

function anchorAt(tokens: Tokens, index: number): DateAnchor | null {
  const token = tokens[index];
  if (!token) return null;
  const tense = tenseAt(tokens, index);
  if (token.verb) {
    const { lemma, class: verbClass } = token.verb;
    return { key: stemOf(lemma), speech: isSpeech(verbClass) || COMES_OUT.has(lemma), tense };
  }
  const named = has(token, AUXILIARY)
    ? tokens.slice(index + 1).find((word) => word.kind === 'word' && !has(word, AUXILIARY | WORD.negation))
    : token;
  return named ? { key: stemOf(named.lower), speech: false, tense } : null;
}

/** The verb that a date in a sentence belongs to: the one before it in its stretch, else that of the clause which it opens. */
export function anchorOf(text: string, sentence: Span, date: Span): DateAnchor | null {
  const tokens = tokenizeSentence(text, sentence, findQuotations(text, sentence));
  const at = tokens.findIndex(({ end }) => end > date.start);
  if (at === -1) return null;
  const before = verbBefore(tokens, verbsOf(tokens), at);
  return anchorAt(tokens, before === null || before === -1 ? verbAfter(tokens, date.end, before === null) : before);
}

/** True when two verbs tell one event: the same, a synonym, or two of speech. */
export function isSameAnchor(left: DateAnchor, right: DateAnchor): boolean {
  return left.key === right.key || (left.speech && right.speech) || synonymsOf(left.key).has(right.key);
}
