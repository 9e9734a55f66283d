import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../src/bot/reply-commands.ts';
import { numberQuotes } from '../../../src/domain/number-quotes.ts';
import type { Line, Outline } from '../../../src/domain/outline/outline.ts';
import { FIRST_CLAIMS } from '../../../src/domain/outline/outline-brief.ts';
import { outlineOf } from '../../../src/domain/outline/outline-of.ts';
import { cutLine, packLines } from '../../../src/domain/outline/pack-lines.ts';
import { splitText } from '../../../src/domain/outline/split-text.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { randomAnswer, randomBrief } from '../../support/random-replies.ts';

function linesOf({ first, rest }: Outline): readonly Line[] {
  return [...first, ...rest];
}

function claimLines(lines: readonly Line[]) {
  return lines.filter((line) => line.kind === 'claim');
}

describe('the outline of a reply', () => {
  it('has every claim of a brief once, in order, with its marks, and no more than seven in the first message', () => {
    fc.assert(
      fc.property(randomBrief, (brief) => {
        const outline = outlineOf(brief);
        const claims = claimsOf(brief).filter((claim) =>
          brief.sections.some(({ name, claims: own }) => name !== 'coverage' && own.includes(claim)),
        );
        const shown = claimLines(linesOf(outline));
        expect(claimLines(outline.first).length).toBeLessThanOrEqual(FIRST_CLAIMS);
        for (const claim of claims) expect(shown.filter(({ text }) => text.startsWith(claim.text)).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('has a source, with its link, for every mark that it shows', () => {
    fc.assert(
      fc.property(fc.oneof(randomBrief, randomAnswer), (reply) => {
        const outline = outlineOf(reply);
        for (const part of [outline.first, outline.rest]) {
          const sourced = new Set(part.flatMap((line) => (line.kind === 'source' ? line.marks : [])));
          const used = claimLines(part).flatMap(({ marks }) => marks);
          expect(used.filter((mark) => !sourced.has(mark))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('offers every quote of a reply to be read, and no link that its citations do not have', () => {
    fc.assert(
      fc.property(fc.oneof(randomBrief, randomAnswer), (reply) => {
        const outline = outlineOf(reply);
        const claims = claimsOf(reply);
        if (claims.length > 0)
          expect(outline.controls?.quotes.map(({ mark }) => mark)).toEqual(numberQuotes(claims).quotes.map(({ mark }) => mark));
        const nearest = reply.kind === 'answer' ? reply.nearest : [];
        const stored = new Set([...claims.flatMap(({ citations }) => citations), ...nearest].map(({ url }) => url));
        for (const line of linesOf(outline)) if (line.kind === 'source' && line.url !== null) expect(stored).toContain(line.url);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a text that is cut', () => {
  it('is whole again when it is joined, in pieces that fit and break no pair', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 8 }), fc.integer({ min: 2, max: 60 }), (texts, most) => {
        const text = texts.join(' ').toWellFormed();
        const pieces = splitText(text, most);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(most);
          expect(piece.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('is cut at a blank where there is one', () => {
    expect(splitText('one two three', 9)).toEqual(['one two ', 'three']);
    expect(splitText('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(splitText('', 4)).toEqual(['']);
  });
});

describe('lines that are packed', () => {
  const room = {
    lineText: 50,
    weight: 120,
    lines: 4,
    weightOf: (line: Line) => line.text.length + ('label' in line ? (line.label?.length ?? 0) : 0),
  };

  function textOf(lines: readonly Line[]): string {
    return lines.map((line) => ('label' in line ? (line.label ?? '') : 'lead' in line ? line.lead : '') + line.text).join('');
  }

  it('lose nothing, keep their order and fit', () => {
    fc.assert(
      fc.property(fc.oneof(randomBrief, randomAnswer), (reply) => {
        const lines = linesOf(outlineOf(reply)).map((line): Line => ({ ...line, text: line.text.toWellFormed() }));
        const messages = packLines(lines, room);
        expect(textOf(messages.flat())).toBe(textOf(lines));
        expect(claimLines(messages.flat()).flatMap(({ marks }) => marks)).toEqual(claimLines(lines).flatMap(({ marks }) => marks));
        for (const message of messages) {
          expect(message.length).toBeLessThanOrEqual(room.lines);
          expect(message.reduce((sum, line) => sum + room.weightOf(line), 0)).toBeLessThanOrEqual(room.weight);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('take a heading along with what it is over', () => {
    const lines: Line[] = ['a', 'b', 'c'].map((text) => ({ kind: 'plain', text }));
    const packed = packLines([...lines, { kind: 'heading', text: 'Positions' }, { kind: 'plain', text: 'd' }], room);
    expect(packed.map((message) => message.map(({ text }) => text))).toEqual([
      ['a', 'b', 'c'],
      ['Positions', 'd'],
    ]);
  });

  it('give a label that is long lines of its own', () => {
    const label = 'Somebody with a very long office · said';
    expect(cutLine({ kind: 'claim', label, text: 'x', marks: [1] }, 50)).toEqual([
      { kind: 'plain', text: label },
      { kind: 'claim', label: null, text: 'x', marks: [1] },
    ]);
  });
});
