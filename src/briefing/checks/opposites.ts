import { stemOf } from '../../corpus/terms.ts';
import { alignClause } from './align.ts';
import { contentWords } from './content-words.ts';
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

type Side = ReadonlySet<string>;

function keysOfSide(words: readonly string[]): Side {
  return new Set(words.flatMap((word) => [word, stemOf(word), ...contentWords(word, { start: 0, end: word.length }).map(({ key }) => key)]));
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

/** True when a clause has a word whose opposite stands in its place in the quote, and neither of the two is negated. */
export function saysOpposite(clause: StatementClause, claimed: readonly Negator[], held: readonly Negator[], quoted: Statement): boolean {
  const aligned = alignClause(clause, quoted);
  if (!aligned || aligned.share < 0.5) return false;
  const near = aligned.clause;
  const negated =
    claimed.some(({ kind, at }) => kind !== 'faint' && at >= clause.start && at < clause.end) ||
    held.some(({ kind, at }) => kind !== 'faint' && at >= near.start && at < near.end);
  if (negated) return false;
  const changed = new Set([...clause.keys].filter((key) => !near.keys.has(key)));
  const given = new Set([...near.keys].filter((key) => !clause.keys.has(key)));
  return SIDES.some(([own, other]) => hasAny(own, changed) && hasAny(other, given) && !hasAny(own, near.keys) && !hasAny(other, clause.keys));
}
