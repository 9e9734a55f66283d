/**
 * Text as it may stand in JSON for a platform: well-formed, lines ended by `\n`, and control characters and those that turn
 * the direction of what follows as visible dots.
 */
export function legible(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- as below
      .replace(/\r\n?|[\u0085\u000b\u000c\u2028\u2029]/gu, '\n')
      // oxlint-disable-next-line no-control-regex -- control characters are what it is about
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '\u00b7')
  );
}

/** The same on one line. */
export function onOneLine(text: string): string {
  return legible(text).replace(/\s+/gu, ' ').trim();
}

function lengthOf(text: string): number {
  return text.length;
}

/**
 * A text of one line that weighs no more than `most`, with `…` where something was cut off; never empty. `weigh` is what
 * the platform counts: UTF-16 units, unless it stores some characters longer.
 */
export function cutLabel(text: string, most: number, weigh: (text: string) => number = lengthOf): string {
  const line = onOneLine(text);
  if (line === '') return '…';
  if (weigh(line) <= most) return line;
  let cut = '';
  let weight = 1;
  for (const character of line) {
    weight += weigh(character);
    if (weight > most) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}
