import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/corpus/clean-text.ts';
import { fold } from '../../src/corpus/fold.ts';
import { hostileText } from '../support/hostile-text.ts';

describe('folded text', () => {
  it.each([
    ['quotation marks', '“golden” ‘era’ «x» „y‟', '"golden" \'era\' "x" "y"'],
    ['apostrophes', 'China’s Xi`s', "China's Xi's"],
    ['dashes', 'UK–China — 10‐12 −3', 'UK-China - 10-12 -3'],
    ['the ellipsis', 'Wait…', 'Wait...'],
    ['white space', ' a\u00a0\n\n b\t', 'a b'],
    ['invisible characters', 'ban\u00adn\u200bed', 'banned'],
    ['accents written apart', 'cafe\u0301 a\u0323\u0307', 'café ạ̇'],
    ['Korean written apart', '\u1112\u1161\u11ab', '한'],
    ['Chinese commas', '中国，英国', '中国,英国'],
  ])('is the same with other %s', (_, text, expected) => {
    expect(fold(text).text).toBe(expected);
  });

  it.each([
    ['case', 'May', 'may'],
    ['digits', '35.3', '35.4'],
    ['words', 'did not', 'did'],
    ['accents', 'café', 'cafe'],
    ['full stops', 'U.S.', 'US'],
  ])('is another with other %s', (_, one, other) => {
    expect(fold(one).text).not.toBe(fold(other).text);
  });
});

type Fold = typeof fold;
/** What articles are: offsets are never asked of anything else. */
const clean = hostileText.map(cleanText);

/** Each unit leads back into the text, in order, to a place that folds to it. */
const leadsBack = (folding: Fold) => (text: string) => {
  const { text: folded, starts, ends } = folding(text);
  if (starts.length !== folded.length || ends.length !== folded.length) return false;
  return starts.every((start, at) => {
    const end = ends[at] ?? 0;
    const unit = folded[at] ?? '';
    const source = text.slice(start, end);
    const fits = unit === ' ' ? /^\s+$/u.test(source) : folding(source).text.includes(unit);
    return start < end && end <= text.length && start >= (starts[at - 1] ?? 0) && fits;
  });
};

const settles = (folding: Fold) => (text: string) => folding(folding(text).text).text === folding(text).text;

describe('folding of any clean text', () => {
  it('leads back to where each unit came from', () => {
    fc.assert(fc.property(clean, leadsBack(fold)), { numRuns: 300 });
  });

  it('control: not so with the offsets of the folded text', () => {
    const naive: Fold = (text) => {
      const folded = fold(text).text;
      const units = folded.split('');
      return { text: folded, starts: units.map((_, at) => at), ends: units.map((_, at) => at + 1) };
    };
    expect(() => fc.assert(fc.property(clean, leadsBack(naive)), { numRuns: 1_000 })).toThrow('Counterexample');
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(clean, settles(fold)), { numRuns: 300 });
  });
});
