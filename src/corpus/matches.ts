const NONE: readonly RegExpExecArray[] = [];

/**
 * The matches of a global pattern that matches no empty text, in order. The same as `matchAll`, which copies the pattern
 * at every call: with twenty patterns for a sentence, the copies take longer than the matching.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) matches.push(match);
  return matches;
}
