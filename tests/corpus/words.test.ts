import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remember } from '../../src/corpus/remember.ts';
import type { Span } from '../../src/corpus/spans.ts';
import { termsOf } from '../../src/corpus/terms.ts';
import { readWords, termsOfEach, type Words } from '../../src/corpus/words.ts';
import { hostileText, newsText } from '../support/hostile-text.ts';

/** A text cut anywhere, in the midst of words and of pairs too, with pieces left out. */
const cutText = fc.tuple(fc.oneof(hostileText, newsText), fc.array(fc.nat(400), { maxLength: 8 })).map(([text, cuts]) => {
  const ends = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].toSorted((a, b) => a - b);
  const spans = ends.slice(1).map((end, index): Span => ({ start: ends[index] ?? 0, end }));
  return { text, spans: spans.filter((_, index) => index % 3 !== 2) };
});

type TermsOfEach = (text: string, words: Words, spans: readonly Span[]) => readonly (readonly string[])[];

const agrees = (each: TermsOfEach) =>
  fc.property(cutText, ({ text, spans }) => {
    const alone = spans.map(({ start, end }) => termsOf(text.slice(start, end)));
    expect(each(text, readWords(text), spans)).toEqual(alone);
  });

describe('the words of a text', () => {
  it('give each stretch of it the terms that it has alone', () => {
    fc.assert(agrees(termsOfEach), { numRuns: 500 });
  });

  it('control: to take the words that begin in a stretch would be wrong', () => {
    const beginning: TermsOfEach = (_, { words, tokens }, spans) =>
      spans.map(({ start, end }) =>
        words
          .filter((__, index) => (tokens[index]?.start ?? -1) >= start && (tokens[index]?.start ?? -1) < end)
          .flatMap(({ term }) => term || []),
      );
    expect(() => fc.assert(agrees(beginning), { numRuns: 500 })).toThrow('Counterexample');
  });
});

describe('what is remembered', () => {
  it('is made once, and again when it was forgotten', () => {
    const made: string[] = [];
    const shout = remember((word) => {
      made.push(word);
      return word.toUpperCase();
    }, 2);
    expect(['a', 'b', 'a', 'c', 'a'].map(shout)).toEqual(['A', 'B', 'A', 'C', 'A']);
    expect(made).toEqual(['a', 'b', 'c', 'a']);
  });

  it('is the same for long words, which are copied', () => {
    const same = remember((word) => word, 10);
    for (const word of ['x'.repeat(40), '😀'.repeat(20), `${'x'.repeat(20)}\ud800`]) expect([same(word), same(word)]).toEqual([word, word]);
  });
});
