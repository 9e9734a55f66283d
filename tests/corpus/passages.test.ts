import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPassages } from '../../src/corpus/passages.ts';
import { splitSentences } from '../../src/corpus/sentences.ts';
import type { Span } from '../../src/corpus/spans.ts';
import { countWords } from '../../src/corpus/tokens.ts';
import { longNewsText } from '../support/hostile-text.ts';

const LONGEST = 1_500;
type Split = (text: string, sentences: readonly Span[]) => readonly Span[];

function passagesOf(text: string): readonly string[] {
  return splitPassages(text, splitSentences(text)).map(({ start, end }) => text.slice(start, end));
}

const sentence = (words: number): string => `The ${'word '.repeat(words - 2)}end.`;

describe('passages', () => {
  it('are one for a short article, across its paragraphs', () => {
    const text = `${sentence(20)}\n\n${sentence(30)}`;
    expect(passagesOf(text)).toEqual([text]);
  });

  it('end with a paragraph once they have eighty words', () => {
    const [first, second] = [[sentence(45), sentence(45)].join(' '), sentence(40)];
    expect(passagesOf(`${first}\n\n${second}`)).toEqual([first, second]);
  });

  it('hold at most 180 words', () => {
    const text = Array.from({ length: 12 }, () => sentence(50)).join(' ');
    expect(passagesOf(text).map(countWords)).toEqual([150, 150, 150, 150]);
  });

  it('are none for a text without a sentence', () => {
    expect(splitPassages('', [])).toEqual([]);
  });

  it('cut a sentence that is too long at a word, and one without blanks between characters', () => {
    const spaced = `${'word '.repeat(1_000)}end.`;
    for (const passage of passagesOf(spaced)) expect(passage).toMatch(/^(?:word ?)+(?:end\.)?$/u);
    expect(passagesOf(spaced).join(' ')).toBe(spaced);
    const unspaced = '😀'.repeat(2_000);
    expect(passagesOf(unspaced).every((passage) => passage.isWellFormed() && passage.length <= LONGEST)).toBe(true);
    expect(passagesOf(unspaced).join('')).toBe(unspaced);
  });
});

/** In order, apart, not too long, of whole sentences, and every sentence in one. */
function holds(split: Split): (text: string) => boolean {
  return (text) => {
    const sentences = splitSentences(text);
    const passages = split(text, sentences);
    const inOrder = passages.every(({ start, end }, index) => start < end && start >= (passages[index - 1]?.end ?? 0));
    const short = passages.every(({ start, end }) => end - start <= LONGEST);
    const whole = sentences.every((one) => passages.some(({ start, end }) => start <= one.start && one.end <= end));
    const bounded = passages.every(
      (one) => sentences.some(({ start }) => start === one.start) && sentences.some(({ end }) => end === one.end),
    );
    return inOrder && short && whole && bounded;
  };
}

const byCount: Split = (text) =>
  Array.from({ length: Math.ceil(text.length / LONGEST) }, (_, index) => ({
    start: index * LONGEST,
    end: Math.min(text.length, (index + 1) * LONGEST),
  }));
const byText: Split = (_, sentences) => [{ start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? 0 }];
const inPairs: Split = (_, sentences) => sentences.filter((__, index) => index % 2 === 0);

describe('passages of any news text', () => {
  const property = (split: Split) => fc.property(longNewsText, holds(split));

  it('are whole sentences, at most 1,500 characters, and leave none out', () => {
    fc.assert(property(splitPassages));
  });

  it.each([
    ['cut by length', byCount],
    ['the whole text', byText],
    ['every second sentence', inPairs],
  ])('control: not so when they are %s', (_, split) => {
    expect(() => fc.assert(property(split), { endOnFailure: true })).toThrow('Counterexample');
  });
});
