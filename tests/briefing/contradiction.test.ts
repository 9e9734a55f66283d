import { describe, expect, it } from 'vitest';
import { contradicts } from '../../src/briefing/contradiction.ts';
import type { ToldClaim } from '../../src/briefing/told-claim.ts';
import { sharedWords } from '../../src/briefing/told-claim.ts';
import { toldBy } from '../support/told.ts';

const then = (text: string): ToldClaim => toldBy(text, { published: '2025-01-10' });
const now = (text: string): ToldClaim => toldBy(text, { published: '2025-01-14' });
const SAID = 'Mara Lindt said that China would ban gallium exports to Britain.';

const CONTRADICTIONS: readonly (readonly [name: string, then: ToldClaim, now: ToldClaim])[] = [
  ['a denial by another', then(SAID), now('Foreign Minister Wang Yi denied that China would ban gallium exports to Britain.')],
  ['a denial by the same', then(SAID), now('Mara Lindt denied that China would ban gallium exports to Britain.')],
  ['what had been denied', then('Wang Yi denied that China would ban gallium exports to Britain.'), now(SAID)],
  ['a negation by the same', then(SAID), now('Mara Lindt said that China would not ban gallium exports to Britain.')],
  ['a negation by another', then(SAID), now('Wang Yi said on Monday that China would not ban gallium exports to Britain.')],
];

const NONE: readonly (readonly [name: string, then: ToldClaim, now: ToldClaim])[] = [
  ['the same said again', then(SAID), now(SAID)],
  ['two denials', then(SAID.replace('said', 'denied')), now('Wang Yi denied that China would ban gallium exports to Britain.')],
  ['a denial of something else', then(SAID), now('Wang Yi denied that China would lower duties on British whisky.')],
  ['a denial by nobody named', then(SAID), now('Critics denied that China would ban gallium exports to Britain.')],
  [
    'a denial of what somebody wants',
    then(SAID.replace('said that China would', 'called on China to')),
    now('Wang Yi denied that China would ban gallium exports to Britain.'),
  ],
  [
    'the course of things, which no one says',
    then('The ministry in London has not answered the letter from Beijing.'),
    now('The ministry in London has answered the letter from Beijing.'),
  ],
  [
    'opposite directions, which may be of two months',
    then('Mara Lindt said that gallium exports to Britain had risen.'),
    now('Wang Yi said that gallium exports to Britain had fallen.'),
  ],
  [
    'another day',
    then('Mara Lindt said that China closed the port of Tianjin on 3 January 2025.'),
    now('Wang Yi denied that China closed the port of Tianjin on 9 January 2025.'),
  ],
  ['a negation of something else', then(SAID), now('Mara Lindt said that China would not lower duties on British whisky.')],
];

describe('a contradiction', () => {
  it.each(CONTRADICTIONS)('is %s', (_, old, own) => expect(contradicts(own, old)).toBe(true));

  it.each(NONE)('is not %s', (_, old, own) => expect(contradicts(own, old)).toBe(false));

  it('control: by words in common alone, most of these would be contradictions', () => {
    expect(NONE.filter(([, old, own]) => sharedWords(own, old) >= 0.5).length).toBeGreaterThanOrEqual(5);
  });
});
