/** More terms than a person asks with; each costs a pass over its postings. */
const TERM_LIMIT = 256;

/** One term as the index holds it: cut at NUL, where SQLite would end the string, and folded as its tokenizer folds. */
export function foldTerm(term: string): string {
  return term.replaceAll('\0', '').replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * FTS5's query for passages that hold any of the terms. Each is quoted, which leaves nothing of FTS5's syntax in them.
 * Null when there are none.
 */
export function matchAny(terms: readonly string[]): string | null {
  const distinct = [...new Set(terms.map(foldTerm))].filter((term) => term !== '').slice(0, TERM_LIMIT);
  if (distinct.length === 0) return null;
  return distinct.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
}
