import { annotateSentences } from '../../src/corpus/annotate.ts';
import { splitParagraphs } from '../../src/corpus/paragraphs.ts';
import { splitSentences } from '../../src/corpus/sentences.ts';
import type { AnnotatedSentence } from '../../src/domain/annotation.ts';

/** The day on which all cases are published: a Wednesday. */
const PUBLISHED = '2025-03-12';

export type Expected = Omit<AnnotatedSentence, 'start' | 'end' | 'paragraph'>;

export interface AnnotateCase {
  readonly sentence: string;
  readonly before: string;
  readonly expected: Expected;
  /** True for what is known to be annotated wrongly, marked by a leading `?`: told so that nobody takes it for right. */
  readonly knownWrong: boolean;
}

/**
 * Cases as lines: `speaker | verb | modality | flags | sentence`, or `… | before >> sentence`. `-` is null; ` // ` in
 * what stands before parts paragraphs. Flags: neg, quoted, act, opinion, background, resolved, dangling, or a date.
 */
export function parseCases(lines: string): readonly AnnotateCase[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(parseCase);
}

function parseCase(marked: string): AnnotateCase {
  const knownWrong = marked.startsWith('?');
  const line = marked.replace(/^\?\s*/u, '');
  const [speaker = '', verb = '', modality = '', flagText = '', rest = ''] = line.split('|').map((part) => part.trim());
  const flags = flagText.split(' ');
  const [before = '', sentence = ''] = rest.includes(' >> ') ? rest.split(' >> ') : ['', rest];
  const expected = {
    speaker: speaker === '-' ? null : speaker,
    verb: verb === '-' ? null : verb,
    modality,
    negated: flags.includes('neg'),
    eventDate: flags.find((flag) => /^\d{4}/u.test(flag)) ?? null,
    directSpeech: flags.includes('quoted'),
    opens: flags.find((flag) => flag === 'resolved' || flag === 'dangling') ?? 'none',
    act: flags.includes('act'),
    opinion: flags.includes('opinion'),
    background: flags.includes('background'),
  } as Expected;
  return { sentence, before: before.replaceAll(' // ', '\n\n'), expected, knownWrong };
}

/** What is found for the last sentence of a case. */
export function annotateCase({ before, sentence }: AnnotateCase): Expected | null {
  const text = before === '' ? sentence : `${before}${before.endsWith('\n\n') ? '' : ' '}${sentence}`;
  const options = { title: '', published: PUBLISHED, language: 'en' };
  const found = annotateSentences(text, splitSentences(text), splitParagraphs(text), options).at(-1);
  if (!found) return null;
  const { start: _start, end: _end, paragraph: _paragraph, ...rest } = found;
  return rest;
}
