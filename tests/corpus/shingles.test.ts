import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containmentOf, shinglesOf } from '../../src/corpus/shingles.ts';
import { estimateContainment, signatureOf } from '../../src/corpus/signature.ts';
import { hostileText } from '../support/hostile-text.ts';
import { tell } from '../support/tell.ts';

describe('shingles', () => {
  it.each([
    ['case and punctuation', 'China banned gallium exports.', 'CHINA: banned “gallium” exports!', true],
    ['accents', 'Le café à Genève ouvre', 'le cafe a geneve ouvre', true],
    ['the kind of apostrophe', "It isn't over at all", 'It isn’t over at all', true],
    ['line ends', 'one two three four', 'one two\n\nthree four', true],
    ['the order of words', 'one two three four', 'four three two one', false],
    ['a figure', 'rose 0.3 percent', 'rose 0.4 percent', false],
    ['a Chinese character', '中国外交部今天回应', '中国国防部今天回应', false],
  ])('with another %s: %s / %s', (_, one, other, same) => {
    expect(shinglesOf(one).symmetricDifference(shinglesOf(other)).size === 0).toBe(same);
  });

  it('control: without the order of words, a reversed text would be the same', () => {
    const bag = (text: string): ReadonlySet<string> => new Set(text.split(' '));
    expect(bag('one two three four').symmetricDifference(bag('four three two one')).size).toBe(0);
  });

  it.each([
    ['', 0],
    ['one', 1],
    ['one two', 1],
    ['one two three', 1],
    ['one two three four', 2],
  ])('of %j are %i', (text, count) => {
    expect(shinglesOf(text).size).toBe(count);
  });

  it('are numbers of 32 bits, of any text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const shingle of shinglesOf(text)) expect(shingle).toBe(Math.trunc(shingle) >>> 0);
      }),
    );
  });
});

const sets = fc.uniqueArray(fc.nat(50), { maxLength: 20 }).map((values): ReadonlySet<number> => new Set(values));

/** Between 0 and 1, the same both ways, 1 for a part of the other and 0 for nothing in common. */
const isShare = (share: typeof containmentOf) =>
  fc.property(sets, sets, (a, b) => {
    expect(share(a, b)).toBe(share(b, a));
    expect(share(a, b)).toBeLessThanOrEqual(1);
    expect(share(a, b) === 0).toBe(a.isDisjointFrom(b));
    if (a.size > 0) expect(share(a, a.union(b))).toBe(1);
  });

describe('containment', () => {
  it('is the share of the smaller one', () => {
    fc.assert(isShare(containmentOf));
  });

  it.each([
    ['of the first', (a: ReadonlySet<number>, b: ReadonlySet<number>) => a.intersection(b).size / Math.max(1, a.size)],
    ['of both together', (a: ReadonlySet<number>, b: ReadonlySet<number>) => a.intersection(b).size / Math.max(1, a.union(b).size)],
  ])('control: a share %s is none', (_, share) => {
    expect(() => fc.assert(isShare(share))).toThrow('Counterexample');
  });
});

describe('signatures', () => {
  it('are the same for the same text, in any run', () => {
    const { values, bands, shingles } = signatureOf(tell('a', 40));
    expect(signatureOf(tell('a', 40))).toEqual({ values, bands, shingles });
    expect([values.length, bands.length, new Set(bands).size]).toEqual([128, 64, 64]);
    expect(bands.every(Number.isSafeInteger)).toBe(true);
    // Stored signatures are compared with new ones: these must never change.
    expect(Array.from(signatureOf('one two three four').values.subarray(0, 3))).toEqual([3_179_271_014, 3_126_882_933, 2_129_119_695]);
  });

  it('tell near-duplicates from others, as far as an estimate can', () => {
    const [text, other] = [tell('a', 300), tell('b', 300)];
    const near = (left: string, right: string): number => estimateContainment(signatureOf(left), signatureOf(right));
    const exact = (left: string, right: string): number => containmentOf(shinglesOf(left), shinglesOf(right));
    for (const [left, right] of [
      [text, other],
      [text, `${text} ${other}`],
      [text, `${tell('a', 150)} ${other}`],
      [text, text],
    ] as const)
      expect(Math.abs(near(left, right) - exact(left, right))).toBeLessThan(0.2);
  });

  it('share a band when half of a text is another’s, and none for different texts', () => {
    const [text, other] = [tell('a', 300), tell('b', 300)];
    const shared = (left: string, right: string): number =>
      new Set(signatureOf(left).bands).intersection(new Set(signatureOf(right).bands)).size;
    expect(shared(text, `${tell('a', 150)} ${tell('c', 150)}`)).toBeGreaterThan(0);
    expect(shared(text, other)).toBe(0);
  });

  it('of nothing hold nothing', () => {
    expect(estimateContainment(signatureOf(''), signatureOf('a b c d'))).toBe(0);
  });
});
