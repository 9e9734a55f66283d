import { findDates } from '../../corpus/dates.ts';
import { locateQuote } from '../../corpus/locate-quote.ts';
import type { Span } from '../../corpus/spans.ts';
import { type AnnotatedSentence, THE_ARTICLE } from '../../domain/annotation.ts';
import { cite } from '../../domain/citation.ts';
import type { Claim } from '../../domain/claim.ts';
import type { ReadArticle } from '../../ports/article-store.ts';
import { CORRECTION } from '../read-sentences.ts';
import { namesSpeaker } from '../speaker-names.ts';
import type { ToldClaim } from './model-schemas.ts';

type Aliases = readonly (readonly string[])[];

/** A quote longer than this is no longer a quote that anybody reads in a chat. In characters. */
const LONGEST_QUOTE = 700;
/** Sentences before the quoted ones that are taken along when these lean on them. */
const MOST_CONTEXT = 2;

/** Where a quote stands and the sentences it is widened to. */
interface Located {
  readonly span: Span;
  readonly sentences: readonly AnnotatedSentence[];
}

function firstThatStands(sentences: readonly AnnotatedSentence[], index: number): number {
  for (let from = index; from >= Math.max(0, index - MOST_CONTEXT); from -= 1) {
    if (sentences[from]?.opens === 'none') return from;
  }
  return index;
}

/**
 * Finds the model's quote in the article and widens it to whole sentences, back to one that stands alone: half a
 * sentence can say the opposite of the whole ("denied that …"). Null when the article does not have these words.
 */
export function locateSentences({ article, sentences }: ReadArticle, quote: string): Located | null {
  const found = locateQuote(article.text, quote);
  if (!found) return null;
  const first = sentences.findIndex(({ end }) => end > found.start);
  const last = sentences.findLastIndex(({ start }) => start < found.end);
  if (first === -1 || last < first) return null;
  const met = sentences.slice(first, last + 1);
  const wide = sentences.slice(firstThatStands(sentences, first), last + 1);
  const spanOf = (list: readonly AnnotatedSentence[]): Span => ({ start: list[0]?.start ?? 0, end: list.at(-1)?.end ?? 0 });
  const fits = ({ start, end }: Span): boolean => end - start <= LONGEST_QUOTE;
  const span = [spanOf(wide), spanOf(met)].find(fits);
  return span ? { span, sentences: met } : null;
}

/** The sentence that makes the claim: the last in which its speaker speaks, else the last. */
function mainSentence(sentences: readonly AnnotatedSentence[], speaker: string | null, aliases: Aliases): AnnotatedSentence | undefined {
  const spoken = sentences.findLast(
    (sentence) => sentence.speaker !== null && speaker !== null && namesSpeaker(sentence.speaker, [speaker], aliases),
  );
  return spoken ?? sentences.at(-1);
}

/** The speaker by the name that the article has for him, where the model's is the same one. */
function speakerOf(told: string | null, read: string | null, aliases: Aliases): string | null {
  if (told === null || told.toLowerCase() === THE_ARTICLE) return told === null ? null : THE_ARTICLE;
  return read !== null && namesSpeaker(read, [told], aliases) ? read : told;
}

/** The event's date is the one that code has read in the sentence; the model's only where the quote gives it. */
function eventDateOf(told: ToldClaim, main: AnnotatedSentence | undefined, quote: string, published: string | null): string | null {
  if (main?.eventDate != null) return main.eventDate;
  const dates = findDates(quote, published).map(({ value }) => value);
  return told.date !== null && dates.includes(told.date) ? told.date : null;
}

/** A correction says first what was wrong. It is told in its own words, with the sentence after it, or it would spread the error. */
export function toCorrection({ article, sentences }: ReadArticle, { span }: Located): Claim | null {
  const first = sentences.find(({ end }) => end > span.start);
  if (!first || !CORRECTION.test(article.text.slice(first.start, first.end))) return null;
  const next = sentences.find(({ start, paragraph }) => start >= first.end && paragraph === first.paragraph);
  const citation = cite(article, first.start, Math.max(span.end, next?.end ?? 0));
  const { modality, negated } = first;
  const text = citation.quote.replace(/\s+/gu, ' ').trim();
  return { text, speaker: THE_ARTICLE, verb: null, modality, negated, eventDate: null, directSpeech: false, citations: [citation] };
}

/** A claim of the model on the article's own words, not yet checked; null when the quote is not in the article. */
export function toClaim(read: ReadArticle, told: ToldClaim, aliases: Aliases): Claim | null {
  const located = locateSentences(read, told.quote);
  if (!located) return null;
  const correction = toCorrection(read, located);
  if (correction) return correction;
  const { article } = read;
  const citation = cite(article, located.span.start, located.span.end);
  const main = mainSentence(located.sentences, told.speaker, aliases);
  const text = told.claim.replace(/\s+/gu, ' ').trim();
  return {
    text,
    speaker: speakerOf(told.speaker, main?.speaker ?? null, aliases),
    verb: told.verb,
    modality: main?.modality ?? 'fact',
    negated: main?.negated ?? false,
    eventDate: eventDateOf(told, main, citation.quote, article.published),
    directSpeech: (main?.directSpeech ?? false) && /["“„«]/u.test(text),
    citations: [citation],
  };
}
