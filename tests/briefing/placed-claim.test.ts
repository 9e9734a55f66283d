import { describe, expect, it } from 'vitest';
import { type PlacedClaim, placeClaims, setAgainst } from '../../src/briefing/placed-claim.ts';
import type { SectionName } from '../../src/domain/brief.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { toldBy } from '../support/told.ts';

const NEW = toldBy('Britain sent 180 inspectors to China in 2024.').claim;
const OLD = toldBy('Britain sent 140 inspectors to China in 2024.').claim;
const MORE: Claim = { ...OLD, citations: [...OLD.citations, ...toldBy('China closed a port.').claim.citations] };

/** What becomes of the first claim and of the others when the first is set against the old quote. */
function fates(...sections: readonly (readonly [SectionName, readonly Claim[]])[]): readonly PlacedClaim['fate'][] {
  const placed = placeClaims(sections.map(([name, claims]) => ({ name, claims, facts: [] })));
  const [one] = placed;
  if (!one) throw new Error('nothing was placed');
  setAgainst(placed, one, 'Updated', OLD.citations);
  return placed.map(({ fate }) => fate);
}

describe('a claim that is set against an earlier quote', () => {
  it('moves, and what repeats the quote gives way', () => {
    expect(fates(['positions', [NEW]])).toEqual(['moves']);
    expect(fates(['developments', [NEW]], ['background', [OLD]])).toEqual(['moves', 'gives-way']);
    expect(fates(['disagreements', [NEW, OLD]])).toEqual(['moves', 'gives-way']);
  });

  it('stays where the quote would be in the brief twice, or half of a pair would be left', () => {
    expect(fates(['developments', [NEW]], ['background', [MORE]])).toEqual(['stays', 'stays']);
    expect(fates(['developments', [NEW]], ['disagreements', [OLD, MORE]])).toEqual(['stays', 'stays', 'stays']);
    expect(fates(['disagreements', [NEW, MORE]])).toEqual(['stays', 'stays']);
    expect(fates(['disagreements', [NEW, toldBy('China closed a port.').claim]])).toEqual(['stays', 'stays']);
    expect(fates(['disagreements', [NEW]], ['background', [OLD]])).toEqual(['stays', 'stays']);
  });
});
