import { tokenize } from './tokens.ts';

const SHINGLE_WORDS = 3;
/** Where words are written without spaces, characters count: five say about as much as three words. */
const SHINGLE_CHARACTERS = 5;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** FNV-1a over UTF-16 units, 32 bits. */
export function hashText(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

function fold(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'");
}

interface Units {
  readonly hashes: readonly number[];
  /** For each unit, how many make the run that starts with it. */
  readonly sizes: readonly number[];
}

/** What runs are made of: words, and single characters where words are not told apart by spaces. */
function unitsOf(text: string): Units {
  const hashes: number[] = [];
  const sizes: number[] = [];
  for (const { text: word } of tokenize(text)) {
    const unspaced = UNSPACED.test(word);
    for (const unit of unspaced ? word : [fold(word)]) {
      hashes.push(hashText(unit));
      sizes.push(unspaced ? SHINGLE_CHARACTERS : SHINGLE_WORDS);
    }
  }
  return { hashes, sizes };
}

/**
 * Hashes of the runs of three words in a text (of five characters where words have no spaces), in small letters, without
 * accents and punctuation. A text shorter than a run is one shingle.
 */
export function shinglesOf(text: string): ReadonlySet<number> {
  const { hashes, sizes } = unitsOf(text);
  const shingles = new Set<number>();
  for (const [start, size] of sizes.entries()) {
    if (start === 0 || start + size <= hashes.length) shingles.add(hashRun(hashes, start, Math.min(hashes.length, start + size)));
  }
  return shingles;
}

/** Mixes the hashes of a run so that their order counts. */
function hashRun(hashes: readonly number[], start: number, end: number): number {
  let value = 0x9e3779b9;
  for (let index = start; index < end; index += 1) {
    value = Math.imul(value ^ (hashes[index] ?? 0), 0x85ebca6b);
    value ^= value >>> 15;
  }
  return value >>> 0;
}

/** Which share of the smaller set the other one holds: 0 to 1, and 0 when one is empty. */
export function containmentOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return small.size === 0 ? 0 : shared / small.size;
}
