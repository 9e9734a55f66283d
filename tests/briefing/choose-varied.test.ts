import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CandidateClaim } from '../../src/briefing/candidate.ts';
import { bestOf, chooseVaried, repeats, sharesQuote } from '../../src/briefing/choose-varied.ts';
import { candidatesOf, makeArticle } from '../support/articles.ts';

const [gallium, tea, antimony, lindt] = candidatesOf(
  makeArticle('a', 'China banned gallium exports to Britain on Monday.'),
  makeArticle('b', 'Tea prices in Rome rose after the floods of May.'),
  makeArticle('c', 'China banned gallium exports to Britain this week.'),
  makeArticle('d', 'Mara Lindt said that her ministry would vote on a new bill. Mara Lindt said that rivers had risen in Kent.'),
) as [CandidateClaim, CandidateClaim, CandidateClaim, CandidateClaim];
const weighing = (candidate: CandidateClaim, weight: number): CandidateClaim => ({ ...candidate, weight });

describe('varied claims', () => {
  it('come best first, and those that say the same only once', () => {
    const chosen = chooseVaried([weighing(tea, 1), weighing(gallium, 2), weighing(antimony, 3)], 5, []);
    expect(chosen.map(({ claim }) => claim.text)).toEqual([antimony.claim.text, tea.claim.text]);
  });

  it('leave out what stands elsewhere', () => {
    expect(chooseVaried([gallium, tea], 5, [antimony])).toEqual([tea]);
    expect(chooseVaried([gallium, tea], 0, [])).toEqual([]);
  });

  it('prefer another speaker, story and subject to a little more weight', () => {
    const other = candidatesOf(
      makeArticle('d', 'Mara Lindt said that her ministry would vote on a new bill. Mara Lindt said that rivers had risen in Kent.'),
    )[1];
    if (!other) throw new Error('two sentences were expected');
    const second = weighing({ ...other, story: lindt.story }, 2);
    const pool = [weighing(lindt, 3), second, weighing(tea, 1.5)];
    expect(chooseVaried(pool, 2, []).map(({ claim }) => claim.text)).toEqual([lindt.claim.text, tea.claim.text]);
    // Control: by weight alone the second sentence of the same speaker would come.
    expect(pool.toSorted((a, b) => b.weight - a.weight)[1]).toBe(second);
  });

  it('know overlapping quotes of one article from equal places in two', () => {
    const moved = (candidate: CandidateClaim, shift: number): CandidateClaim => ({
      ...candidate,
      claim: {
        ...candidate.claim,
        citations: candidate.claim.citations.map((one) => ({ ...one, start: one.start + shift, end: one.end + shift })),
      },
    });
    expect(sharesQuote(gallium, moved(gallium, 10))).toBe(true);
    expect(sharesQuote(gallium, moved(gallium, 500))).toBe(false);
    expect(sharesQuote(gallium, antimony)).toBe(false);
  });

  const pools = fc
    .array(fc.tuple(fc.constantFrom(gallium, tea, antimony, lindt), fc.integer({ min: -3, max: 9 })), { maxLength: 8 })
    .map((all) => all.map(([candidate, weight]) => weighing(candidate, weight)));

  const neverTwice = (choose: typeof chooseVaried) =>
    fc.property(pools, fc.nat(5), (pool, count) => {
      const chosen = choose(pool, count, []);
      expect(chosen.length).toBeLessThanOrEqual(count);
      expect(chosen.every((one) => pool.includes(one))).toBe(true);
      expect(chosen.some((one, index) => chosen.slice(0, index).some((before) => repeats(one, before)))).toBe(false);
    });

  it('never repeat each other, and are no more than asked for', () => {
    fc.assert(neverTwice(chooseVaried));
  });

  it('control: the weightiest do repeat each other', () => {
    const weightiest: typeof chooseVaried = (pool, count) => pool.toSorted((a, b) => b.weight - a.weight).slice(0, count);
    expect(() => fc.assert(neverTwice(weightiest))).toThrow('Counterexample');
  });
});

describe('the best of a list', () => {
  it('is the earliest among equals, and none of none', () => {
    expect(bestOf(['a', 'bb', 'cc'], ({ length }) => length)).toBe('bb');
    expect(bestOf([], () => 0)).toBeUndefined();
  });
});
