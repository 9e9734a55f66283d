/** Columns a character takes on a terminal: two for East Asian wide characters, one for all else. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(character) ? 2 : 1;
  return columns;
}

/** Cuts a word that is wider than a line, as text without spaces is, into pieces that fit. */
function cutWide(word: string, width: number): readonly string[] {
  if (columnsOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (columnsOf(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/**
 * Breaks text into lines of at most `width` columns at its spaces; the first line begins with `first`, all others with
 * `rest`. Nothing is lost: the words of the lines are the words of the text.
 */
export function wrap(text: string, width: number, first = '', rest: string = first): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  const room = Math.max(20, width) - Math.max(columnsOf(first), columnsOf(rest));
  for (const word of text
    .split(/\s+/u)
    .filter((one) => one !== '')
    .flatMap((one) => cutWide(one, room))) {
    if (!empty && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}
