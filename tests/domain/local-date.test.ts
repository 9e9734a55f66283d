import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  formatAge,
  formatDay,
  formatSpan,
  isLocalDate,
  localDateAt,
  weekdayOf,
} from '../../src/domain/local-date.ts';

const dates = fc
  .integer({ min: -200_000, max: 200_000 })
  .map((days) => addDays('2000-01-01', days))
  .filter((date) => /^\d{4}-/.test(date));

describe('local dates', () => {
  it('knows which days exist', () => {
    expect(['2024-02-29', '2023-12-31'].every(isLocalDate)).toBe(true);
    expect(['2023-02-29', '2023-13-01', '2023-1-1', '', '2023-11-14T00:00'].some(isLocalDate)).toBe(false);
  });

  it('adds and counts days as inverses of each other', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        fc.pre(/^\d{4}-/.test(addDays(date, days)));
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('names weekdays', () => {
    expect([weekdayOf('2023-11-14'), weekdayOf('1969-12-31'), weekdayOf('2026-11-22')]).toEqual([2, 3, 0]);
  });

  it('writes days, spans and ages as people do', () => {
    expect(formatDay('2023-11-04')).toBe('4 Nov 2023');
    expect(formatSpan('2026-11-16', '2026-11-23')).toBe('16–23 Nov 2026');
    expect(formatSpan('2025-12-30', '2026-01-05')).toBe('30 Dec 2025 – 5 Jan 2026');
    expect(formatSpan('2026-01-05', '2026-01-05')).toBe('5 Jan 2026');
    expect(formatAge('2023-11-14', '2026-11-23')).toBe('3 years old');
    expect(formatAge('2026-11-22', '2026-11-23')).toBe('1 day old');
    expect(formatAge('2026-11-23', '2026-11-23')).toBe('today');
    expect(formatAge('2026-11-24', '2026-11-23')).toBe('dated in the future');
  });

  it('tells the day of an instant by the zone and not by the machine', () => {
    const instant = Date.UTC(2026, 10, 23, 23, 30);
    expect(localDateAt(instant, 'Europe/London')).toBe('2026-11-23');
    expect(localDateAt(instant, 'Asia/Tokyo')).toBe('2026-11-24');
  });
});
