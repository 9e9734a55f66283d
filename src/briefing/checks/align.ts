import { shareIn } from './content-words.ts';
import type { Statement, StatementClause } from './statement.ts';

/** A clause of a quote that says most of what a clause of a claim says, and how much of it. */
export interface Aligned {
  readonly clause: StatementClause;
  readonly share: number;
}

/** The clause of the quote that holds most of the content of a claim's clause; the earlier of two that hold as much. */
export function alignClause(wanted: StatementClause, quoted: Statement): Aligned | null {
  let best: Aligned | null = null;
  for (const clause of quoted.clauses) {
    const share = shareIn(wanted.keys, clause.keys);
    if (share > 0 && (best === null || share > best.share)) best = { clause, share };
  }
  return best;
}

/** What somebody says in a statement: the words of the clauses by which he speaks and of all that they report. */
export function regionOf(speech: readonly StatementClause[], statement: Statement): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const clause of statement.clauses) {
    const governor = clause.governor === null ? null : statement.clauses[clause.governor];
    if (speech.includes(clause) || (governor && speech.includes(governor))) for (const key of clause.keys) keys.add(key);
  }
  return keys;
}
