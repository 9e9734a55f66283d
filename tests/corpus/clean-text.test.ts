import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/corpus/clean-text.ts';
import { hostileText } from '../support/hostile-text.ts';

describe('clean text', () => {
  it.each([
    ['composes what is written in parts', 'Pe\u0301kin', 'Pékin'],
    ['takes zero-width characters out of words', 'ban\u200bn\u200ded\ufeff', 'banned'],
    ['takes soft hyphens out', 'dis\u00adengage', 'disengage'],
    ['takes out marks that turn the direction of text', '\u202eevil\u202c \u2066x\u2069', 'evil x'],
    ['takes out tags, in which text can be hidden', 'safe\u{e0049}\u{e0047}\u{e007f}', 'safe'],
    ['takes out fillers that look like nothing', 'a\u3164b\u115fc', 'abc'],
    ['takes out control characters', 'a\u0000\u001b[31mb\u009b', 'a[31mb'],
    ['writes every line end as one', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['parts paragraphs by one blank line', 'a\n\n \n\t\nb', 'a\n\nb'],
    ['folds blanks of every width', 'a \u00a0\u2003\t b', 'a b'],
    ['leaves no blank at an end of a line or of the text', '  a \n b  ', 'a\nb'],
    ['makes half a character visible', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['composes what an invisible character kept apart', 'e\u200b\u0301', 'é'],
    ['composes what a control character kept apart', 'e\u0000\u0301', 'é'],
    ['keeps other scripts', 'שלום 中国 한국 नमस्ते', 'שלום 中国 한국 नमस्ते'],
    ['takes out what no font shows, in any script', 'a\u180fb\ufff3c\u{1bca2}d', 'abcd'],
    ['makes nothing of nothing', ' \u200b\n\ufeff ', ''],
  ])('%s', (_, dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });
});

type Clean = (text: string) => string;

const HIDDEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

describe('every single character', () => {
  const every = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code));

  it('that nobody sees is taken out', () => {
    expect(every.filter((one) => HIDDEN.test(one) && HIDDEN.test(cleanText(`a${one}b`).replace('\n', '')))).toEqual([]);
  });
});

/** What the docstring promises, each of one cleaner. */
const PROMISES = {
  'cleaning again changes nothing': (clean: Clean) => (text: string) => clean(clean(text)) === clean(text),
  'it is well-formed': (clean: Clean) => (text: string) => clean(text).isWellFormed(),
  'it is NFC': (clean: Clean) => (text: string) => clean(text) === clean(text).normalize('NFC'),
  'nothing in it is hidden': (clean: Clean) => (text: string) => !HIDDEN.test(clean(text).replaceAll('\n', '')),
  'blanks are single and inside': (clean: Clean) => (text: string) => !/[^\S\n]{2}|^\s|\s$|\n\n\n| \n|\n |[^\S \n]/u.test(clean(text)),
} as const;

const visible = (text: string): string => text.replace(/\p{Cf}|\p{Cc}|\ufe0f|\u3164/gu, '');

/** Cleaners that lack one thing each, by the promise that they break. */
const NAIVE: Readonly<Record<keyof typeof PROMISES, Clean>> = {
  'cleaning again changes nothing': (text) => visible(text.normalize('NFC')),
  'it is well-formed': (text) => visible(text).normalize('NFC').trim(),
  'it is NFC': (text) => visible(text.toWellFormed().normalize('NFC')).trim(),
  'nothing in it is hidden': (text) => text.replace(/[\u200b-\u200f\ufeff]/gu, '').trim(),
  'blanks are single and inside': (text) => text.replace(/ +/gu, ' ').trim(),
};

describe.each(Object.keys(PROMISES) as (keyof typeof PROMISES)[])('of any text: %s', (name) => {
  const property = (clean: Clean) => fc.property(hostileText, PROMISES[name](clean));

  it('holds', () => {
    fc.assert(property(cleanText), { numRuns: 500 });
  });

  it('control: is broken by a cleaner that leaves something out', () => {
    expect(() => fc.assert(property(NAIVE[name]), { numRuns: 2_000 })).toThrow('Counterexample');
  });
});
