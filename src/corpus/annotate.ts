import { type AnnotatedSentence, THE_ARTICLE } from '../domain/annotation.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { isBackground } from './background.ts';
import { eventDateOf } from './event-date.ts';
import { modalityOf } from './modality.ts';
import { type ArticleNames, namesInArticle } from './names-in-article.ts';
import { isNegated } from './negation.ts';
import { isNameToken } from './noun-phrases.ts';
import { explainSpeaker, type Opening, openingOf, type SentenceBefore } from './opens.ts';
import { isOpinion } from './opinion.ts';
import { countWordsUpTo, findQuotations } from './quotations.ts';
import { type SentenceToken, tokenizeSentence } from './sentence-tokens.ts';
import type { Span } from './spans.ts';
import { readStatement, type Statement } from './statement.ts';

export interface AnnotateOptions {
  readonly title: string;
  readonly published: LocalDate | null;
  /** Two letters, as "en"; null counts as English. */
  readonly language: string | null;
}

/** Fewer quoted words than these are a turn of phrase ("golden era") and nobody's speech. */
const QUOTED_WORDS = 3;
/** An event that lies so far before the article is told as its background. */
const BACKGROUND_YEARS = 1;
const LONGEST_READ = 3_000;

interface SentenceInText extends Span {
  readonly paragraph: number;
  readonly quotes: readonly Span[];
  readonly tokens: readonly SentenceToken[];
  /** Where the sentence begins behind a dateline ("BEIJING, 11 January (Wire) - "). */
  readonly bodyStart: number;
}

interface Previous extends SentenceBefore {
  readonly paragraph: number;
  /** Years that the paragraph has named so far. */
  readonly years: Set<string>;
  readonly annotated: AnnotatedSentence;
}

function paragraphsOf(sentences: readonly Span[], paragraphs: readonly Span[]): readonly number[] {
  let paragraph = 0;
  return sentences.map(({ start }) => {
    while (paragraph < paragraphs.length - 1 && start >= (paragraphs[paragraph]?.end ?? 0)) paragraph += 1;
    return paragraph;
  });
}

/** Index of the first token behind a dateline, or behind marks that no sentence begins with. */
function bodyToken(tokens: readonly SentenceToken[]): number {
  let at = 0;
  while (at < tokens.length && tokens[at]?.kind === 'mark' && tokens[at]?.text !== '(') at += 1;
  const place = tokens[at];
  if (!place || !/^[\p{Lu}./-]{3,}$/u.test(place.text)) return at;
  const dash = tokens.findIndex(({ text }, index) => index > at && index < at + 18 && /^(?:[-–—]|--)$/.test(text));
  return dash === -1 ? at : dash + 1;
}

function placeSentences(text: string, sentences: readonly Span[], paragraphs: readonly Span[]): readonly SentenceInText[] {
  const quotations = paragraphs.map((paragraph) => findQuotations(text, paragraph));
  const numbers = paragraphsOf(sentences, paragraphs);
  let next = 0;
  let current = -1;
  return sentences.map(({ start, end }, index) => {
    const paragraph = numbers[index] ?? 0;
    if (paragraph !== current) [current, next] = [paragraph, 0];
    const all = quotations[paragraph] ?? [];
    while (next < all.length && (all[next]?.end ?? 0) <= start) next += 1;
    const quotes: Span[] = [];
    for (let at = next; at < all.length; at += 1) {
      const quote = all[at];
      if (!quote || quote.start >= end) break;
      quotes.push({ start: Math.max(quote.start, start), end: Math.min(quote.end, end) });
    }
    const tokens = tokenizeSentence(text, { start, end }, quotes);
    const body = bodyToken(tokens);
    return {
      start,
      end,
      paragraph,
      quotes,
      tokens: tokens.slice(body),
      bodyStart: tokens[body]?.start ?? start,
    };
  });
}

function hasDirectSpeech(text: string, { quotes }: SentenceInText): boolean {
  return quotes.some(({ start, end }) => countWordsUpTo(text.slice(start, Math.min(end, start + 200)), QUOTED_WORDS) >= QUOTED_WORDS);
}

/** Everything of the sentence stands between quotation marks: its speaker, if any, is named next to it. */
function isWhollyQuoted({ tokens }: SentenceInText): boolean {
  return tokens.length > 0 && tokens.every(({ kind }) => kind !== 'word') && tokens.some(({ kind }) => kind === 'quote');
}

/** The pronoun that is subject of the main clause with no name before it that it might stand for. */
function pronounSubject({ subjects, actor, verb }: Statement, tokens: readonly SentenceToken[]): string | null {
  const subject = verb !== null && actor?.kind === 'pronoun' ? actor : subjects[0];
  if (subject?.kind !== 'pronoun' || !/^(?:he|she|it|they)$/.test(subject.name ?? '')) return null;
  const at = tokens.findIndex(({ lower, kind }) => kind === 'word' && lower === subject.name);
  const named = tokens.slice(0, Math.max(at, 0)).some((_, index) => index > 0 && isNameToken(tokens, index));
  return named && verb === null ? null : subject.name;
}

function speakerOf({ actor, verb }: Statement, opening: Opening): string | null {
  if (verb === null) return actor?.kind === 'unnamed' ? null : THE_ARTICLE;
  if (actor === null || actor.kind === 'unnamed') return null;
  if (actor.kind === 'pronoun') return opening.stands;
  return actor.kind === 'definite' ? (opening.stands ?? actor.name) : (actor.name ?? THE_ARTICLE);
}

function isLongAgo(eventDate: string | null, published: LocalDate | null): boolean {
  if (eventDate === null || published === null) return false;
  const limit = `${Number(published.slice(0, 4)) - BACKGROUND_YEARS}${published.slice(4)}`;
  return eventDate < limit.slice(0, eventDate.length);
}

function annotateEnglish(
  text: string,
  sentence: SentenceInText,
  names: ArticleNames,
  previous: Previous | null,
  published: LocalDate | null,
): Previous {
  const { start, end, paragraph, tokens, bodyStart } = sentence;
  const body = text.slice(bodyStart, Math.min(end, bodyStart + LONGEST_READ));
  const before = previous?.paragraph === paragraph ? previous : null;
  const years = before?.years ?? new Set<string>();
  const statement = readStatement(tokens, body, names);
  const found = openingOf(body, tokens, pronounSubject(statement, tokens), before, names);
  // "The ban took effect" at the very head of an article leans on nothing but the headline.
  const opened: Opening = previous === null && found.opens === 'dangling' && /^the /iu.test(body) ? { opens: 'none', stands: null } : found;
  const opening = opened.opens === 'none' ? explainSpeaker(statement, before, names) : opened;
  const speaker = speakerOf(statement, opening);
  const { verb, act, tense } = statement;
  const judges = verb === null && speaker === THE_ARTICLE && isOpinion(body);
  const eventDate = eventDateOf(
    text,
    { start: bodyStart, end },
    statement.verbStart,
    tense === 'modal' || tense === 'present',
    published,
    years,
  );
  const annotated: AnnotatedSentence = {
    start,
    end,
    paragraph,
    speaker,
    verb,
    modality: modalityOf(body),
    negated: isNegated(verb === 'conceded' ? body : body.replace(/^(?:while|although|though|despite)\b[^,]*,/iu, '')),
    eventDate,
    directSpeech: verb !== null && verb !== 'did' && speaker !== THE_ARTICLE && hasDirectSpeech(text, sentence),
    opens: opening.opens,
    act,
    opinion: judges,
    background:
      (verb === null || act || tense === 'pluperfect') &&
      (isBackground(body, tense) || (tense !== 'modal' && isLongAgo(eventDate, published))),
  };
  const subjects = statement.subjects.map((actor) =>
    actor.kind === 'definite' && opening.stands !== null ? { ...actor, kind: 'body' as const, name: opening.stands } : actor,
  );
  return { paragraph, years, annotated, tokens, subjects };
}

/** A sentence that goes on with what somebody is quoted as saying; who, only the sentence before can tell. */
function annotateQuoted(text: string, sentence: SentenceInText, previous: Previous | null): Previous {
  const { start, end, paragraph, tokens } = sentence;
  const before = previous?.paragraph === paragraph ? previous : null;
  const told = before?.annotated.directSpeech === true && before.annotated.speaker !== null;
  const words = text.slice(start, Math.min(end, start + LONGEST_READ));
  const annotated: AnnotatedSentence = {
    start,
    end,
    paragraph,
    speaker: told ? before.annotated.speaker : null,
    verb: told ? 'said' : null,
    modality: modalityOf(words),
    negated: isNegated(words),
    eventDate: null,
    directSpeech: told && hasDirectSpeech(text, sentence),
    opens: told ? 'resolved' : 'dangling',
    act: false,
    opinion: false,
    background: false,
  };
  return { paragraph, years: before?.years ?? new Set(), annotated, tokens, subjects: [] };
}

function annotateForeign(text: string, sentence: SentenceInText, published: LocalDate | null): AnnotatedSentence {
  const { start, end, paragraph } = sentence;
  const eventDate = eventDateOf(text, { start, end }, null, false, published, new Set());
  return {
    start,
    end,
    paragraph,
    speaker: THE_ARTICLE,
    verb: null,
    modality: 'fact',
    negated: false,
    eventDate,
    directSpeech: hasDirectSpeech(text, sentence),
    opens: 'none',
    act: false,
    opinion: false,
    background: false,
  };
}

/**
 * One quotation over two sentences, with its speaker named behind it: the first is his as surely as the second, and the
 * second is only whole together with the first.
 */
function joinQuotations(placed: readonly SentenceInText[], annotated: readonly AnnotatedSentence[]): readonly AnnotatedSentence[] {
  const goesOn = (index: number): boolean => {
    const [first, second] = [placed[index], placed[index + 1]];
    const opening = first?.quotes.at(-1);
    return (
      opening !== undefined &&
      second !== undefined &&
      first?.paragraph === second.paragraph &&
      opening.end === first.end &&
      second.quotes[0]?.start === second.start
    );
  };
  return annotated.map((sentence, index) => {
    const after = annotated[index + 1];
    if (
      sentence.verb === null &&
      sentence.speaker === null &&
      sentence.opens === 'dangling' &&
      goesOn(index) &&
      after?.directSpeech === true &&
      after.speaker !== null
    ) {
      return { ...sentence, speaker: after.speaker, verb: after.verb, directSpeech: true, opens: 'none' };
    }
    return index > 0 && goesOn(index - 1) && sentence.opens === 'none' ? { ...sentence, opens: 'resolved' } : sentence;
  });
}

/**
 * Annotates the sentences of one article, in order: who says or does what, how firmly, when, and whether the sentence
 * stands alone. Made once, at ingest, without a model; what the rules are not sure of is left open and never guessed.
 */
export function annotateSentences(
  text: string,
  sentences: readonly Span[],
  paragraphs: readonly Span[],
  { title, published, language }: AnnotateOptions,
): readonly AnnotatedSentence[] {
  const placed = placeSentences(text, sentences, paragraphs);
  if (language !== null && !/^en\b/iu.test(language)) return placed.map((sentence) => annotateForeign(text, sentence, published));
  const titleTokens = tokenizeSentence(title, { start: 0, end: title.length }, []);
  const names = namesInArticle([titleTokens, ...placed.map(({ tokens }) => tokens)]);
  const annotated: AnnotatedSentence[] = [];
  let previous: Previous | null = null;
  for (const sentence of placed) {
    previous = isWhollyQuoted(sentence)
      ? annotateQuoted(text, sentence, previous)
      : annotateEnglish(text, sentence, names, previous, published);
    annotated.push(previous.annotated);
  }
  return joinQuotations(placed, annotated);
}
