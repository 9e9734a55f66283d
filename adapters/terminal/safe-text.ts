/**
 * Text from an article, a question or a file name as a terminal may show it: control characters, which could move the
 * cursor, recolour or retitle the window, become visible marks. The one way for foreign text to the screen.
 */
export function safeText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what it is about
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, '\u00b7');
}
