import { describe, expect, it } from 'vitest';
import type { CandidateClaim } from '../../src/briefing/candidate.ts';
import { findDisagreements } from '../../src/briefing/disagreements.ts';
import { overlap } from '../../src/briefing/subjects.ts';
import { candidatesOf, makeArticle } from '../support/articles.ts';

const one = (text: string, outlet: string | null): CandidateClaim => {
  const [candidate] = candidatesOf(makeArticle(`${outlet ?? 'none'}: ${text}`, text, { outlet }));
  if (!candidate) throw new Error(`not quotable: ${text}`);
  return candidate;
};

const PAIRS: readonly (readonly [name: string, differ: boolean, left: CandidateClaim, right: CandidateClaim])[] = [
  [
    'another share',
    true,
    one('Exports of Chinese gallium fell by 35.3% in a year.', 'A'),
    one('Exports of Chinese gallium fell by 30% in a year.', 'B'),
  ],
  [
    'the same share in other words',
    false,
    one('Exports of Chinese gallium fell by 35%.', 'A'),
    one('Exports of Chinese gallium fell 35 per cent.', 'B'),
  ],
  [
    'another share from one outlet',
    false,
    one('Exports of Chinese gallium fell by 35.3% in a year.', 'A'),
    one('Exports of Chinese gallium fell by 30% in a year.', 'A'),
  ],
  [
    'another share of something else',
    false,
    one('Exports of Chinese gallium fell by 35.3% in a year.', 'A'),
    one('Prices of tea in Rome rose by 30% in May.', 'B'),
  ],
  [
    'another share on another day',
    false,
    one('Exports of Chinese gallium fell by 35% on 10 January 2025.', 'A'),
    one('Exports of Chinese gallium fell by 30% on 13 January 2025.', 'B'),
  ],
  [
    'two shares, of which any may be meant',
    false,
    one('Exports of Chinese gallium fell by 35% or 36%.', 'A'),
    one('Exports of Chinese gallium fell by 30%.', 'B'),
  ],
  [
    'a denial by another',
    true,
    one('Mara Lindt said that China would ban gallium exports to Britain.', 'A'),
    one('Wang Yi denied that China would ban gallium exports to Britain.', 'B'),
  ],
  [
    'a denial by the same',
    false,
    one('Wang Yi said that China would ban gallium exports to Britain.', 'A'),
    one('Wang Yi denied that China would ban gallium exports to Britain.', 'B'),
  ],
  [
    'a denial by nobody named',
    false,
    one('Mara Lindt said that China would ban gallium exports to Britain.', 'A'),
    one('Critics denied that China would ban gallium exports to Britain.', 'B'),
  ],
  [
    'two denials',
    false,
    one('Mara Lindt denied that China would ban gallium exports to Britain.', 'A'),
    one('Wang Yi denied that China would ban gallium exports to Britain.', 'B'),
  ],
];

describe('disagreements', () => {
  it.each(PAIRS)('%s: %s', (_, differ, left, right) => {
    expect(findDisagreements([left, right])).toEqual(differ ? [left, right] : []);
    expect(findDisagreements([right, left])).toEqual(differ ? [right, left] : []);
  });

  it('control: by shared words and other digits alone, most of what agrees would differ', () => {
    const digits = ({ claim }: CandidateClaim): string => claim.text.replace(/\D/gu, '');
    const naive = (left: CandidateClaim, right: CandidateClaim): boolean =>
      digits(left) !== digits(right) && overlap(left.terms, right.terms) >= 0.5;
    expect(PAIRS.filter(([, differ, left, right]) => naive(left, right) && !differ).length).toBeGreaterThanOrEqual(3);
  });

  it('are pairs, and no claim is in two', () => {
    const claims = ['35', '30', '25', '20'].map((share, index) =>
      one(`Exports of Chinese gallium fell by ${share}% in a year.`, `outlet ${index}`),
    );
    expect(findDisagreements(claims)).toEqual(claims);
    expect(findDisagreements(claims.slice(0, 3))).toEqual(claims.slice(0, 2));
  });

  it('leave out what an article judges and what is background', () => {
    const [left, right] = [one('Exports of Chinese gallium fell by 35%.', 'A'), one('Exports of Chinese gallium fell by 30%.', 'B')];
    expect(findDisagreements([left, { ...right, opinion: true }])).toEqual([]);
    expect(findDisagreements([{ ...left, background: true }, right])).toEqual([]);
  });
});
