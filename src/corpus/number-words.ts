import type { Span } from './spans.ts';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, index): [string, number] => [word, index]),
  ...TENS.map((word, index): [string, number] => [word, 20 + 10 * index]),
]);
const LARGE: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const WORD = [...SMALL.keys(), ...Object.keys(LARGE)].toSorted((a, b) => b.length - a.length).join('|');
const FIRST = `(?:${WORD}|a(?=\\s(?:${Object.keys(LARGE).join('|')})\\b))`;
const RUN = new RegExp(`(?<![\\p{L}\\d])${FIRST}\\b(?:(?:[\\s-]|\\sand\\s)(?:${WORD})\\b)*(\\sand\\sa\\shalf\\b)?`, 'giu');

/** A number written in words. */
export interface WordNumber extends Span {
  readonly value: number;
}

interface Sum {
  readonly total: number;
  readonly part: number;
}

/** Adds a word to a number begun; null when the word begins another number ("two, three"). */
function add({ total, part }: Sum, word: string): Sum | null {
  const large = LARGE[word];
  if (large === 100 || large === 12) return part > 99 ? null : { total, part: (part || 1) * large };
  if (large !== undefined) return total > 0 && large >= total ? null : { total: total + (part || 1) * large, part: 0 };
  const small = SMALL.get(word) ?? 0;
  const rest = part % 100;
  const fits = rest === 0 ? true : rest >= 20 && rest % 10 === 0 && small < 10 && small > 0;
  return fits && (part === 0 || part >= 20) ? { total, part: part + small } : null;
}

/** The numbers in a run of number words that begins at `offset`. "five to four" are two runs, "two three" two numbers. */
function readRun(run: string, offset: number): readonly WordNumber[] {
  const numbers: WordNumber[] = [];
  let sum: Sum | null = null;
  let start = 0;
  let end = 0;
  const close = (): void => {
    if (sum) numbers.push({ start: offset + start, end: offset + end, value: sum.total + sum.part });
  };
  for (const match of run.matchAll(/\p{L}+/gu)) {
    const word = match[0].toLowerCase();
    if (word === 'and') continue;
    const begun: Sum = { total: 0, part: 0 };
    const next: Sum | null = word === 'a' ? begun : add(sum ?? begun, word);
    const joined: boolean = next !== null && !(sum !== null && /\sand\s$/iu.test(run.slice(0, match.index)) && sum.total + sum.part < 100);
    if (!joined) close();
    if (sum === null || !joined) start = match.index;
    sum = joined ? next : add(begun, word);
    end = match.index + match[0].length;
  }
  close();
  return numbers;
}

/** Numbers written in English words, "one" among them: thirty-two, two hundred and forty, a dozen, half a million. */
export function findWordNumbers(text: string): readonly WordNumber[] {
  return [...text.matchAll(RUN)].flatMap((match) => {
    const half = match[1] ?? '';
    const numbers = readRun(match[0].slice(0, match[0].length - half.length), match.index);
    const last = numbers.at(-1);
    return half === '' || !last ? numbers : [...numbers.slice(0, -1), { ...last, end: last.end + half.length, value: last.value + 0.5 }];
  });
}
