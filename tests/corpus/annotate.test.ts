import { describe, expect, test } from 'vitest';
import { annotateCase, parseCases } from './annotate-cases.ts';
import { TABLE } from './annotate-table-cases.ts';

const cases = parseCases(TABLE);

describe('annotateSentences', () => {
  test('has enough cases to mean something', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
  });

  test.each(cases.map((entry) => [`${entry.before === '' ? '' : `… `}${entry.sentence}`, entry] as const))('%s', (_, entry) => {
    expect(annotateCase(entry)).toEqual(entry.expected);
  });
});
