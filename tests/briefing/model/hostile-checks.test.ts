import { describe, expect, it } from 'vitest';
import { FURTHER_CLASSES, OPPOSITE_MEANING, SEEN_CLASSES } from '../../support/hostile/hostile-classes.ts';
import { TRUE_CLAIMS } from '../../support/hostile/hostile-corpus.ts';
import { getsThrough } from '../../support/hostile/judge-hostile.ts';

const FOURTEEN = [...SEEN_CLASSES, OPPOSITE_MEANING];
const FEWEST_CASES = 20;

describe('the faults of a hostile model', () => {
  it('are of 14 classes', () => {
    expect(FOURTEEN.map(({ name }) => name)).toHaveLength(14);
  });

  it.each(FOURTEEN)('has 20 cases of $name, each another', ({ sentences }) => {
    const different = new Set(sentences.map((sentence) => JSON.stringify(sentence)));
    expect(different.size).toBe(sentences.length);
    expect(sentences.length).toBeGreaterThanOrEqual(FEWEST_CASES);
  });

  it('are none in true sentences, told in one way or the other', () => {
    const both = TRUE_CLAIMS.flatMap(({ claim, variant }, on) => [claim, variant].map((text) => ({ on, text })));
    expect(both.filter((sentence) => !getsThrough(sentence))).toEqual([]);
  });
});

describe.each([...SEEN_CLASSES, ...FURTHER_CLASSES])('the checks of $name', ({ sentences, seenBy }) => {
  it('let nothing through', () => {
    expect(sentences.filter((sentence) => getsThrough(sentence))).toEqual([]);
  });

  it(`control: without the checks that see it (${seenBy.join(', ')}) something gets through`, () => {
    expect(sentences.filter((sentence) => getsThrough(sentence, seenBy))).not.toEqual([]);
  });
});

describe('another meaning over a true quote', () => {
  it.each(OPPOSITE_MEANING.sentences.filter(({ isKnownWrong }) => !isKnownWrong))('is seen in: $text', (sentence) => {
    expect(getsThrough(sentence)).toBe(false);
  });

  // Each fails until some check sees it; then its mark goes.
  it.fails.each(OPPOSITE_MEANING.sentences.filter(({ isKnownWrong }) => isKnownWrong))(
    'is known to be let through in: $text',
    (sentence) => {
      expect(getsThrough(sentence)).toBe(false);
    },
  );
});
