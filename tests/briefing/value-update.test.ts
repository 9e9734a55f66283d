import { describe, expect, it } from 'vitest';
import type { ToldClaim } from '../../src/briefing/told-claim.ts';
import { changedValue, findUpdate } from '../../src/briefing/value-update.ts';
import { toldBy } from '../support/told.ts';

const OLD = '2025-01-10';
const NEW = '2025-01-14';
const THEN = 'The Treasury said that the deals would be worth £600m to the British economy.';
const then = (text: string, published: string | null = OLD): ToldClaim => toldBy(text, { published });
const now = (text: string, published: string | null = NEW): ToldClaim => toldBy(text, { published });

const UPDATES: readonly (readonly [name: string, from: string, to: string, then: ToldClaim, now: ToldClaim])[] = [
  [
    'another sum',
    '£600m',
    '£700m',
    then(THEN),
    now('The Treasury said on Monday that the deals would be worth £700m to the British economy.'),
  ],
  [
    'the same sum in other words is still one measure',
    '£600 million',
    '£0.7bn',
    then('The Treasury said that the deals would be worth £600 million to the British economy.'),
    now('The Treasury announced that the deals would be worth £0.7bn to the British economy.'),
  ],
  [
    'a count of the same acts',
    '140',
    '180',
    then('Britain sent 140 inspectors to China in 2024.'),
    now('Britain sent 180 inspectors to China in 2024.'),
  ],
  [
    'a rate of the same month',
    '2.5%',
    '2.6%',
    then('Eurostat said that prices in Britain rose by 2.5% in December 2024.'),
    now('Eurostat said that prices in Britain rose by 2.6% in December 2024.'),
  ],
  [
    'the same man by a shorter name',
    '£600m',
    '£700m',
    then('Chancellor Rachel Reeves said that the deals would be worth £600m to the British economy.'),
    now('Reeves said that the deals would be worth £700m to the British economy.'),
  ],
];

const NEAR_MISSES: readonly (readonly [name: string, then: ToldClaim, now: ToldClaim])[] = [
  ['another unit', then(THEN), now(THEN.replace('£600m', '$700m'))],
  ['a count and a sum', then('Britain sent 140 inspectors to China.'), now('Britain sent £180 inspectors to China.')],
  ['the same value', then(THEN), now(THEN.replace('£600m', '£600 million'))],
  ['another actor', then(THEN), now(THEN.replace('The Treasury', 'Rachel Reeves'))],
  ['an actor without a name', then(THEN), now(THEN.replace('The Treasury', 'Critics'))],
  [
    'another thing measured',
    then('Eurostat said that exports of gallium to Britain had fallen by 35 tonnes.'),
    now('Eurostat said that exports of germanium to Britain had fallen by 30 tonnes.'),
  ],
  [
    'a part of what was measured',
    then('Eurostat said that exports of gallium had fallen by 35 tonnes.'),
    now('Eurostat said that exports of gallium to Britain had fallen by 30 tonnes.'),
  ],
  [
    'the other way',
    then('Eurostat said that exports of gallium had fallen by 35 tonnes.'),
    now('Eurostat said that exports of gallium had risen by 30 tonnes.'),
  ],
  [
    'another reference date',
    then('Eurostat said that prices in Britain rose by 2.5% in November 2024.'),
    now('Eurostat said that prices in Britain rose by 2.6% in December 2024.'),
  ],
  ['a reference date on one side', then('Britain sent 140 inspectors to China in 2024.'), now('Britain sent 180 inspectors to China.')],
  [
    'a rate without its date, which may be of another month',
    then('Eurostat said that prices in Britain rose by 2.5%.'),
    now('Eurostat said that prices in Britain rose by 2.6%.'),
  ],
  ['an older article', then(THEN, NEW), now(THEN.replace('600', '700'), OLD)],
  ['an article of the same day, of which none is the later', then(THEN, OLD), now(THEN.replace('600', '700'), OLD)],
  ['an undated article', then(THEN), now(THEN.replace('600', '700'), null)],
  ['an article of another quarter', then(THEN, '2024-10-10'), now(THEN.replace('600', '700'), NEW)],
  ['another bound', then(THEN), now(THEN.replace('£600m', 'at least £700m'))],
  ['a wish', then(THEN), now('The Treasury called for deals that would be worth £700m to the British economy.')],
  ['less certain', then(THEN), now('The Treasury said that the deals may be worth £700m to the British economy.')],
  ['a denial', then(THEN), now('The Treasury denied that the deals would be worth £700m to the British economy.')],
  ['a negation', then(THEN), now('The Treasury said that the deals would not be worth £700m to the British economy.')],
  [
    'two values of which any may be meant',
    then(THEN),
    now('The Treasury said that the deals would be worth £700m or £800m to the British economy.'),
  ],
];

describe('an updated value', () => {
  it.each(UPDATES)('is told for %s', (_, from, to, old, own) => {
    expect(findUpdate(own, old)).toEqual({ from, to });
  });

  it.each(NEAR_MISSES)('is not told for %s', (_, old, own) => {
    expect(findUpdate(own, old)).toBeNull();
  });

  it('control: by other figures in what is worded alike, most of these would be called updates', () => {
    const naive = NEAR_MISSES.filter(([, old, own]) => changedValue(own.claim.text, old.claim.text) !== null);
    expect(naive.length).toBeGreaterThanOrEqual(10);
  });
});
