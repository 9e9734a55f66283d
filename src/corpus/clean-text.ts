/* oxlint-disable no-control-regex, no-misleading-character-class -- characters that nobody sees are what it is about */
/** Invisible characters: zero-width, bidi marks and isolates, soft hyphen, tags, variation selectors of emoji, BOM. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu;
const LINE_END = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu;
/** Blanks that are not just one space: most are, and to replace each of those by another takes long. */
const BLANKS =
  / [\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+|[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000][\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*/gu;

function cleanOnce(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(LINE_END, '\n')
    .replace(CONTROL, '')
    .replace(BLANKS, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/**
 * Text as it is stored and quoted: well-formed, NFC, without invisible or control characters, blanks folded to one
 * space, paragraphs parted by one blank line. Emoji that are joined by invisible characters come apart: a joiner could
 * as well hide words. Cleaning clean text changes nothing.
 */
export function cleanText(text: string): string {
  const once = cleanOnce(text);
  // Taking a character out can bring two together that compose; a second pass settles that.
  return once === text ? once : cleanOnce(once);
}
