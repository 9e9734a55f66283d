import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/corpus/dates.ts';
import { addDays, daysBetween, weekdayOf } from '../../src/domain/local-date.ts';
import { hostileText } from '../support/hostile-text.ts';

/** The day on which all cases are published: a Wednesday. */
const PUBLISHED = '2025-03-12';
const valuesOf = (text: string, published: string | null = PUBLISHED): readonly (string | null)[] =>
  findDates(text, published).map(({ value }) => value);

describe('dates', () => {
  it.each([
    ['on 11 January 2025', ['2025-01-11']],
    ['on January 11th, 2025', ['2025-01-11']],
    ['on the 11th of January', ['2025-01-11']],
    ['on 2025-01-11', ['2025-01-11']],
    ['10–12 January 2025', ['2025-01-10', '2025-01-12']],
    ['in January 2024', ['2024-01']],
    ['in 2015', ['2015']],
    ['from 2019–2021', ['2019', '2021']],
    ['on 2 August', ['2025-08-02']],
    ['on 2 December', ['2024-12-02']],
    ['in September', ['2024-09']],
    ['am 11. Januar 2025', ['2025-01-11']],
    ['le 1er février 2025', ['2025-02-01']],
    ['2025年1月11日', ['2025-01-11']],
    ['on 25/12/2024', ['2024-12-25']],
    ['on 03/04/2025', [null]],
    ['in the 1990s', [null]],
    ['on Tuesday', ['2025-03-11']],
    ['on Wednesday', ['2025-03-12']],
    ['last Friday', ['2025-03-07']],
    ['next Monday', ['2025-03-17']],
    ['will meet on Friday', ['2025-03-14']],
    ['yesterday and tomorrow', ['2025-03-11', '2025-03-13']],
    ['last month', ['2025-02']],
    ['next year', ['2026']],
    ['last December', ['2024-12']],
    ['three weeks ago', [null]],
  ])('%s', (text, expected) => {
    expect(valuesOf(text)).toEqual(expected);
  });

  it.each([
    ['counts of four figures', 'It added 2015 people and sent 2,015 letters.'],
    ['the verb and the way', 'They may march; May said so.'],
    ['scores and times', 'They won 3-2 at 12:30.'],
    ['money', 'They paid £2015.'],
    ['the name of a paper', 'The Sunday Times reported it.'],
  ])('are none of %s', (_, text) => {
    expect(valuesOf(text).filter((value) => value !== null)).toEqual([]);
  });

  it('have no day that does not exist', () => {
    for (const text of ['on 31 February 2025', 'on 2025-02-30', 'on 29 February', '2025年2月30日', 'on 31/04/2024'])
      expect(valuesOf(text).filter((value) => value?.length === 10)).toEqual([]);
  });

  it('that hang on the day of publication are left open without one', () => {
    expect(valuesOf('on Tuesday, yesterday, on 2 August and last month', null)).toEqual([null, null, null, null]);
    expect(valuesOf('on 11 January 2025', null)).toEqual(['2025-01-11']);
  });
});

const day = fc.integer({ min: -12_000, max: 12_000 }).map((days) => addDays('2025-01-01', days));
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const written = (date: string): string => `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;
type Find = typeof findDates;

/** A day without a year is the nearest one to the day of publication. */
const nearest = (find: Find) =>
  fc.property(day, fc.integer({ min: -180, max: 180 }), (published, away) => {
    const date = addDays(published, away);
    fc.pre(!date.endsWith('-02-29'));
    expect(find(`They met on ${written(date)}.`, published).map(({ value }) => value)).toEqual([date]);
  });

/** The day of publication is told by nobody but a text that names it. */
const neverThePublished = (find: Find) =>
  fc.property(
    day,
    fc.constantFrom('They met in Rome.', 'In 2015 they met.', 'Talks ended last week.', 'A deal may come.'),
    (published, text) => {
      expect(find(text, published).some(({ value }) => value === published)).toBe(false);
    },
  );

describe('any day', () => {
  it('is read back as it is written with its year', () => {
    fc.assert(
      fc.property(day, fc.option(day), (date, published) => {
        expect(valuesOf(`They met on ${written(date)} ${date.slice(0, 4)} in Rome.`, published)).toEqual([date]);
      }),
    );
  });

  it('without its year is the nearest to the day of publication', () => {
    fc.assert(nearest(findDates));
  });

  it('control: not so with the year of publication', () => {
    const sameYear: Find = (text, published) =>
      findDates(text, published).map((found) => ({ ...found, value: `${published?.slice(0, 4) ?? ''}${found.value?.slice(4) ?? ''}` }));
    expect(() => fc.assert(nearest(sameYear))).toThrow('Counterexample');
  });

  it('of publication is never itself given as the date of anything', () => {
    fc.assert(neverThePublished(findDates));
  });

  it('control: it would be by a reader that falls back on it', () => {
    const fallingBack: Find = (text, published) => {
      const found = findDates(text, published);
      return found.length > 0 ? found : [{ start: 0, end: 1, value: published, relative: true, yearGiven: false, other: null }];
    };
    expect(() => fc.assert(neverThePublished(fallingBack))).toThrow('Counterexample');
  });

  it('named by its weekday alone is the latest one up to the day of publication', () => {
    const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    fc.assert(
      fc.property(day, fc.nat(6), (published, weekday) => {
        const [found] = findDates(`They met on ${names[weekday] ?? ''}.`, published);
        const value = found?.value ?? '';
        expect(weekdayOf(value)).toBe(weekday);
        expect(daysBetween(value, published)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(value, published)).toBeLessThan(7);
      }),
    );
  });

  it('stands in its text, in order, in any text', () => {
    const text = fc.oneof(
      hostileText,
      fc.string({ unit: fc.constantFrom('1', '2', '0', '-', '/', '.', ' ', 'May', '年', '月', ' 2025', 's'), maxLength: 20 }),
    );
    fc.assert(
      fc.property(text, (one) => {
        const found = findDates(one, PUBLISHED);
        for (const [index, { start, end, value }] of found.entries()) {
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.start ?? 0);
          expect(end).toBeLessThanOrEqual(one.length);
          expect(value ?? '2025').toMatch(/^\d{4}(?:-\d{2}){0,2}$/u);
        }
      }),
      { numRuns: 300 },
    );
  });
});
