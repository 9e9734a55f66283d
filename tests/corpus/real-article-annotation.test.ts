import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createArticleReader } from '../../adapters/sources/create-article-reader.ts';
import { annotateSentences } from '../../src/corpus/annotate.ts';
import { cleanText } from '../../src/corpus/clean-text.ts';
import { splitParagraphs } from '../../src/corpus/paragraphs.ts';
import { splitSentences } from '../../src/corpus/sentences.ts';
import type { AnnotatedSentence, Annotation } from '../../src/domain/annotation.ts';

/** An article as users have them. It is not ours to publish: a clone on its own has none, and its sentences go by number. */
const FILE = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus', '000_0c90a191f0abd8d8.txt');
const present = existsSync(FILE);
if (!present) console.log('real-article-annotation: no article beside this clone; passed over');

const HE = 'James Cleverly';
const THEY = 'Commons Foreign Affairs Committee';

type Row = readonly [
  sentence: number,
  speaker: string | null,
  verb: Annotation['verb'],
  modality: Annotation['modality'],
  negated: boolean,
  opens: AnnotatedSentence['opens'],
  kind: 'act' | 'opinion' | 'background' | 'statement',
];

/** What an editor made of it by hand: the subject speaks, nothing is inherited, a pronoun resolves to a single subject before it. */
const EDITED: readonly Row[] = [
  [1, HE, 'said', 'fact', true, 'none', 'statement'],
  [2, HE, 'said', 'must', false, 'none', 'statement'],
  [3, HE, 'said', 'believes', false, 'none', 'statement'],
  [4, HE, 'said', 'fact', false, 'resolved', 'statement'],
  [5, HE, 'conceded', 'fact', true, 'none', 'statement'],
  [6, HE, 'said', 'must', false, 'none', 'statement'],
  [7, HE, 'said', 'believes', false, 'none', 'statement'],
  [8, HE, 'denied', 'fact', false, 'resolved', 'statement'],
  [9, HE, 'said', 'if', false, 'none', 'statement'],
  [10, 'article', null, 'fact', true, 'none', 'statement'],
  [11, 'article', null, 'fact', false, 'none', 'opinion'],
  [12, 'article', null, 'fact', false, 'dangling', 'opinion'],
  [13, 'article', null, 'fact', false, 'none', 'opinion'],
  [14, 'article', null, 'fact', false, 'none', 'background'],
  [15, 'article', null, 'may', false, 'none', 'opinion'],
  [16, null, 'said', 'fact', false, 'dangling', 'statement'],
  [17, THEY, 'called for', 'fact', false, 'none', 'act'],
  [18, THEY, 'said', 'must', false, 'resolved', 'statement'],
  [19, 'article', null, 'fact', false, 'none', 'opinion'],
];

/** Where the editor's quotes begin and end, as sentences and as offsets of the text. */
const QUOTES = [
  [1, 1, 0, 180],
  [2, 2, 181, 340],
  [9, 9, 1306, 1455],
  [17, 18, 2451, 2778],
  [6, 6, 883, 1038],
  [7, 8, 1040, 1304],
  [5, 5, 666, 882],
  [15, 16, 2182, 2449],
] as const;

describe.skipIf(!present)('the real article, sentence by sentence', () => {
  let sentences: readonly AnnotatedSentence[] = [];

  beforeAll(async () => {
    const items = await Array.fromAsync(createArticleReader({ outlet: null, language: null }).read(FILE));
    const [item] = items;
    if (item?.kind !== 'article' || items.length !== 1) throw new Error('one article was expected');
    const text = cleanText(item.raw.text);
    const options = { title: '', published: item.raw.published, language: 'en' };
    sentences = annotateSentences(text, splitSentences(text), splitParagraphs(text), options);
  });

  it('has nineteen sentences in ten paragraphs', () => {
    expect(sentences).toHaveLength(19);
    expect(sentences.at(-1)?.paragraph).toBe(9);
  });

  it.each(EDITED)('S%i: %s, %s, %s, negated %s, opens %s, %s', (number, speaker, verb, modality, negated, opens, kind) => {
    const found = sentences[number - 1];
    expect(found).toMatchObject({ speaker, verb, modality, negated, opens, act: kind === 'act', opinion: kind === 'opinion' });
    if (kind !== 'opinion') expect(found?.background).toBe(kind === 'background');
  });

  it('holds no event date although it has a date, and no direct speech although it has quotation marks', () => {
    expect(sentences.filter(({ eventDate, directSpeech }) => eventDate !== null || directSpeech)).toEqual([]);
  });

  it.each(QUOTES)('has S%i to S%i at %i to %i', (from, to, start, end) => {
    expect([sentences[from - 1]?.start, sentences[to - 1]?.end]).toEqual([start, end]);
  });

  it('has five sentences of its own opinion, and five that open on something outside themselves', () => {
    const numbers = (test: (sentence: AnnotatedSentence) => boolean): readonly number[] =>
      sentences.flatMap((sentence, index) => (test(sentence) ? [index + 1] : []));
    expect(numbers(({ opinion }) => opinion)).toEqual([11, 12, 13, 15, 19]);
    expect(numbers(({ opens }) => opens !== 'none')).toEqual([4, 8, 12, 16, 18]);
  });

  it('control: the speaker of the sentence before would be a wrong one', () => {
    const inherited = sentences.map((_, index) => sentences.slice(0, index + 1).findLast(({ verb }) => verb !== null)?.speaker ?? null);
    const wrong = EDITED.filter(([number, speaker]) => inherited[number - 1] !== speaker).map(([number]) => number);
    expect(wrong).toEqual([10, 11, 12, 13, 14, 15, 19]);
  });
});
