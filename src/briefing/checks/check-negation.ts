import { type Aligned, alignClause } from './align.ts';
import type { ClaimReading } from './claim-reading.ts';
import type { Failure } from './failure.ts';
import { type Mark, negatorsIn } from './marks.ts';
import type { StatementClause } from './statement.ts';

type Negator = Mark<'hard' | 'soft'>;

/** So much of a clause must be found again before its negations can be compared. */
const ALIGNED = 0.4;

function isOdd(negators: readonly Negator[]): boolean {
  return negators.length % 2 === 1;
}

function hard(negators: readonly Negator[]): readonly Negator[] {
  return negators.filter(({ kind }) => kind === 'hard');
}

function stemOfWord(word: string): string {
  return word.slice(0, 4);
}

/** Soft negators that both have cancel out: "ruled out" against "did not rule out" leaves the "not". */
function softLeft(own: readonly Negator[], other: readonly Negator[]): readonly Negator[] {
  const shared = new Set(other.filter(({ kind }) => kind === 'soft').map(({ word }) => stemOfWord(word)));
  return own.filter(({ kind, word }) => kind === 'soft' && !shared.has(stemOfWord(word)));
}

/** True when the two clauses can mean the same: as many negations, or a verb on one side that stands for one on the other. */
function agree(claimed: readonly Negator[], held: readonly Negator[]): boolean {
  if (isOdd(hard(claimed)) === isOdd(hard(held))) return true;
  return isOdd(hard(claimed)) ? softLeft(held, claimed).length > 0 : softLeft(claimed, held).length > 0;
}

function matches(clause: StatementClause, { clause: held }: Aligned, { said, quoted }: ClaimReading): boolean {
  const claimed = negatorsIn(said.text, clause);
  const all = negatorsIn(quoted.text, held);
  // "signed the deal without a vote" may be told as "signed the deal": a negation of what the claim leaves out does not count.
  const targeted = all.filter(({ target }) => target !== null && clause.keys.has(target));
  return agree(claimed, all) || agree(claimed, targeted);
}

/** What the quote denies, the claim denies, and nothing else: clause by clause, so that a "not" elsewhere raises no alarm. */
export function checkNegation(reading: ClaimReading): readonly Failure[] {
  if (reading.verbatim) return [];
  return reading.said.clauses.flatMap((clause) => {
    const aligned = alignClause(clause, reading.quoted);
    if (!aligned || aligned.share < ALIGNED || matches(clause, aligned, reading)) return [];
    return [
      {
        reason: 'negation',
        detail: `“${reading.said.text.slice(clause.start, clause.end).slice(0, 60)}” is the opposite of the quote`,
      } as const,
    ];
  });
}
