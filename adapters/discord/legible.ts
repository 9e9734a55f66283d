/**
 * Text as it may stand in JSON for Discord: well-formed, lines ended by `\n`, and control characters and those that turn the
 * direction of what follows as visible dots.
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

/** A text of one line of at most `most` units, with `…` where something was cut off; never empty. */
export function cutLabel(text: string, most: number): string {
  const line = onOneLine(text);
  if (line === '') return '…';
  if (line.length <= most) return line;
  let cut = '';
  for (const character of line) {
    if (cut.length + character.length > most - 1) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}
