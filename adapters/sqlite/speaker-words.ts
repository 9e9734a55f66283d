import { type AnnotatedSentence, THE_ARTICLE } from '../../src/domain/annotation.ts';

// In the index of look-ups a speaker is `p` and his name in hexadecimal: one word of plain letters whatever he is called,
// and no band, which begins with a figure.

/** The word of a speaker. */
export function wordOfSpeaker(speaker: string): string {
  return `p${Buffer.from(speaker).toString('hex')}`;
}

/** The speaker of such a word. */
export function speakerOfWord(word: string): string {
  return Buffer.from(word.slice(1), 'hex').toString();
}

/** True for a speaker with a name of his own. */
function isNamed(speaker: string | null): speaker is string {
  return speaker !== null && speaker !== THE_ARTICLE;
}

/** The words of all named speakers of an article, each once. */
export function speakerWords(sentences: readonly AnnotatedSentence[]): readonly string[] {
  const speakers = sentences.map(({ speaker }) => speaker).filter(isNamed);
  return [...new Set(speakers)].map(wordOfSpeaker);
}
