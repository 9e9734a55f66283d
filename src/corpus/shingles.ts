import { hashText } from './hash-text.ts';
import { readWords, type Words } from './words.ts';

const SHINGLE_WORDS = 3;
/** Where words are written without spaces, characters count: five say about as much as three words. */
const SHINGLE_CHARACTERS = 5;

/** What runs are made of, with how many make the run that starts with each. */
interface Units {
  readonly hashes: readonly number[];
  readonly sizes: readonly number[];
}

/** Words, and single characters where words are not told apart by spaces. */
function unitsOf({ words }: Words): Units {
  const hashes: number[] = [];
  const sizes: number[] = [];
  for (const { hash, unspaced, text } of words) {
    if (!unspaced) {
      hashes.push(hash);
      sizes.push(SHINGLE_WORDS);
      continue;
    }
    for (const character of text) {
      hashes.push(hashText(character) | 0);
      sizes.push(SHINGLE_CHARACTERS);
    }
  }
  return { hashes, sizes };
}

/** Hashes of all runs of a text, as often as they are in it: see `shinglesOf`. */
export function runsOf(words: Words): Uint32Array {
  const { hashes, sizes } = unitsOf(words);
  const runs = new Uint32Array(sizes.length);
  let count = 0;
  for (let start = 0; start < sizes.length; start += 1) {
    const end = start + (sizes[start] ?? 0);
    if (start > 0 && end > hashes.length) continue;
    runs[count] = hashRun(hashes, start, Math.min(hashes.length, end));
    count += 1;
  }
  return runs.subarray(0, count);
}

/**
 * Hashes of the runs of three words in a text (of five characters where words have no spaces), in small letters, without
 * accents and punctuation. A text shorter than a run is one shingle.
 */
export function shinglesOf(text: string): ReadonlySet<number> {
  return new Set(runsOf(readWords(text)));
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
