const PARTS = 'ba ce di fo gu ha je ki lo mu na pe ri so tu'.split(' ');

/** A made-up text of `words` words; texts of different seeds share no run of words, a shorter one of a seed begins a longer. */
export function tell(seed: string, words: number): string {
  let state = Array.from(seed).reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) >>> 0, 7);
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
  return Array.from({ length: words }, () => Array.from({ length: 3 }, () => PARTS[next() % PARTS.length]).join('')).join(' ');
}
