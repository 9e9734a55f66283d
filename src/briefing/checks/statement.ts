import { type Actor, actorOf } from '../../corpus/actor.ts';
import { type Clause, findClauses } from '../../corpus/clauses.ts';
import type { ArticleNames } from '../../corpus/names-in-article.ts';
import { readForward } from '../../corpus/noun-phrases.ts';
import { findQuotations } from '../../corpus/quotations.ts';
import { type SentenceToken, tokenizeSentence } from '../../corpus/sentence-tokens.ts';
import { splitSentences } from '../../corpus/sentences.ts';
import type { Span } from '../../corpus/spans.ts';
import type { VerbClass } from '../../domain/annotation.ts';
import { doerOf, somebodysWords, subjectText } from './clause-subject.ts';
import { type ContentWord, contentWords } from './content-words.ts';

/** One clause of a claim or of a quote, with what the checks compare. */
export interface StatementClause extends Span {
  readonly sentence: number;
  readonly words: readonly ContentWord[];
  readonly keys: ReadonlySet<string>;
  /** `keys` without those of a subject that is somebody: what the clause says of him. */
  readonly content: ReadonlySet<string>;
  readonly lemma: string | null;
  readonly class: VerbClass | null;
  readonly tense: Clause['tense'];
  readonly place: Clause['place'];
  /** Where the verb begins, with its auxiliaries. */
  readonly verbStart: number;
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

interface Draft extends Omit<StatementClause, 'governor' | 'actor' | 'subject'> {
  actor: Actor | null;
  subject: string | null;
  governor: number | null;
  /** True when a mark or a coordinator parts it from what is before it. */
  readonly fresh: boolean;
  /** True for ", who resigned in May,": the article's own words in what somebody else says. */
  readonly aside: boolean;
  /** True when "that" follows the verb, at once or after whom and when: the next clause is what it reports. */
  readonly opensThat: boolean;
}

const NAMED: ReadonlySet<Actor['kind']> = new Set<Actor['kind']>(['person', 'body', 'named', 'office']);

/** Clauses whose subjects are not whom the next sentence calls "he". */
const UNDER: ReadonlySet<Clause['place']> = new Set<Clause['place']>(['embedded', 'sub', 'relative']);

/** True for verbs by which somebody speaks; "announced" and "reported" are speech, "did" is none. */
export function isSpeech(verbClass: VerbClass | null): boolean {
  return verbClass !== null && verbClass !== 'did';
}

/** Passives of these with "to" tell what is generally thought: "is expected to close" has nobody speak. */
const SUPPOSED: ReadonlySet<string> = new Set(
  'expect believe think consider say report allege estimate deem judge forecast hope see ask'.split(' '),
);

function classOf(tokens: readonly SentenceToken[], { at, passive, class: verbClass }: Clause): VerbClass | null {
  return passive && tokens[at + 1]?.lower === 'to' && SUPPOSED.has(tokens[at]?.verb?.lemma ?? '') ? null : verbClass;
}

function draftOf(
  text: string,
  tokens: readonly SentenceToken[],
  clause: Clause,
  range: readonly [number, number],
  sentence: number,
  names: ArticleNames,
): Draft {
  const start = tokens[range[0]]?.start ?? 0;
  const end = tokens[range[1] - 1]?.end ?? start;
  const phrase = doerOf(tokens, clause, range[1]);
  const actor = phrase ? actorOf(tokens, phrase, names) : null;
  const words = contentWords(text, { start, end });
  const somebody = somebodysWords(phrase, actor, tokens);
  const content = words.filter((word) => somebody === null || word.start >= somebody.end || word.end <= somebody.start);
  const before = tokens[range[0] - 1];
  return {
    start,
    end,
    sentence,
    words,
    keys: new Set(words.map(({ key }) => key)),
    content: new Set((content.length > 0 ? content : words).map(({ key }) => key)),
    lemma: tokens[clause.at]?.verb?.lemma ?? null,
    class: classOf(tokens, clause),
    verbStart: tokens[clause.groupStart]?.start ?? start,
    tense: clause.tense,
    place: clause.place,
    actor,
    subject: phrase ? subjectText(text, tokens, phrase, clause.passive ? 0 : clause.groupStart) : null,
    governor: null,
    fresh: before === undefined || before.kind !== 'word' || /^(?:and|but|or|while|although)$/.test(tokens[range[0]]?.lower ?? ''),
    aside: clause.place === 'relative' && tokens[(clause.subject?.from ?? 0) - 1]?.text === ',',
    opensThat: tokens.slice(clause.at + 1, clause.at + 6).some(({ lower }) => lower === 'that'),
  };
}

const LINKS = /^(?:that|and|but|or|while|although|though|if|unless|whether|because|after|before|when|until|since|as|so|where)$/;

/** Where each clause begins: at its subject, or at its verb where another clause stands between the two; links belong to what they lead to. */
function rangesOf(tokens: readonly SentenceToken[], clauses: readonly Clause[]): readonly (readonly [number, number])[] {
  const starts = clauses.map(({ subject, groupStart }, index) => {
    const last = clauses[index - 1];
    if (!last) return 0;
    let from = subject && subject.from < groupStart && subject.from > last.at ? subject.from : Math.max(groupStart, last.at + 1);
    while (from - 1 > last.at && LINKS.test(tokens[from - 1]?.lower ?? '')) from -= 1;
    return from;
  });
  return starts.map((from, index) => [from, Math.max(from + 1, starts[index + 1] ?? tokens.length)]);
}

/** "according to X" speaks as "X said" does. */
function accordingTo(text: string, tokens: readonly SentenceToken[], sentence: number, names: ArticleNames): readonly Draft[] {
  return tokens.flatMap((token, index) => {
    const phrase = token.lower === 'according' && tokens[index + 1]?.lower === 'to' ? readForward(tokens, index + 2) : null;
    if (!phrase) return [];
    const span = { start: token.start, end: tokens[phrase.to - 1]?.end ?? token.end };
    const subject = text.slice(tokens[phrase.from]?.start, span.end);
    return [
      {
        ...wordless(span, sentence),
        lemma: 'say',
        class: 'said' as const,
        place: 'attribution' as const,
        actor: actorOf(tokens, phrase, names),
        subject,
      },
    ];
  });
}

function wordless(span: Span, sentence: number): Draft {
  const none: ReadonlySet<string> = new Set();
  return {
    ...span,
    sentence,
    words: [],
    keys: none,
    content: none,
    lemma: null,
    class: null,
    verbStart: span.start,
    tense: 'present',
    place: 'none',
    actor: null,
    subject: null,
    governor: null,
    fresh: true,
    aside: false,
    opensThat: false,
  };
}

function without(draft: Draft, spans: readonly Span[]): Draft {
  const words = draft.words.filter(({ start }) => !spans.some((span) => start >= span.start && start < span.end));
  if (words.length === draft.words.length) return draft;
  const keys = new Set(words.map(({ key }) => key));
  return { ...draft, words, keys, content: new Set([...draft.content].filter((key) => keys.has(key))) };
}

/** Gives each clause the clause that reports it: speech before an embedded clause, or attribution before or after it. */
function govern(drafts: readonly Draft[], offset: number): void {
  let speech: number | null = null;
  let inside = false;
  for (const [index, draft] of drafts.entries()) {
    if (draft.place === 'attribution') continue;
    const embedded: boolean = isEmbedded(draft, drafts[index - 1], inside);
    // What "and would" goes on with is said by whoever says what is before it.
    if (embedded && draft.place === 'shared') draft.governor = drafts[index - 1]?.governor ?? null;
    else if (embedded && speech !== null) draft.governor = offset + speech;
    inside = embedded && speech !== null;
    if (isSpeech(draft.class)) speech = index;
    else if (!embedded && draft.place === 'main') speech = null;
  }
  for (const [index, draft] of drafts.entries()) {
    if (draft.place !== 'attribution' || !isSpeech(draft.class) || /\bthan\b/u.test(draft.subject ?? '')) continue;
    for (const other of drafts)
      if (other !== draft && other.governor === null && other.place !== 'attribution' && !other.aside) other.governor = offset + index;
  }
}

function isEmbedded({ place, fresh, tense }: Draft, before: Draft | undefined, inside: boolean): boolean {
  if (place === 'embedded') return true;
  const afterSpeech = before !== undefined && isSpeech(before.class) && before.place !== 'attribution';
  // "said that his predecessor, Karl Voss, had fled": the apposition hides that the clause follows "that".
  if (afterSpeech && (place === 'none' || (before.opensThat && (place === 'sub' || place === 'main')))) return true;
  // "said it had failed and would stop": only what goes on without "would" may be an act besides the saying.
  if (inside && place === 'shared' && tense === 'modal') return true;
  return inside && (place === 'coordinate' || place === 'sub' || place === 'relative' || place === 'none' || (place === 'main' && !fresh));
}

/** Subjects left out ("and said") are those of the clause before; a pronoun is the single named subject of the sentence before. */
function resolveActors(drafts: readonly Draft[], before: Draft | undefined): void {
  let last: Actor | null = null;
  for (const draft of drafts) {
    if (draft.actor === null && draft.place === 'shared') draft.actor = last;
    else if (draft.actor?.kind === 'pronoun') resolvePronoun(draft, before, drafts);
    else if (draft.actor?.kind === 'definite' && COMPANY.test(draft.subject ?? '')) resolvePronoun(draft, before, drafts);
    if (draft.place !== 'embedded' && draft.place !== 'relative' && draft.actor !== null) last = draft.actor;
  }
}

function isNamed({ actor }: Draft): boolean {
  return actor !== null && NAMED.has(actor.kind);
}

/** "Intel will cut jobs, the company said": by these an article goes on about the one that it has named. */
const COMPANY =
  /^the (?:company|firm|group|bank|airline|carmaker|chipmaker|manufacturer|maker|retailer|club|lender|operator|charity|university|start-?up|broadcaster|developer|insurer|publisher|business)$/iu;

/** A pronoun takes over the name, and with it what the other sentence says that he is ("Arno Weiss, the spokesman"). */
function resolvePronoun(draft: Draft, before: Draft | undefined, drafts: readonly Draft[]): void {
  // Within its sentence a pronoun stands for whoever spoke first ("Jingye says … it offered").
  const own = drafts[0] === draft ? undefined : drafts.find(isNamed);
  const meant = own ?? before;
  if (!meant?.actor || !isNamed(meant) || (meant.actor.plural && draft.actor?.plural !== true)) return;
  if (draft.actor?.kind === 'pronoun') draft.subject = meant.subject;
  draft.actor = meant.actor;
}

function readSentence(text: string, span: Span, sentence: number, names: ArticleNames): readonly Draft[] {
  const tokens = tokenizeSentence(text, span, findQuotations(text, span));
  const clauses = findClauses(tokens);
  const ranges = rangesOf(tokens, clauses);
  const drafts = clauses.map((clause, index) => draftOf(text, tokens, clause, ranges[index] ?? [0, tokens.length], sentence, names));
  const sources = accordingTo(text, tokens, sentence, names);
  if (drafts.length > 0) return [...drafts.map((draft) => without(draft, sources)), ...sources];
  const words = contentWords(text, span);
  const keys = new Set(words.map(({ key }) => key));
  return [without({ ...wordless(span, sentence), words, keys, content: keys }, sources), ...sources];
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
    before = drafts.find(({ place, actor }) => actor !== null && !UNDER.has(place));
    clauses.push(...drafts);
  }
  return { text, sentences, clauses };
}
