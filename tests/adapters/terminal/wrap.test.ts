import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeText } from '../../../adapters/terminal/safe-text.ts';
import { wrap } from '../../../adapters/terminal/wrap.ts';

describe('wrapping', () => {
  it('keeps every character that is not a space, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 40, max: 120 }), (text, width) => {
        expect(wrap(text, width).replace(/\s+/gu, '')).toBe(text.replace(/\s+/gu, ''));
      }),
    );
  });

  it('keeps lines within the width, also where text has no spaces', () => {
    const lines = wrap('中国外交部发言人表示'.repeat(20), 40, '> ').split('\n');
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.every((line) => line.startsWith('> ') && line.length <= 21)).toBe(true);
  });
});

describe('foreign text on a terminal', () => {
  const hostile = 'a\u001b]0;title\u0007b\u001b[2Jc\u202egnp';

  it('has no control characters left', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        // oxlint-disable-next-line no-control-regex -- control characters are what it is about
        expect(safeText(text)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
      }),
    );
  });

  it('control: without the guard the escape sequence would reach the screen', () => {
    const wrapped = wrap(hostile, 80);
    expect(wrapped).toContain('\u001b[2J');
    expect(wrap(safeText(hostile), 80)).not.toContain('\u001b');
  });
});
