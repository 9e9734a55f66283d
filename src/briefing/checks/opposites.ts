import { stemOf } from '../../corpus/terms.ts';
import { contentWords, shareIn } from './content-words.ts';
import type { Negator } from './negators.ts';
import type { Statement, StatementClause } from './statement.ts';

/** Words that say the opposite of each other, one pair of sides a line. */
const PAIRS = `
rise increase grow climb gain jump surge soar higher expand / fall drop decline decrease shrink slump plunge lower contract slip tumble
raise hike increase / cut reduce lower slash
approve accept adopt pass endorse back support / reject oppose veto block defeat
win / lose
open reopen launch start begin / close shut end finish halt stop
buy purchase / sell
import / export
arrive enter / leave depart
join / leave quit
meet hit reach / miss
strengthen / weaken
tighten / ease loosen relax
hire recruit / sack dismiss
largest biggest highest most / smallest lowest least fewest
profit / loss
surplus / deficit
majority / minority
ban prohibit bar forbid outlaw / allow permit authorise legalise
impose / lift scrap
convict / acquit clear
succeed / fail
welcome praise / condemn criticise
optimistic / pessimistic
confirm admit / deny
before / after
above / below
more / fewer less
`
  .trim()
  .split('\n')
  .map((line) => line.split(' / ').map((side) => side.split(' ')) as [string[], string[]]);

/** So much of what else the clause says must stand beside the opposite. */
const SAME = 0.5;

type Side = ReadonlySet<string>;

function keysOfSide(words: readonly string[]): Side {
  return new Set(
    words.flatMap((word) => [word, stemOf(word), ...contentWords(word, { start: 0, end: word.length }).map(({ key }) => key)]),
  );
}

const SIDES: readonly (readonly [Side, Side])[] = PAIRS.flatMap(([left, right]) => {
  const [a, b] = [keysOfSide(left), keysOfSide(right)];
  return [
    [a, b],
    [b, a],
  ] as const;
});

function hasAny(side: Side, keys: ReadonlySet<string>): boolean {
  return [...keys].some((key) => side.has(key));
}

function isNegated({ start, end }: StatementClause, negators: readonly Negator[]): boolean {
  return negators.some(({ kind, at }) => kind !== 'faint' && at >= start && at < end);
}

/** "Unemployment rose" says nothing of wages; a clause without a subject of its own may. */
function isOfOther({ subject }: StatementClause, claimed: ReadonlySet<string>): boolean {
  const keys = subject === null ? [] : contentWords(subject, { start: 0, end: subject.length }).map(({ key }) => key);
  return keys.length > 0 && !keys.some((key) => claimed.has(key));
}

/** True when a clause has a word whose opposite stands in its place in the quote, and neither of the two is negated. */
export function saysOpposite(clause: StatementClause, claimed: readonly Negator[], held: readonly Negator[], quoted: Statement): boolean {
  if (isNegated(clause, claimed)) return false;
  const subject = clause.subject ?? '';
  const told = new Set([...clause.keys, ...contentWords(subject, { start: 0, end: subject.length }).map(({ key }) => key)]);
  return SIDES.some(([own, other]) => {
    if (!hasAny(own, clause.keys) || hasAny(other, clause.keys)) return false;
    const rest = new Set([...clause.keys].filter((key) => !own.has(key)));
    const turned = quoted.clauses.some(
      (near) => hasAny(other, near.keys) && !hasAny(own, near.keys) && !isNegated(near, held) && shareIn(rest, near.keys) >= SAME,
    );
    return turned && quoted.clauses.every((near) => !hasAny(own, near.keys) || isOfOther(near, told));
  });
}
