import { alignClause } from './align.ts';
import type { ClaimReading } from './claim-reading.ts';
import type { Failure } from './failure.ts';
import { type Hedge, hedgesIn } from './hedges.ts';
import type { Mark } from './marks.ts';
import type { Statement, StatementClause } from './statement.ts';

/** What a hedge of the quote may become in the claim: as loose or looser, never firmer. */
const KEPT_BY: Readonly<Record<Hedge, readonly Hedge[]>> = {
  possible: ['possible', 'if', 'alleged', 'weak'],
  must: ['must', 'weak'],
  future: ['future', 'intent', 'weak', 'possible', 'must', 'if'],
  intent: ['intent', 'future', 'weak', 'possible', 'if'],
  weak: ['weak', 'possible', 'must', 'if', 'alleged'],
  if: ['if', 'possible'],
  alleged: ['alleged', 'possible', 'if'],
};

const NAMED: Readonly<Record<Hedge, string>> = {
  possible: 'possible',
  must: 'required',
  future: 'still to come',
  intent: 'planned',
  weak: 'wished or asked for',
  if: 'conditional',
  alleged: 'alleged',
};

/** How often a word stands in the quote, and how often under a hedge: a word that also stands free may be told as a fact. */
function standsFree(key: string, quoted: Statement, hedged: ReadonlySet<number>): boolean {
  return quoted.clauses.some(({ words }) => words.some((word) => word.key === key && !hedged.has(word.start)));
}

function limitedPlaces(quoted: Statement, marks: readonly Mark<Hedge>[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { target, at } of marks) {
    const words = quoted.clauses.flatMap((clause) => clause.words);
    const place = words.find(({ key, start }) => key === target && start > at);
    if (place) places.add(place.start);
  }
  return places;
}

/** The hedges of the quote that stand before words of this clause, or before the verb that it replaces by another. */
function hedgesOver(clause: StatementClause, { quoted }: ClaimReading, marks: readonly Mark<Hedge>[]): readonly Mark<Hedge>[] {
  const limited = limitedPlaces(quoted, marks);
  const met = marks.filter(({ target }) => target !== null && clause.keys.has(target) && !standsFree(target, quoted, limited));
  if (met.length > 0) return met;
  const aligned = alignClause(clause, quoted);
  const sameVerb = clause.lemma !== null && quoted.clauses.some(({ lemma }) => lemma === clause.lemma);
  if (!aligned || aligned.share < 0.5 || sameVerb || aligned.clause.tense !== 'modal') return [];
  return marks.filter(({ at, kind }) => at >= aligned.clause.start && at < aligned.clause.end && kind !== 'weak').slice(0, 1);
}

function governorHedges(clause: StatementClause, said: Statement): readonly Hedge[] {
  const governor = clause.governor === null ? undefined : said.clauses[clause.governor];
  return governor ? hedgesIn(said.text, governor).map(({ kind }) => kind) : [];
}

/** Conditions hold for the whole sentence of the claim, other hedges for their clause and for the one that reports it. */
function hedgesOf(clause: StatementClause, said: Statement): ReadonlySet<Hedge> {
  const sentence = said.sentences[clause.sentence];
  const conditions = sentence ? hedgesIn(said.text, sentence).filter(({ kind }) => kind === 'if') : [];
  return new Set([...hedgesIn(said.text, clause), ...conditions].map(({ kind }) => kind).concat(governorHedges(clause, said)));
}

/**
 * What the quote holds back (may, must, would, plans, if, allegedly), the claim holds back too: at least as far, in the
 * clause that it takes over. A claim may be less firm than its quote, never firmer.
 */
export function checkModality(reading: ClaimReading): readonly Failure[] {
  const { said, quoted, verbatim } = reading;
  if (verbatim) return [];
  const marks = quoted.sentences.flatMap((sentence) => hedgesIn(quoted.text, sentence));
  return said.clauses.flatMap((clause) => {
    const own = hedgesOf(clause, said);
    const lost = hedgesOver(clause, reading, marks).find(({ kind }) => !KEPT_BY[kind].some((hedge) => own.has(hedge)));
    return lost
      ? [
          {
            reason: 'modality',
            detail: `“${lost.word}”: the quote tells this as ${NAMED[lost.kind]}, the claim does not`,
          } as const,
        ]
      : [];
  });
}
