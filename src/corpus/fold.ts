/** Text made comparable, with the way back to where each of its units came from. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where in the original what it stands for begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const FOLDED: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’‚‛′ʼ`´＇', (mark): [string, string] => [mark, "'"]),
  ...Array.from('“”„‟″«»「」『』＂', (mark): [string, string] => [mark, '"']),
  ...Array.from('‐‑‒–—―−﹣－', (mark): [string, string] => [mark, '-']),
  ['…', '...'],
  ['，', ','],
  ...Array.from('\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff', (mark): [string, string] => [mark, '']),
]);
const SPACE = /^\s$/u;
/** A character with the marks that may compose with it; Korean letters compose with one another. */
const CLUSTER = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gu;

function* pieces(text: string): Generator<readonly [string, number]> {
  let at = 0;
  if (text === text.normalize('NFC')) {
    for (const character of text) {
      yield [character, at];
      at += character.length;
    }
    return;
  }
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) yield [cluster, index];
}

/**
 * Folds what differs in writing and not in wording: NFC, quotation marks, dashes, the ellipsis, white space (runs are
 * one blank, none at the ends), invisible characters. Case is kept, since it tells names from words.
 */
export function fold(text: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let out = '';
  let blank = -1;
  for (const [piece, at] of pieces(text)) {
    if (SPACE.test(piece)) {
      if (blank === -1 && out !== '') blank = at;
      continue;
    }
    const folded = FOLDED.get(piece) ?? (piece.length > 1 ? piece.normalize('NFC') : piece);
    if (folded === '') continue;
    if (blank !== -1) {
      out += ' ';
      starts.push(blank);
      ends.push(at);
      blank = -1;
    }
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at);
      ends.push(at + piece.length);
    }
    out += folded;
  }
  return { text: out, starts, ends };
}
