import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesOf } from '../../src/corpus/matches.ts';
import { hostileText } from '../support/hostile-text.ts';

const PATTERNS = [/\p{L}+/gu, /(\d)(e)?/giu, /(?<=e)./gsu];

type Matches = typeof matchesOf;

const agrees = (matches: Matches) =>
  fc.property(fc.constantFrom(...PATTERNS), hostileText, (pattern, text) => {
    expect(matches(pattern, text)).toEqual([...text.matchAll(pattern)]);
  });

describe('the matches of a pattern', () => {
  it('are those of matchAll, whatever was matched before', () => {
    fc.assert(agrees(matchesOf), { numRuns: 500 });
  });

  it('control: without going back to the start, the first would be missed', () => {
    const going: Matches = (pattern, text) => {
      const match = pattern.exec(text);
      return match ? [match, ...matchesOf(pattern, text).slice(1)] : [];
    };
    const pattern = /e/gu;
    pattern.lastIndex = 1;
    expect(matchesOf(pattern, 'e')).toHaveLength(1);
    pattern.lastIndex = 1;
    expect(going(pattern, 'e')).toHaveLength(0);
  });
});
