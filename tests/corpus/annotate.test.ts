import { describe, expect, test } from 'vitest';
import { annotateCase, parseCases } from './annotate-cases.ts';
import { TABLE } from './annotate-table-cases.ts';

const cases = parseCases(TABLE);

describe('annotateSentences', () => {
  test('has enough cases to mean something', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
  });

  test.each(
    cases.filter(({ knownWrong }) => !knownWrong).map((entry) => [`${entry.before === '' ? '' : `… `}${entry.sentence}`, entry] as const),
  )('%s', (_, entry) => {
    expect(annotateCase(entry)).toEqual(entry.expected);
  });

  test.fails.each(cases.filter(({ knownWrong }) => knownWrong).map((entry) => [entry.sentence, entry] as const))(
    'known to be wrong: %s',
    (_, entry) => {
      expect(annotateCase(entry)).toEqual(entry.expected);
    },
  );
});
