import fc from 'fast-check';

/** Characters that texts from the outside hold and that code stumbles over, one kind a line. */
const UNITS: readonly string[] = [
  ['a', 'B', 'e', 'ß', 'İ', 'Ω', '7', '中', 'の', '한', 'ก', 'ש', '.', ',', '-', "'", '’', '“', '…', '!', '?'],
  [' ', '\n', '\n\n', '\r\n', '\t', '\u00a0', '\u2003', '\u2028', '\u0085', '\u000c'],
  ['\u0301', '\u0327', '\u0345', '\u1161', '\u11a8', '\u1100', '\u2126', '\u1e0b\u0323'],
  ['\u00ad', '\u200b', '\u200d', '\u200f', '\u202e', '\u2066', '\u2069', '\ufeff', '\ufe0f', '\u3164', '\u{e0041}', '\u{e007f}'],
  ['\u0000', '\u0008', '\u001b', '\u007f', '\u009b'],
  ['\ud800', '\udfff', '😀', '\u{1d400}', '\u{10ffff}', '\ufffe'],
].flat();

/** Short texts of letters of many scripts, with all that stands between them. */
export const awkwardText: fc.Arbitrary<string> = fc.string({ unit: fc.constantFrom(...UNITS), maxLength: 40 });

/** Characters that grow together once what parts them is taken out. */
const COMPOSING: readonly string[] = [
  'e',
  '\u0301',
  '\u0327',
  '\u1100',
  '\u1161',
  '\u11a8',
  '\u200b',
  '\u0000',
  '\ud83d',
  '\ude00',
  ' ',
  '\n',
];

/** Every code point, halves of pairs among them. (The unit `binary` of fast-check takes half a second to be made.) */
const anyCharacter = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));

/** Short texts made of little but trouble. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  awkwardText,
  fc.string({ unit: fc.constantFrom(...COMPOSING), maxLength: 20 }),
  fc.string({ unit: anyCharacter, maxLength: 60 }),
);

const WORDS = 'ministers agreed on 7 duties of 35.3% with China’s envoy and Dr. Ma in the U.S. over “cold peace” talks — 中国 said'.split(
  ' ',
);

const sentence = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30, size: 'max' }), fc.constantFrom('.', '!', '?', '.”'))
  .map(([words, end]) => `The ${words.join(' ')}${end}`);

/** Texts that look like news: sentences of words in paragraphs, clean already. */
export const newsText: fc.Arbitrary<string> = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 })
  .map((paragraphs) => paragraphs.map((sentences) => sentences.join(' ')).join('\n\n'));

/** The same, long enough for several passages. */
export const longNewsText: fc.Arbitrary<string> = fc.array(newsText, { minLength: 4, maxLength: 8 }).map((texts) => texts.join('\n\n'));
