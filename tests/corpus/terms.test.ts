import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STOPWORDS } from '../../src/corpus/stopwords.ts';
import { stemOf, termsOf } from '../../src/corpus/terms.ts';
import { hostileText } from '../support/hostile-text.ts';

describe('terms', () => {
  it.each([
    ['joins the forms of a word', 'banned banning bans', ['ban', 'ban', 'ban']],
    ['brings irregular forms back', 'met said rose', ['meet', 'say', 'rise']],
    ['joins families that a stemmer parts', 'economy economic', ['econom', 'econom']],
    ['leaves stopwords out', 'what did the committee ask for', ['committe', 'ask']],
    ['leaves contractions out, with either apostrophe', "don't won’t pay", ['pay']],
    ['tells the US from us', 'the US told us', ['usa', 'tell']],
    ['finds the US under its full stops', 'U.S. duties', ['usa', 'duti']],
    ['folds accents and case', 'CAFÉ Türkiye', ['cafe', 'turkiy']],
    ['keeps a decimal as one term', '35.3 percent', ['35d3', 'percent']],
    ['drops the commas of thousands', '1,234 firms', ['1234', 'firm']],
    ['parts scripts without blanks', '中国外交部', ['中国', '外交部']],
    ['cuts what is too long to be a word', 'x'.repeat(100), ['x'.repeat(64)]],
    ['makes nothing of punctuation', '"; -- *', []],
  ])('%s: %s', (_, text, expected) => {
    expect(termsOf(text)).toEqual(expected);
  });

  it('control: without the table of capitals the US would be the pronoun', () => {
    expect(STOPWORDS.has('us')).toBe(true);
    expect(termsOf('us')).toEqual([]);
    expect(termsOf('US')).toEqual(['usa']);
  });

  it('has stopwords that are all small and of one kind', () => {
    for (const word of STOPWORDS) expect(word).toMatch(/^[a-z']+$/u);
  });

  const indexable = (terms: (text: string) => readonly string[]) => (text: string) =>
    terms(text).every((term) => /^[\p{L}\p{N}]{1,64}$/u.test(term) && term.isWellFormed());

  it('are letters and digits alone, of any text', () => {
    fc.assert(fc.property(hostileText, indexable(termsOf)), { numRuns: 500 });
  });

  it('control: words as they stand are not', () => {
    expect(() =>
      fc.assert(
        fc.property(
          hostileText,
          indexable((text) => text.toLowerCase().split(/\s+/u).filter(Boolean)),
        ),
        { numRuns: 1_000 },
      ),
    ).toThrow('Counterexample');
  });

  it('are the same the second time, when they are remembered, and in any company', () => {
    const word = fc.constantFrom('Ministers', 'agreed', 'talks', '35.3', 'China’s', 'café', 'US', 'the');
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (left, right) => {
        const [one, other] = [left.join(' '), right.join(' ')];
        expect(termsOf(`${one} ${other}`)).toEqual([...termsOf(one), ...termsOf(other)]);
        expect(termsOf(one)).toEqual(termsOf(one));
      }),
    );
  });
});

describe('stems', () => {
  it('stay right when more words have come than are remembered', () => {
    const before = stemOf('negotiations');
    for (let index = 0; index < 61_000; index += 1) stemOf(`word${index}`);
    expect(stemOf('negotiations')).toBe(before);
  });
});
