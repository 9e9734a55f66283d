import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, type Token, tokenize } from '../../src/corpus/tokens.ts';
import { awkwardText } from '../support/hostile-text.ts';

type Tokenize = (text: string) => readonly Token[];

const wordsOf = (text: string): readonly string[] => tokenize(text).map((token) => token.text);

describe('tokens', () => {
  it.each([
    ['China’s ban', ['China', 'ban']],
    ["the ministers' talks aren't over", ['the', 'ministers', 'talks', "aren't", 'over']],
    ['The U.S. and the E.U.', ['The', 'US', 'and', 'the', 'EU']],
    ['1,234.5 tonnes, 2.5%', ['1234.5', 'tonnes', '2.5']],
    ['face-to-face', ['face', 'to', 'face']],
    ['Čína naïve Straße', ['Čína', 'naïve', 'Straße']],
    ['Переговоры начались', ['Переговоры', 'начались']],
    ['한국 정부는', ['한국', '정부는']],
    ['中国外交部回应', ['中国', '外交部', '回应']],
    ['5G and COVID-19', ['5G', 'and', 'COVID', '19']],
    ['— … “” ', []],
  ])('%s', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it('control: words of letters a to z alone would lose the others', () => {
    const naive = (text: string): readonly string[] => text.match(/[a-z0-9]+/giu) ?? [];
    for (const text of ['Čína naïve', 'Переговоры', '中国外交部回应']) expect(naive(text)).not.toEqual(wordsOf(text));
  });

  it.each([
    ['The ban is on.', 4],
    ['中国外交部回应', 4],
    ['', 0],
  ])('are counted: %s', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});

/** In order, apart, and each cut from the text but for the marks that are left out. */
const standInText = (split: Tokenize) => (text: string) =>
  split(text).every(({ start, end, text: word }, index, all) => {
    const bare = (part: string): string => part.replace(/[.,]|['’]s$/giu, '');
    return word !== '' && start < end && start >= (all[index - 1]?.end ?? 0) && bare(text.slice(start, end)) === bare(word);
  });

/** Every letter and digit is in some word, so that no word goes unfound. */
const holdEveryLetter = (split: Tokenize) => (text: string) => {
  const outside = split(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
  return !/[\p{L}\p{N}]/u.test(outside);
};

describe.each([
  ['stand in the text where they say', standInText],
  ['hold every letter and digit', holdEveryLetter],
])('the words of any text', (name, promise) => {
  const property = (split: Tokenize) =>
    fc.property(
      awkwardText.map((text) => text.replace(/\p{M}/gu, '')),
      promise(split),
    );
  const byBlanks: Tokenize = (text) => {
    let at = 0;
    return (text.match(/[a-z]+/giu) ?? []).map((word) => {
      at += word.length + 1;
      return { start: at - word.length - 1, end: at - 1, text: word };
    });
  };

  it(`they ${name}`, () => {
    fc.assert(property(tokenize), { numRuns: 300 });
  });

  it(`control: by counting off, they do not ${name}`, () => {
    expect(() => fc.assert(property(byBlanks), { numRuns: 1_000 })).toThrow('Counterexample');
  });
});
