import { findNames } from '../corpus/names.ts';
import { otherNames } from './speaker-names.ts';

function wordsOf(name: string): readonly string[] {
  return (
    name
      .replace(/^the\s/iu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** "Reeves" is the end of "Chancellor Rachel Reeves"; "the committee" is the end of many names and of none. */
function isShortFor(short: string, long: string): boolean {
  const [own, whole] = [wordsOf(short), wordsOf(long)];
  const named = findNames(`x ${short}`).length > 0 && /^\p{Lu}/u.test(short);
  return named && own.length > 0 && own.length < whole.length && own.join(' ') === whole.slice(-own.length).join(' ');
}

/** True when two articles mean the same person or body, as far as their names alone can tell; unnamed ones are never the same. */
export function isSameSpeaker(left: string | null, right: string | null, aliases: readonly (readonly string[])[]): boolean {
  if (left === null || right === null) return false;
  const names = otherNames(right, aliases).map((name) => wordsOf(name).join(' '));
  return names.includes(wordsOf(left).join(' ')) || isShortFor(left, right) || isShortFor(right, left);
}
