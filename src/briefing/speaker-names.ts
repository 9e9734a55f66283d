/** Words of a name in lower case, without titles' punctuation. */
function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function containsWords(words: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length === 0) return false;
  return words.some((_, index) => wanted.every((word, offset) => words[index + offset] === word));
}

/** All names of whoever is called `name`, itself included. */
export function otherNames(name: string, aliases: readonly (readonly string[])[]): readonly string[] {
  const own = wordsOf(name).join(' ');
  const groups = aliases.filter((group) => group.some((alias) => wordsOf(alias).join(' ') === own));
  return [...new Set([name, ...groups.flat()])];
}

/**
 * True when `speaker`, as an article gives it ("Foreign Secretary David Lammy", "Lammy"), is one of `names`: either
 * holds the other as whole words, in order. "Beijing" does not speak because somebody spoke in Beijing: only the
 * speaker's own words count.
 */
export function namesSpeaker(speaker: string, names: readonly string[], aliases: readonly (readonly string[])[]): boolean {
  const words = wordsOf(speaker);
  return names.some((name) =>
    otherNames(name, aliases).some((other) => {
      const wanted = wordsOf(other);
      return containsWords(words, wanted) || (words.length === 1 && wanted.length <= 3 && wanted.at(-1) === words[0]);
    }),
  );
}
