import { termsOf } from '../corpus/terms.ts';
import { type AnnotatedSentence, THE_ARTICLE } from '../domain/annotation.ts';
import { cite } from '../domain/citation.ts';
import type { Claim } from '../domain/claim.ts';
import type { ReadArticle } from '../ports/article-store.ts';
import type { CandidateClaim } from './candidate.ts';
import type { EvidenceStory } from './evidence.ts';
import { subjectsOf } from './subjects.ts';
import { weighClaim } from './weigh-claim.ts';

/** A quote longer than this is no longer a quote that anybody reads in a chat. In characters. */
const LONGEST_QUOTE = 700;

/** Index of the sentence where the quote for sentence `index` begins; null when it cannot be quoted. */
type QuoteStart = (sentences: readonly AnnotatedSentence[], index: number) => number | null;

/** An answer takes along at most this many sentences that its sentence leans on. */
const MOST_CONTEXT = 2;

/**
 * For an answer: a sentence that leans on what stands before it is quoted with it, as a person would read it out. Whoever
 * reads sees what "they" or "the report" is; nobody is named who the article does not name.
 */
const startInContext: QuoteStart = (sentences, index) => {
  for (let from = index; from >= Math.max(0, index - MOST_CONTEXT); from -= 1) {
    if (sentences[from]?.opens === 'none') return from;
  }
  return null;
};

/**
 * For a brief, where every claim is one sentence among others: a sentence that leans on the one before takes it along,
 * one step and no further.
 */
const startAlone: QuoteStart = (sentences, index) => {
  const sentence = sentences[index];
  if (!sentence) return null;
  if (sentence.opens === 'none') return index;
  const before = sentences[index - 1];
  if (!before || before.paragraph !== sentence.paragraph || before.opens !== 'none') return null;
  // What one says must not be read under the name of another.
  if (before.speaker !== THE_ARTICLE && before.speaker !== sentence.speaker) return null;
  // With nobody named, a dangling "it" misattributes nothing: the sentence before, quoted whole, says what it is.
  return sentence.opens === 'resolved' || (sentence.speaker === null && sentence.verb !== null) ? index - 1 : null;
};

/** Where an article says "we", it gives its own view. */
const FIRST_PERSON = /(?:^|[.!?] )(?:We|I) /u;

/** Headings, captions and list items are no sentences and say nothing alone. */
const SENTENCE_END = /[.!?…。！？][)\]”’"'»]*$/u;

/** With fewer words of its own a sentence says nothing alone. */
const FEWEST_TERMS = 3;

/** A correction says first what was wrong: quoted without the sentence after it, it would spread the error. */
export const CORRECTION = /^(?:correction|clarification|erratum)\b/iu;

function quoteEnd({ article, sentences }: ReadArticle, index: number): number {
  const sentence = sentences[index];
  const next = sentences[index + 1];
  const corrects = sentence !== undefined && CORRECTION.test(article.text.slice(sentence.start, sentence.start + 20));
  return corrects && next?.paragraph === sentence.paragraph ? next.end : (sentence?.end ?? 0);
}

/** Index of the first sentence of the quote for sentence `index`; null when no readable quote holds it. */
function openingOf({ article, sentences }: ReadArticle, index: number, quoteStart: QuoteStart): number | null {
  const from = quoteStart(sentences, index);
  if (from === null) return null;
  const quoted = sentences.slice(from, index + 1);
  const length = (quoted.at(-1)?.end ?? 0) - (quoted[0]?.start ?? 0);
  const whole = quoted.every(({ start, end }) => SENTENCE_END.test(article.text.slice(start, end)));
  return whole && length <= LONGEST_QUOTE ? from : null;
}

function toClaim({ article }: ReadArticle, sentence: AnnotatedSentence, start: number, end: number): Claim {
  const citation = cite(article, start, end);
  const { speaker, verb, modality, negated, eventDate, directSpeech } = sentence;
  const text = citation.quote.replace(/\s+/gu, ' ').trim();
  return { text, speaker, verb, modality, negated, eventDate, directSpeech, citations: [citation] };
}

function toCandidate(story: EvidenceStory, index: number, from: number): CandidateClaim | null {
  const { article, sentences } = story.face;
  const [opening, sentence] = [sentences[from], sentences[index]];
  if (!opening || !sentence) return null;
  const claim = toClaim(story.face, sentence, opening.start, quoteEnd(story.face, index));
  const terms = new Set(termsOf(claim.text));
  if (terms.size < FEWEST_TERMS) return null;
  const candidate = {
    claim,
    story,
    index,
    said: article.text.slice(sentence.start, sentence.end),
    paragraph: sentence.paragraph,
    act: sentence.act,
    opinion: sentence.opinion || FIRST_PERSON.test(claim.text),
    background: sentence.background,
    standsAlone: from === index,
    subjects: subjectsOf(terms),
    terms,
  };
  return { ...candidate, weight: weighClaim(candidate, sentences.length) };
}

function read(story: EvidenceStory, quoteStart: QuoteStart): readonly CandidateClaim[] {
  return story.face.sentences.flatMap((_, index) => {
    const from = openingOf(story.face, index, quoteStart);
    const candidate = from === null ? null : toCandidate(story, index, from);
    return candidate === null ? [] : [candidate];
  });
}

/**
 * The extractive reader: every sentence of the story's article that can be quoted so that it stands alone, as a
 * claim in the article's own words. Nothing is reworded, so that nothing can be said that the article does not say.
 */
export function readSentences(story: EvidenceStory): readonly CandidateClaim[] {
  return read(story, startAlone);
}

/** The same for answers: sentences that stand alone only with one or two before them are quoted with these. */
export function readInContext(story: EvidenceStory): readonly CandidateClaim[] {
  return read(story, startInContext);
}

/** True when somebody other than the article speaks or acts in the claim. */
export function hasActor({ claim }: Pick<CandidateClaim, 'claim'>): boolean {
  return claim.speaker !== null && claim.speaker !== THE_ARTICLE;
}
