/** The number of single-character edits (insert, delete, replace, swap of neighbours) between two words, by Damerau and Levenshtein. */
export function editDistance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let best = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[left.length]?.[right.length] ?? 0;
}

/** The slugs nearest to a mistyped one: within two edits, or made of the same parts in another order. Nearest first. */
export function nearSlugs(typed: string, slugs: readonly string[]): readonly string[] {
  const word = typed.trim().toLowerCase();
  if (word === '' || word.length > 60) return [];
  const parts = word
    .split(/[^\p{L}\p{N}]+/u)
    .toSorted()
    .join('-');
  return slugs
    .map((slug) => ({
      slug,
      distance: slug.split('-').toSorted().join('-') === parts ? 1 : editDistance(word, slug),
    }))
    .filter(({ distance }) => distance <= 2)
    .toSorted((a, b) => a.distance - b.distance || (a.slug < b.slug ? -1 : 1))
    .map(({ slug }) => slug);
}
