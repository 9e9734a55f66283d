import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHeadline } from '../../src/corpus/headline.ts';
import { hostileText, newsText } from '../support/hostile-text.ts';

describe('a headline for an article that has none', () => {
  it.each([
    ['In an earlier speech, the minister praised talks in Rome. More.', 'The minister praised talks in Rome.'],
    ['On Tuesday, ministers met in Rome to talk.', 'Ministers met in Rome to talk.'],
    ['Importantly, the ship came as talks began.', 'The ship came as talks began.'],
    ['Ministers, who met in Rome, agreed on duties.', 'Ministers, who met in Rome, agreed on duties.'],
    ['However, it failed.', 'However, it failed.'],
    ['In Rome, where the ministers of nine states had come together, talks began at last.', null],
    ['Ministers met.\n\nThey talked.', 'Ministers met.'],
    ['Two\nlines of one sentence.', 'Two lines of one sentence.'],
    ['', 'Untitled'],
    ['\n \n', 'Untitled'],
  ])('of %j', (text, expected) => {
    expect(makeHeadline(text)).toBe(expected ?? text);
  });

  it('is cut at a word, with a mark that it was cut', () => {
    const text = `Ministers ${'agreed again '.repeat(20)}at last.`;
    const headline = makeHeadline(text);
    expect(headline.length).toBeLessThanOrEqual(90);
    expect(headline).toMatch(/ (?:agreed|again)…$/u);
    expect(makeHeadline(`${'x'.repeat(200)}.`)).toBe(`${'x'.repeat(89)}…`);
  });

  const fits = (make: (text: string) => string) => (text: string) => {
    const headline = make(text);
    return headline.length > 0 && headline.length <= 90 && !/\s{2}|\n/u.test(headline);
  };

  it('is one line of at most 90 characters, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(newsText, hostileText), fits(makeHeadline)));
  });

  it('control: the first line of a text is not', () => {
    expect(() =>
      fc.assert(
        fc.property(
          newsText,
          fits((text) => text.split('\n')[0] ?? ''),
        ),
      ),
    ).toThrow('Counterexample');
  });
});
