import { shareIn } from './content-words.ts';
import type { Statement, StatementClause } from './statement.ts';

/** A clause of a quote that says most of what a clause of a claim says, and how much of it. */
export interface Aligned {
  readonly clause: StatementClause;
  readonly share: number;
}

/** Of two clauses that hold about as much, the one with the same verb is meant. */
const SAME_VERB = 0.3;

/** The clause of the quote that says most of what a clause of a claim says; the earlier of two that say as much. */
export function alignClause(wanted: StatementClause, quoted: Statement): Aligned | null {
  let best: Aligned | null = null;
  let most = 0;
  for (const clause of quoted.clauses) {
    const share = Math.max(shareIn(wanted.content, clause.content), shareIn(wanted.keys, clause.keys));
    const score = share + (share > 0 && wanted.lemma !== null && wanted.lemma === clause.lemma ? SAME_VERB : 0);
    if (score > most) [best, most] = [{ clause, share }, score];
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

/** Where a word of a clause of the claim stands in the quote: in the clauses that say most of what this one says. */
export function placesOf(key: string, clause: StatementClause, quoted: Statement): readonly number[] {
  const places = quoted.clauses.flatMap((held) =>
    held.words
      .filter((word) => word.key === key)
      .map(({ start }) => ({ start, share: shareIn(clause.keys, held.keys) + (held.lemma === clause.lemma ? SAME_VERB : 0) })),
  );
  const most = Math.max(0, ...places.map(({ share }) => share));
  return places.filter(({ share }) => share === most).map(({ start }) => start);
}
