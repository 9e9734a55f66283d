import type { Span } from '../../corpus/spans.ts';
import { stemOf } from '../../corpus/terms.ts';
import { alignClause, placesOf } from './align.ts';
import type { ClaimReading } from './claim-reading.ts';
import type { Failure } from './failure.ts';
import { type Negator, negatorsIn } from './negators.ts';
import { saysOpposite } from './opposites.ts';
import type { Statement, StatementClause } from './statement.ts';

/** So much of a clause must be found again before its negations can be compared. */
const ALIGNED = 0.4;
/** What "did not rule out" leaves. */
const OPEN = /\b(?:open|possib\p{L}+|may|might|could)\b/iu;

interface Sides {
  readonly reading: ClaimReading;
  readonly claimed: readonly Negator[];
  readonly held: readonly Negator[];
}

function negatorsOf({ text, sentences }: Statement): readonly Negator[] {
  return sentences.flatMap((sentence) => negatorsIn(text, sentence));
}

function isIn(at: number | null, { start, end }: Span): boolean {
  return at !== null && at >= start && at < end;
}

/** "denied that he knew" bears on both of its clauses. */
function bearsOn({ at, targetAt }: Negator, clause: Span): boolean {
  return isIn(at, clause) || isIn(targetAt, clause);
}

function isFirm({ kind }: Negator): boolean {
  return kind !== 'faint';
}

/** The words of a clause that the quote denies wherever it says what the clause says, and how many times over. */
function deniedWords(clause: StatementClause, { reading, held }: Sides): ReadonlyMap<string, number> {
  const firm = held.filter(isFirm);
  const levels = [...clause.keys].map((key): [string, number] => {
    const counts = placesOf(key, clause, reading.quoted).map((place) => firm.filter(({ targetAt }) => targetAt === place).length);
    return [key, counts.length === 0 ? 0 : Math.min(...counts)];
  });
  return new Map(levels.filter(([, level]) => level > 0));
}

/** The claim takes over what the quote denies: it denies it too, and as often ("did not rule out" is not "ruled out"). */
function keepsDenial(clause: StatementClause, denied: ReadonlyMap<string, number>, own: readonly Negator[], said: Statement): boolean {
  const twice = [...denied.values()].some((level) => level > 1);
  if (twice && own.filter(isFirm).length < 2) return OPEN.test(said.text.slice(clause.start, clause.end));
  if (own.length === 0) return false;
  return [...denied].every(([key, level]) => {
    const count = own.filter((negator) => isFirm(negator) && negator.target === key).length;
    return count === 0 || count === level;
  });
}

/** The quote denies somewhere over the word that the claim denies, be it in other words ("prevented the ship from docking"). */
function isSupported(negator: Negator, clause: StatementClause, { reading, claimed, held }: Sides): boolean {
  const { quoted } = reading;
  const shared = new Set(claimed.map(({ word }) => word.slice(0, 4)));
  const free = held.filter(({ kind, word }) => kind !== 'faint' || !shared.has(word.slice(0, 4)));
  const places = negator.target === null ? [] : placesOf(negator.target, clause, quoted);
  if (places.length > 0)
    return places.some((place) => {
      const home = quoted.clauses.find((other) => isIn(place, other));
      return free.some(({ at, targetAt }) => targetAt === place || (home !== undefined && isIn(at, home) && at < place));
    });
  const aligned = alignClause(clause, quoted);
  return !aligned || aligned.share < ALIGNED || free.some((one) => bearsOn(one, aligned.clause));
}

/** "did not back the plan" told as "endorsed the plan": another verb in the place of one that is denied. */
function dropsWithVerb(clause: StatementClause, { reading, held }: Sides): boolean {
  const aligned = alignClause(clause, reading.quoted);
  const lemma = aligned?.clause.lemma ?? null;
  if (!aligned || aligned.share < 0.5 || lemma === null || clause.lemma === null || clause.lemma === lemma) return false;
  return held.some((one) => isFirm(one) && one.target === stemOf(lemma) && isIn(one.targetAt, aligned.clause));
}

function contradicts(clause: StatementClause, sides: Sides): boolean {
  const own = sides.claimed.filter((negator) => bearsOn(negator, clause));
  const denied = deniedWords(clause, sides);
  if (denied.size > 0) return !keepsDenial(clause, denied, own, sides.reading.said);
  const firm = own.filter(isFirm);
  if (firm.length > 0) return !firm.some((negator) => isSupported(negator, clause, sides));
  return own.length === 0 && dropsWithVerb(clause, sides);
}

/** What the quote denies, the claim denies, and nothing else: word by word, so that a "not" elsewhere raises no alarm. */
export function checkNegation(reading: ClaimReading): readonly Failure[] {
  if (reading.verbatim) return [];
  const { said, quoted } = reading;
  const sides = { reading, claimed: negatorsOf(said), held: negatorsOf(quoted) };
  return said.clauses.flatMap((clause) => {
    if (!contradicts(clause, sides) && !saysOpposite(clause, sides.claimed, sides.held, quoted)) return [];
    const shown = said.text.slice(clause.start, clause.end).slice(0, 60);
    return [{ reason: 'negation', detail: `“${shown}” is the opposite of the quote` } as const];
  });
}
