import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/corpus/sentences.ts';
import type { Span } from '../../src/corpus/spans.ts';
import { hostileText, newsText } from '../support/hostile-text.ts';

type Split = (text: string) => readonly Span[];

function sentencesOf(text: string, split: Split = splitSentences): readonly string[] {
  return split(text).map(({ start, end }) => text.slice(start, end));
}

const naive: Split = (text) =>
  [...text.matchAll(/[^.!?]+[.!?]/gu)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));

/** What one sentence is: `|` marks where another begins. */
const CASES = [
  'Talks began. |They ended. |Nobody signed!',
  'Dr. Ma met Mr. Hunt and Gen. Li on Tuesday. |They spoke.',
  'The U.S. imposed duties. |The E.U. did not.',
  'J. K. Wang spoke. |He left.',
  'Growth was 3.5 percent, or 0.4 more. |It had been 3.1.',
  'It cost £1.2bn. |Nobody paid.',
  'He rejected the claim, e.g. on trade. |It stood.',
  'See No. 10 for more. |Ministers were there.',
  'On Jan. 11 the ban began. |It ended on Feb. 2 at noon.',
  '“We will not pay.” |The minister left.',
  '"Will they pay?" he asked. |She nodded.',
  'She said: “We will. |We must.” |He agreed.',
  'The plan (it is old.) failed. |A new one came.',
  'Who pays? |Nobody knows.',
  'One line\nbroken in the middle. |Another.',
  'A heading without a stop\n\n|The text begins.',
  '中国外交部回应。|英国没有评论。',
] as const;

describe('sentences', () => {
  it.each(CASES)('%s', (marked) => {
    const parts = marked.split('|');
    expect(sentencesOf(parts.join(''))).toEqual(parts.map((part) => part.trim()));
  });

  it('control: a split at full stops gets most of these wrong', () => {
    const wrong = CASES.filter((marked) => {
      const parts = marked.split('|').map((part) => part.trim());
      const found = sentencesOf(marked.replaceAll('|', ''), naive).map((part) => part.trim());
      return found.join('|') !== parts.join('|');
    });
    expect(wrong.length).toBeGreaterThan(CASES.length / 2);
  });

  it.each([
    ['BEIJING, 11 January 2025 (Harbour Wire) - Exports fell. They had risen.', ['Exports fell.', 'They had risen.']],
    ['LONDON (Reuters) — Exports fell.', ['Exports fell.']],
    ['Exports - mostly cars - fell.', ['Exports - mostly cars - fell.']],
  ])('leaves out where a report was filed: %s', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });
});

/** Trimmed, in order, apart, each within one paragraph, and nothing but white space outside them. */
function covers(split: Split): (text: string) => boolean {
  return (text) => {
    let at = 0;
    for (const { start, end } of split(text)) {
      const sentence = text.slice(start, end);
      if (start < at || end <= start || sentence !== sentence.trim() || sentence.includes('\n\n')) return false;
      if (text.slice(at, start).trim() !== '') return false;
      at = end;
    }
    return text.slice(at).trim() === '';
  };
}

describe('the spans of sentences', () => {
  const property = (split: Split) => fc.property(newsText, covers(split));

  it('cover a text, in order and without white space at their ends', () => {
    fc.assert(property(splitSentences));
  });

  it('control: a split at full stops loses or crosses something', () => {
    expect(() => fc.assert(property(naive))).toThrow('Counterexample');
  });

  it('lie within any text whatever, in order', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const bounds = splitSentences(text).flatMap(({ start, end }) => [start, end]);
        expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
        expect(bounds.at(-1) ?? 0).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('are found in a text that never ends a sentence', () => {
    expect(splitSentences('word '.repeat(20_000))).toHaveLength(1);
    expect(splitSentences('Mr. '.repeat(5_000))).toHaveLength(1);
  });
});
