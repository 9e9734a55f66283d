import { describe, expect, it } from 'vitest';
import { chooseBottomLine } from '../../src/briefing/bottom-line.ts';
import type { CandidateClaim } from '../../src/briefing/candidate.ts';
import { candidatesOf, makeArticle } from '../support/articles.ts';

const textsOf = (claims: readonly CandidateClaim[]): readonly string[] => claims.map(({ claim }) => claim.text);
const linesOf = (text: string): readonly string[] => textsOf(chooseBottomLine(candidatesOf(makeArticle('a', text))));

const LEAD = 'Trade Secretary Mara Lindt said that Britain would not ban steel imports from China.';
const RULE = 'Lindt confirmed that safety has priority where a deal puts ports at risk.';
const VAGUE = 'Lindt said that engagement and dialogue had been useful for the relationship.';
const BACKGROUND = 'Britain has banned Huawei from its networks since 2020, and vetoed deals on ports, power and chips.';
const OPINION = 'This demonstrates the commitment of Britain to talks with China, Japan, India and France.';
const ACT = 'The Foreign Affairs Committee issued a report on Chinese investment on Monday.';

describe('the bottom line', () => {
  it('is the position of the main actor, then a rule or decision of his', () => {
    expect(linesOf([LEAD, VAGUE, RULE, BACKGROUND, OPINION].join('\n\n'))).toEqual([LEAD, RULE]);
  });

  it('control: by weight alone the background would lead', () => {
    const candidates = candidatesOf(makeArticle('a', [VAGUE, BACKGROUND, RULE].join('\n\n')));
    const weighty = candidates.map((candidate) => (candidate.background ? { ...candidate, weight: 99 } : candidate));
    expect(weighty.some(({ background }) => background)).toBe(true);
    expect(textsOf(chooseBottomLine(weighty))).not.toContain(BACKGROUND);
    const shown = chooseBottomLine(weighty.map((candidate) => ({ ...candidate, background: false, verb: 'said' })));
    expect(textsOf(shown)).toContain(BACKGROUND);
  });

  it.each([
    ['what an article judges', OPINION],
    ['what nobody says or does', 'The river Thames is long and wide in London.'],
    ['what critics say who are not named', 'Critics said that Britain would ban Chinese steel.'],
  ])('is never %s', (_, text) => {
    expect(linesOf(text)).toEqual([]);
  });

  it('is never longer than anybody reads', () => {
    const long = `Mara Lindt said that Britain would ban ${'steel and coal and '.repeat(20)}tea from China.`;
    expect(linesOf(long)).toEqual([]);
    expect(linesOf(long.replace(/(?:steel and coal and )+/u, ''))).toHaveLength(1);
  });

  it('does not say the same twice', () => {
    const again = 'Lindt said that Britain would not ban imports of steel from China.';
    expect(linesOf(`${LEAD}\n\n${again}`)).toHaveLength(1);
  });

  it('leaves the act of somebody else to what happened', () => {
    expect(linesOf([LEAD, VAGUE, ACT].join('\n\n'))).not.toContain(ACT);
    expect(linesOf(ACT)).toEqual([ACT]);
  });

  it('goes to what more outlets carry', () => {
    const [one] = candidatesOf(makeArticle('a', 'Mara Lindt said that Britain would ban steel from China.'));
    const [other] = candidatesOf(makeArticle('b', 'Wang Yi said that China would visit ports in Britain.'));
    if (!one || !other) throw new Error('two claims were expected');
    const carried = (candidate: CandidateClaim, outlets: number): CandidateClaim => ({
      ...candidate,
      weight: 5,
      story: { ...candidate.story, outlets },
    });
    expect(textsOf(chooseBottomLine([carried(one, 1), carried(other, 9)]))[0]).toBe(other.claim.text);
    expect(textsOf(chooseBottomLine([carried(one, 9), carried(other, 1)]))[0]).toBe(one.claim.text);
  });

  it('is nothing of nothing', () => {
    expect(chooseBottomLine([])).toEqual([]);
  });
});
