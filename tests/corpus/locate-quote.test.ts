import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/corpus/clean-text.ts';
import { locateQuote } from '../../src/corpus/locate-quote.ts';
import { hostileText, newsText } from '../support/hostile-text.ts';

const article = cleanText(`The “cold peace” of 2015–2019 is over, ministers said.

China’s exports fell 35.3% — the most in 140 months… Nobody paid £1,200. The ban may be lifted.`);

type Locate = typeof locateQuote;

function sliceOf(quote: string, locate: Locate = locateQuote): string | null {
  const span = locate(article, quote);
  return span === null ? null : article.slice(span.start, span.end);
}

describe('a quote', () => {
  it.each([
    ['as it stands', 'The “cold peace”', 'The “cold peace”'],
    ['with straight marks', `The "cold peace"`, 'The “cold peace”'],
    ['with a straight apostrophe', "China's exports", 'China’s exports'],
    ['with a hyphen for a dash', '2015-2019 is over', '2015–2019 is over'],
    ['with stops for an ellipsis', '140 months... Nobody', '140 months… Nobody'],
    ['over the end of a paragraph', 'said. China’s exports', 'said.\n\nChina’s exports'],
    ['with blanks at its ends', '  Nobody paid \n', 'Nobody paid'],
    ['with a soft hyphen in it', 'min\u00adisters said', 'ministers said'],
    ['of a figure', '£1,200', '£1,200'],
  ])('is found %s, in the article’s own text', (_, quote, expected) => {
    expect(sliceOf(quote)).toBe(expected);
  });

  const ABSENT = [
    ['with another figure', 'exports fell 35.4%'],
    ['with a digit less', 'exports fell 35%'],
    ['in another case', 'the “cold peace”'],
    ['with a word left out', 'The ban be lifted'],
    ['with a word put in', 'The ban may not be lifted'],
    ['cut inside a word', 'he ban may be'],
    ['cut inside the last word', 'The ban may be lif'],
    ['cut inside a figure', '40 months'],
    ['cut inside an ellipsis', 'in 140 months.'],
    ['with another currency', '$1,200'],
    ['of nothing', ''],
    ['of blanks', ' \u200b\n'],
    ['of half a character', '\ud800'],
  ] as const;

  it.each(ABSENT)('is not found %s', (_, quote) => {
    expect(locateQuote(article, quote)).toBeNull();
  });

  it('control: a search that bends a little more finds what is not there', () => {
    const loose: Locate = (text, quote) => {
      const letters = (part: string): string => part.toLowerCase().replace(/\b(?:not|may)\b|[^\p{L}]/gu, '');
      const at = letters(text).indexOf(letters(quote));
      return at === -1 ? null : { start: at, end: at + quote.length };
    };
    expect(ABSENT.filter(([, quote]) => loose(article, quote) !== null).length).toBeGreaterThan(8);
  });

  it('is found at its first whole place', () => {
    expect(locateQuote('banned the ban', 'ban')).toEqual({ start: 11, end: 14 });
    expect(locateQuote('a ban, a ban', 'ban')).toEqual({ start: 2, end: 5 });
  });

  it('is found inside a text without blanks', () => {
    expect(locateQuote('中国外交部回应。', '外交部')).toEqual({ start: 2, end: 5 });
  });

  it('that is a scrap is given up, and soon', () => {
    expect(locateQuote('a'.repeat(50_000), 'a'.repeat(20))).toBeNull();
  });
});

/** Two places between words of a text, as what lies between them. */
const cutting = (text: string, from: number, to: number): string => {
  const words = [...text.matchAll(/\S+/gu)];
  const [first, last] = [words[from % words.length], words[Math.max(from % words.length, to % words.length)]];
  return first && last ? text.slice(first.index, last.index + last[0].length) : '';
};

/** How a person or a model may write a quote down. */
const RETYPED: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/[“”]/gu, '"').replace(/’/gu, "'"),
  (text) => text.replaceAll('—', '-'),
  (text) => text.replace(/\s+/gu, '\n'),
  (text) => text.normalize('NFD'),
];

const finds = (locate: Locate) =>
  fc.property(newsText, fc.nat(), fc.nat(), fc.constantFrom(...RETYPED), (text, from, to, retype) => {
    const quote = cutting(text, from, to);
    const span = locate(text, retype(quote));
    expect(span).not.toBeNull();
    expect(text.slice(span?.start, span?.end)).toBe(quote);
  });

describe('any quote', () => {
  it('from a text is found, however its marks are written, and is given in the text’s own', () => {
    fc.assert(finds(locateQuote));
  });

  it('control: not by looking for it as it is written', () => {
    const exact: Locate = (text, quote) => {
      const start = text.indexOf(quote);
      return start === -1 ? null : { start, end: start + quote.length };
    };
    expect(() => fc.assert(finds(exact))).toThrow('Counterexample');
  });

  it('with one digit altered is not found', () => {
    const digits = fc.stringMatching(/^[0-9]{3,8}$/u);
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (figure, place, shift) => {
        const at = place % figure.length;
        const altered = `${figure.slice(0, at)}${(Number(figure[at]) + shift) % 10}${figure.slice(at + 1)}`;
        const text = `They paid ${figure} yuan in all.`;
        expect(locateQuote(text, `paid ${figure} yuan`)).not.toBeNull();
        expect(locateQuote(text, `paid ${altered} yuan`)).toBeNull();
      }),
    );
  });

  it('lies in the text where it is found, of any text at all', () => {
    fc.assert(
      fc.property(hostileText, hostileText, fc.nat(40), fc.nat(40), (dirty, other, from, length) => {
        const text = cleanText(dirty);
        for (const quote of [other, text.slice(from, from + length)]) {
          const span = locateQuote(text, quote);
          if (span === null) continue;
          expect(span.start).toBeLessThan(span.end);
          expect(locateQuote(text, text.slice(span.start, span.end))).not.toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });
});
