/** Pieces of a text that are longer than this share its characters (V8), and would keep the whole text in memory as keys. */
const LONGEST_OWN = 12;

function ownCopyOf(word: string): string {
  return word.length <= LONGEST_OWN ? word : Array.from(word).join('');
}

/**
 * Keeps the results for so many words in a map that is emptied when full: cheaper than any order of use, and as good for
 * words, since news repeats them.
 */
export function remember<T>(work: (word: string) => T, limit: number): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const old = known.get(word);
    if (old !== undefined) return old;
    if (known.size >= limit) known.clear();
    const key = ownCopyOf(word);
    const result = work(key);
    known.set(key, result);
    return result;
  };
}
