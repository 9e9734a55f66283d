import type { AnnotatedSentence } from '../../src/domain/annotation.ts';
import { parseStored } from './stored-json.ts';

/** A stored sentence: without field names it is about half as long. New fields go to the end; a migration fills them in. */
type SentenceRow = readonly [
  start: AnnotatedSentence['start'],
  end: AnnotatedSentence['end'],
  paragraph: AnnotatedSentence['paragraph'],
  speaker: AnnotatedSentence['speaker'],
  verb: AnnotatedSentence['verb'],
  modality: AnnotatedSentence['modality'],
  negated: AnnotatedSentence['negated'],
  eventDate: AnnotatedSentence['eventDate'],
  directSpeech: AnnotatedSentence['directSpeech'],
  opens: AnnotatedSentence['opens'],
  act: AnnotatedSentence['act'],
  opinion: AnnotatedSentence['opinion'],
  background: AnnotatedSentence['background'],
];

function toRow(sentence: AnnotatedSentence): SentenceRow {
  const { start, end, paragraph, speaker, verb, modality, negated } = sentence;
  const { eventDate, directSpeech, opens, act, opinion, background } = sentence;
  return [start, end, paragraph, speaker, verb, modality, negated, eventDate, directSpeech, opens, act, opinion, background];
}

function toSentence(row: SentenceRow): AnnotatedSentence {
  const [start, end, paragraph, speaker, verb, modality, negated, ...rest] = row;
  const [eventDate, directSpeech, opens, act, opinion, background] = rest;
  const annotation = { speaker, verb, modality, negated, eventDate, directSpeech };
  return { start, end, paragraph, ...annotation, opens, act, opinion, background };
}

/** Sentences as one text. */
export function encodeSentences(sentences: readonly AnnotatedSentence[]): string {
  return JSON.stringify(sentences.map(toRow));
}

/** The sentences that `encodeSentences` wrote. */
export function decodeSentences(stored: string): readonly AnnotatedSentence[] {
  return parseStored<readonly SentenceRow[]>(stored).map(toSentence);
}
