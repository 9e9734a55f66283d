import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures, sameFigure } from '../../src/corpus/figures.ts';
import { findWordNumbers } from '../../src/corpus/number-words.ts';
import { findOrdinals } from '../../src/corpus/ordinals.ts';
import { hostileText } from '../support/hostile-text.ts';

/** Figures as `value unit`, with a `~` for what is approximate. */
function read(text: string): readonly string[] {
  return findFigures(text).map(({ value, unit, approximate }) => `${approximate ? '~' : ''}${value}${unit === null ? '' : ` ${unit}`}`);
}

describe('figures', () => {
  it.each([
    ['It added 140 firms.', ['140']],
    ['They paid 1,234,567 and 1 234 more.', ['1234567', '1234']],
    ['Output fell 35.3%.', ['35.3 %']],
    ['Output fell 35.3 per cent, or 4 percentage points.', ['35.3 %', '4 points']],
    ['Rates rose by 25 basis points.', ['0.25 points']],
    ['£600m in deals', ['600000000 GBP']],
    ['600 million pounds in deals', ['600000000 GBP']],
    ['$1.2bn, €3 billion, 5bn yuan', ['1200000000 USD', '3000000000 EUR', '5000000000 CNY']],
    ['HK$20 and A$30', ['20 HKD', '30 AUD']],
    ['between 2 and 3 million pounds', ['2000000 GBP', '3000000 GBP']],
    ['10–12%', ['10 %', '12 %']],
    ['thirty-two firms and two hundred and forty more', ['32', '240']],
    ['a dozen ships', ['12']],
    ['three and a half years', ['3.5 year']],
    ['half a million people', ['500000']],
    ['two-thirds of voters', [`${Number((2 / 3).toPrecision(12))}`]],
    ['a quarter of exports', ['0.25']],
    ['exports doubled twice over', ['2']],
    ['about 40 firms, up to 50 ships', ['~40', '~50']],
    ['hundreds of firms', ['~100']],
    ['over five years', ['5 year']],
    ['600亿美元', ['60000000000 USD']],
    ['35,3 Prozent', ['35.3 %']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['years and dates', 'In 2015, on 11 January 2025 and since 2019–2021.'],
    ['ordinals', 'The 7th round, the third draft and the second half.'],
    ['names', '5G, F-35, Covid-19 and G7.'],
    ['a lone one', 'One of them left.'],
    ['a link', 'see example.org/2/30'],
  ])('are none of %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  // Known to be wrong: after a name with a blank, a number is taken for a count ("Boeing 737-800", "Article 50").
  it.fails.each(['A Boeing 737-800 landed.', 'Britain invoked Article 50.'])('are none of %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('control: every run of digits would make figures of names and dates', () => {
    const naive = (text: string): readonly string[] => text.match(/\d+/gu) ?? [];
    expect(naive('5G, F-35, on 11 January 2025')).not.toEqual(read('5G, F-35, on 11 January 2025'));
  });
});

describe('the same figure', () => {
  const same = (one: string, other: string): boolean => {
    const [left, right] = [findFigures(one)[0], findFigures(other)[0]];
    return left !== undefined && right !== undefined && sameFigure(left, right);
  };

  it.each([
    ['£600m', '600 million pounds', true],
    ['half', '50%', true],
    ['thirty-two firms', '32 firms', true],
    ['140', '140 tonnes', true],
    ['3%', '3 percentage points', false],
    ['3%', '3', false],
    ['£600m', '$600m', false],
    ['£600m', '£600bn', false],
    ['hundreds', '100', false],
    ['35.3', '35.4', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(same(one, other)).toBe(expected);
    expect(same(other, one)).toBe(expected);
  });

  it('control: by value alone, a share would be a count and pounds dollars', () => {
    const naive = (one: string, other: string): boolean => findFigures(one)[0]?.value === findFigures(other)[0]?.value;
    expect([naive('3%', '3'), naive('£600m', '$600m')]).toEqual([true, true]);
  });
});

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A number below a thousand million as it is written out. */
function spell(value: number): string {
  if (value < 20) return SMALL[value] ?? '';
  if (value < 100) return `${TENS[Math.floor(value / 10)] ?? ''}${value % 10 > 0 ? `-${spell(value % 10)}` : ''}`;
  const [size, name] = value < 1_000 ? [100, 'hundred'] : value < 1_000_000 ? [1_000, 'thousand'] : [1_000_000, 'million'];
  const rest = value % size;
  return `${spell(Math.floor(value / size))} ${name}${rest === 0 ? '' : rest < 100 ? ` and ${spell(rest)}` : ` ${spell(rest)}`}`;
}

describe('numbers', () => {
  const value = fc.integer({ min: 0, max: 999_999_999 });
  const numbers = fc.oneof(fc.nat(150), value);

  it('written out are read as what they say', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(findWordNumbers(`They counted ${spell(number)} ships.`).map((found) => found.value)).toEqual([number]);
      }),
    );
  });

  it('in digits are read back, with commas and with a currency', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 2, max: 999 }), fc.integer({ min: 10_000, max: 999_999_999 })), (number) => {
        expect(read(`They paid £${number.toLocaleString('en')} for it.`)).toEqual([`${number} GBP`]);
      }),
    );
  });

  it('stand in order, with values that are numbers, in any text', () => {
    const text = fc.oneof(hostileText, fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,%£$–- mbn/:年月万')), maxLength: 30 }));
    fc.assert(
      fc.property(text, (one) => {
        const found = findFigures(one);
        for (const [index, { start, end, value: number }] of found.entries()) {
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.start ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(number).not.toBeNaN();
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('ordinals', () => {
  it.each([
    ['the third round', [3]],
    ['the 7th and 21st rounds', [7, 21]],
    ['on 7th January 2025', []],
    ['a third of voters, two-thirds of ships', []],
    ['on the second hand', []],
  ])('%s', (text, expected) => {
    expect(findOrdinals(text).map(({ value }) => value)).toEqual(expected);
  });
});
