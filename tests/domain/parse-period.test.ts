import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLocalDate } from '../../src/domain/local-date.ts';
import { lastDays, parsePeriod } from '../../src/domain/parse-period.ts';

const today = '2026-11-25';

describe('periods', () => {
  it.each([
    ['7d', '2026-11-19', '2026-11-25'],
    ['last 14 days', '2026-11-12', '2026-11-25'],
    ['the past 2 weeks', '2026-11-12', '2026-11-25'],
    ['1 day', '2026-11-25', '2026-11-25'],
    ['today', '2026-11-25', '2026-11-25'],
    ['Yesterday', '2026-11-24', '2026-11-24'],
    ['this week', '2026-11-23', '2026-11-25'],
    ['last week', '2026-11-16', '2026-11-22'],
    ['last month', '2026-10-01', '2026-10-31'],
    ['since 2026-11-01', '2026-11-01', '2026-11-25'],
    ['2026-11-01 to 2026-11-07', '2026-11-01', '2026-11-07'],
    ['2026-11-01..2026-11-07', '2026-11-01', '2026-11-07'],
    ['2023-11-14', '2023-11-14', '2023-11-14'],
    ['November 2023', '2023-11-01', '2023-11-30'],
    ['in feb 2024', '2024-02-01', '2024-02-29'],
    ['2024-12', '2024-12-01', '2024-12-31'],
  ])('%s', (text, from, to) => {
    expect(parsePeriod(text, today)).toEqual({ from, to });
  });

  it.each(['', 'soon', '2026-13-01', '2026-11-07 to 2026-11-01', 'last days', 'Smarch 2024', '99999d'])('%j is none', (text) => {
    expect(parsePeriod(text, today)).toBeNull();
  });

  it('never makes a period that ends before it begins or has days that do not exist', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.integer({ min: 0, max: 9999 }).map((n) => `last ${n} days`),
        ),
        (text) => {
          const period = parsePeriod(text, today);
          if (period) expect(isLocalDate(period.from) && isLocalDate(period.to) && period.from <= period.to).toBe(true);
        },
      ),
    );
  });

  it('counts both ends', () => {
    expect(lastDays(1, today)).toEqual({ from: today, to: today });
    expect(lastDays(0, today)).toEqual({ from: today, to: today });
  });
});
