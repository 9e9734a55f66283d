/** A share with what it is a share of, as every line of the evaluation shows it. */
export function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} % (${part} of ${whole})`;
}

/** How often each value occurs, the most frequent first, as `value n, value n`. */
export function tally(values: readonly string[]): string {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, group]) => [value, group.length] as const);
  return counts
    .toSorted(([, a], [, b]) => b - a)
    .map(([value, count]) => `${value} ${count}`)
    .join(', ');
}
