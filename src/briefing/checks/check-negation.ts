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
  /** The negators of the claim, and of the quote; those that only may deny and that both have ("lost") deny nothing here. */
  readonly claimed: readonly Negator[];
  readonly held: readonly Negator[];
}

function sidesOf(reading: ClaimReading): Sides {
  const [claimed, held] = [negatorsOf(reading.said), negatorsOf(reading.quoted)];
  const unshared = (own: readonly Negator[], other: readonly Negator[]): readonly Negator[] => {
    const words = new Set(other.filter((negator) => !isFirm(negator)).map(verbOf));
    return own.filter((negator) => isFirm(negator) || !words.has(verbOf(negator)));
  };
  return { reading, claimed: unshared(claimed, held), held: unshared(held, claimed) };
}

function negatorsOf({ text, sentences }: Statement): readonly Negator[] {
  return sentences.flatMap((sentence) => negatorsIn(text, sentence));
}

function isIn(at: number | null, span: Span | null): boolean {
  return at !== null && span !== null && at >= span.start && at < span.end;
}

/** "denied that he knew" bears on both of its clauses. */
function bearsOn({ at, targetAt }: Negator, clause: Span): boolean {
  return isIn(at, clause) || isIn(targetAt, clause);
}

/** "rejected" and "rejects the view" by one key. */
function verbOf({ word }: Negator): string {
  return stemOf(word.split(' ')[0] ?? '');
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

/** The clause of a word, with the one before where that reports it ("did not accept that Rwanda was safe"). */
function reachOf(place: number, { clauses }: Statement): Span | null {
  const index = clauses.findIndex((clause) => isIn(place, clause));
  const [before, home] = [clauses[index - 1], clauses[index]];
  if (!home) return null;
  return before && before.sentence === home.sentence && home.place === 'embedded' ? { start: before.start, end: home.end } : home;
}

/** The quote denies somewhere over the word that the claim denies, be it in other words ("prevented the ship from docking"). */
function isSupported(negator: Negator, clause: StatementClause, { reading, held }: Sides): boolean {
  const { quoted } = reading;
  if (held.some(({ word, target }) => word === negator.word && target === negator.target && target !== null)) return true;
  const places = negator.target === null ? [] : placesOf(negator.target, clause, quoted);
  if (places.length > 0)
    return places.some((place) => {
      const reach = reachOf(place, quoted);
      return held.some((one) => {
        const same = negator.kind === 'turning' && verbOf(one) === verbOf(negator);
        return one.targetAt === place || (isIn(one.at, reach) && (one.at < place || same));
      });
    });
  const aligned = alignClause(clause, quoted);
  return !aligned || aligned.share < ALIGNED || held.some((one) => bearsOn(one, aligned.clause));
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
  const reach = reachOf(clause.start, sides.reading.said);
  const wide = sides.claimed.filter((negator) => bearsOn(negator, clause) || isIn(negator.at, reach));
  if (denied.size > 0) return !keepsDenial(clause, denied, wide, sides.reading.said);
  const firm = own.filter(isFirm);
  if (firm.length > 0) return !firm.some((negator) => isSupported(negator, clause, sides));
  return own.length === 0 && dropsWithVerb(clause, sides);
}

/** What the quote denies, the claim denies, and nothing else: word by word, so that a "not" elsewhere raises no alarm. */
export function checkNegation(reading: ClaimReading): readonly Failure[] {
  if (reading.verbatim) return [];
  const { said, quoted } = reading;
  const sides = sidesOf(reading);
  return said.clauses.flatMap((clause) => {
    if (!contradicts(clause, sides) && !saysOpposite(clause, sides.claimed, sides.held, quoted)) return [];
    const shown = said.text.slice(clause.start, clause.end).slice(0, 60);
    return [{ reason: 'negation', detail: `“${shown}” is the opposite of the quote` } as const];
  });
}
