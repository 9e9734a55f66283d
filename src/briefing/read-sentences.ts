import { termsOf } from '../corpus/terms.ts';
import { type AnnotatedSentence, THE_ARTICLE } from '../domain/annotation.ts';
import { cite } from '../domain/citation.ts';
import type { Claim } from '../domain/claim.ts';
import type { ReadArticle } from '../ports/article-store.ts';
import type { CandidateClaim } from './candidate.ts';
import type { EvidenceStory } from './evidence.ts';
import { subjectsOf } from './subjects.ts';
import { weighClaim } from './weigh-claim.ts';

/** A quote longer than this is no longer a quote that anybody reads in a chat. */
const LONGEST_QUOTE = 700;

/**
 * Index of the sentence where a quote must begin for sentence `index` to stand alone; null when no quote does.
 * A sentence that leans on the one before takes it along, one step and no further: two such steps are a guess.
 */
function quoteStart(sentences: readonly AnnotatedSentence[], index: number): number | null {
  const sentence = sentences[index];
  if (!sentence) return null;
  if (sentence.opens === 'none') return index;
  const before = sentences[index - 1];
  if (!before || before.paragraph !== sentence.paragraph || before.opens !== 'none') return null;
  // What one says must not be read under the name of another.
  if (before.speaker !== THE_ARTICLE && before.speaker !== sentence.speaker) return null;
  // With nobody named, a dangling "it" misattributes nothing: the sentence before, quoted whole, says what it is.
  return sentence.opens === 'resolved' || (sentence.speaker === null && sentence.verb !== null) ? index - 1 : null;
}

/** Where an article says "we", it gives its own view. */
const FIRST_PERSON = /(?:^|[.!?] )(?:We|I) /u;

/** Headings, captions and list items are no sentences and say nothing alone. */
const SENTENCE_END = /[.!?…。！？][)\]”’"'»]*$/u;

/** A correction says first what was wrong: quoted without the sentence after it, it would spread the error. */
const CORRECTION = /^(?:correction|clarification|erratum)\b/iu;

function quoteEnd(read: ReadArticle, index: number): number {
  const sentence = read.sentences[index];
  const next = read.sentences[index + 1];
  const corrects = sentence !== undefined && CORRECTION.test(read.article.text.slice(sentence.start, sentence.start + 20));
  return corrects && next?.paragraph === sentence.paragraph ? next.end : (sentence?.end ?? 0);
}

function toClaim(read: ReadArticle, sentence: AnnotatedSentence, start: number, end: number): Claim {
  const citation = cite(read.article, start, end);
  const { speaker, verb, modality, negated, eventDate, directSpeech } = sentence;
  const text = citation.quote.replace(/\s+/gu, ' ').trim();
  return { text, speaker, verb, modality, negated, eventDate, directSpeech, citations: [citation] };
}

/**
 * The extractive reader: every sentence of the story's article that can be quoted so that it stands alone, as a
 * claim in the article's own words. Nothing is reworded, so that nothing can be said that the article does not say.
 */
export function readSentences(story: EvidenceStory): readonly CandidateClaim[] {
  const { sentences } = story.face;
  const candidates: CandidateClaim[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const from = quoteStart(sentences, index);
    const opening = from === null ? undefined : sentences[from];
    if (from === null || !opening || sentence.end - opening.start > LONGEST_QUOTE) continue;
    const claim = toClaim(story.face, sentence, opening.start, quoteEnd(story.face, index));
    const terms = new Set(termsOf(claim.text));
    if (terms.size < 3 || !SENTENCE_END.test(claim.text)) continue;
    const candidate = {
      claim,
      story,
      index,
      paragraph: sentence.paragraph,
      act: sentence.act,
      opinion: sentence.opinion || FIRST_PERSON.test(claim.text),
      background: sentence.background,
      standsAlone: from === index,
      subjects: subjectsOf(terms),
      terms,
    };
    candidates.push({ ...candidate, weight: weighClaim(candidate, sentences.length) });
  }
  return candidates;
}

/** True when somebody other than the article speaks or acts in the claim. */
export function hasActor({ claim }: Pick<CandidateClaim, 'claim'>): boolean {
  return claim.speaker !== null && claim.speaker !== THE_ARTICLE;
}
