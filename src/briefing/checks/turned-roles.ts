import type { ClaimReading } from './claim-reading.ts';
import { contentWords, shareIn } from './content-words.ts';
import { actsAs, namesOfActor } from './same-actor.ts';
import type { Statement, StatementClause } from './statement.ts';

/** What two do with each other: who of them is named first does not matter. */
const MUTUAL: ReadonlySet<string> = new Set(
  'meet talk agree marry discuss negotiate clash sign merge trade hold speak differ cooperate play fight'.split(' '),
);

function subjectKeys({ subject }: StatementClause): ReadonlySet<string> {
  const text = `x ${subject?.split(',')[0] ?? ''}`;
  return new Set(contentWords(text, { start: 2, end: text.length }).map(({ key }) => key));
}

function sentenceKeys({ sentence }: StatementClause, { clauses }: Statement): ReadonlySet<string> {
  return new Set(clauses.filter((clause) => clause.sentence === sentence).flatMap(({ keys }) => [...keys]));
}

function isTurned(clause: StatementClause, held: StatementClause, { said, quoted }: ClaimReading): boolean {
  const [own, other] = [subjectKeys(clause), subjectKeys(held)];
  if (own.size === 0 || other.size === 0 || shareIn(own, other) > 0) return false;
  return shareIn(own, sentenceKeys(held, quoted)) === 1 && shareIn(other, sentenceKeys(clause, said)) === 1;
}

/** Who does in the claim what is done to him in the quote, by whom it is done to in the claim: "the man bit the dog". */
export function turnedRoles(reading: ClaimReading): readonly string[] {
  const { said, quoted, names, aliases } = reading;
  return said.clauses.flatMap((clause) => {
    if (clause.lemma === null || clause.subject === null || MUTUAL.has(clause.lemma)) return [];
    const same = quoted.clauses.filter((held) => held.lemma === clause.lemma && held.subject !== null);
    const free = same.some((held) => actsAs(namesOfActor(clause), held, { names, aliases }) || !isTurned(clause, held, reading));
    return same.length === 0 || free ? [] : [clause.subject];
  });
}
