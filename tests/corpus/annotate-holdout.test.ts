import { describe, expect, test } from 'vitest';
import { annotateCase, type Expected, parseCases } from './annotate-cases.ts';
import { HOLDOUT } from './annotate-holdout-cases.ts';

/** Just under what was reached when the set was first read; a change that falls below lost something. */
const FLOORS: Readonly<Record<keyof Expected, number>> = {
  speaker: 0.9,
  verb: 0.95,
  modality: 0.96,
  negated: 0.93,
  eventDate: 0.92,
  directSpeech: 0.98,
  opens: 0.96,
  act: 0.98,
  opinion: 0.96,
  background: 0.98,
};

describe('annotateSentences on sentences that it was not made with', () => {
  const cases = parseCases(HOLDOUT);
  const found = cases.map(annotateCase);
  const wrong = (field: keyof Expected): readonly string[] =>
    cases.flatMap(({ sentence, expected }, index) =>
      expected[field] === found[index]?.[field]
        ? []
        : [`${field}: ${String(found[index]?.[field])} for ${String(expected[field])}: ${sentence}`],
    );

  test('holds at least 60 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  test.each(Object.entries(FLOORS))('%s', (name, floor) => {
    const field = name as keyof Expected;
    const misses = wrong(field);
    const accuracy = 1 - misses.length / cases.length;
    console.info(`${field}: ${(accuracy * 100).toFixed(1)} % of ${cases.length}`);
    for (const miss of misses) console.info(`  ${miss}`);
    expect(accuracy).toBeGreaterThanOrEqual(floor);
  });
});
