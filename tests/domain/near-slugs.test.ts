import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearSlugs } from '../../src/domain/near-slugs.ts';

const slugs = ['china-uk', 'export-controls', 'eu-china-ev', 'ai-safety'];

describe('near slugs', () => {
  it.each([
    ['chnia-uk', ['china-uk']],
    ['china-us', ['china-uk']],
    ['uk-china', ['china-uk']],
    ['UK China', ['china-uk']],
    ['export-control', ['export-controls']],
    ['climate', []],
    ['', []],
  ])('%j', (typed, expected) => {
    expect(nearSlugs(typed, slugs)).toEqual(expected);
  });

  it('measures edits as a distance does', () => {
    const words = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
