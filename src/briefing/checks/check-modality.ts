import { alignClause, placesOf } from './align.ts';
import type { ClaimReading } from './claim-reading.ts';
import { lostConditions } from './conditions.ts';
import type { Failure } from './failure.ts';
import { type Hedge, hedgesIn } from './hedges.ts';
import type { Mark } from './marks.ts';
import { isSpeech, type Statement, type StatementClause } from './statement.ts';

/** What a hedge of the quote may become in the claim: as loose or looser, never firmer. */
const KEPT_BY: Readonly<Record<Hedge, readonly Hedge[]>> = {
  possible: ['possible', 'if', 'alleged', 'weak'],
  must: ['must', 'weak'],
  future: ['future', 'intent', 'weak', 'possible', 'if'],
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

/** Where words of the quote stand under a hedge. */
function limitedPlaces(marks: readonly Mark<Hedge>[]): ReadonlySet<number> {
  return new Set(marks.flatMap(({ targetAt }) => targetAt ?? []));
}

/** The hedges of the quote that stand before words of this clause, or before the verb that it replaces by another. */
function hedgesOver(clause: StatementClause, { quoted }: ClaimReading, marks: readonly Mark<Hedge>[]): readonly Mark<Hedge>[] {
  const limited = limitedPlaces(marks);
  // A word that also stands free where the quote says what the clause says may be told as a fact.
  const bound = new Set([...clause.keys].flatMap((key) => placesOf(key, clause, quoted)).filter((place) => limited.has(place)));
  const met = marks.filter(
    ({ target, targetAt }) =>
      target !== null && targetAt !== null && bound.has(targetAt) && placesOf(target, clause, quoted).every((place) => limited.has(place)),
  );
  if (met.length > 0) return met;
  const aligned = alignClause(clause, quoted);
  const sameVerb = clause.lemma !== null && quoted.clauses.some(({ lemma }) => lemma === clause.lemma);
  if (!aligned || aligned.share < 0.5 || sameVerb || aligned.clause.tense !== 'modal') return [];
  if (isSpeech(clause.class) && !isSpeech(aligned.clause.class)) return [];
  return marks.filter(({ at, kind }) => at >= aligned.clause.start && at < aligned.clause.end && kind !== 'weak').slice(0, 1);
}

/** "Doctors warned that …": a verb of speech limits what it reports, but no further than it does in the quote. */
function governorHedges(clause: StatementClause, said: Statement, marks: readonly Mark<Hedge>[]): readonly Mark<Hedge>[] {
  const governor = clause.governor === null ? undefined : said.clauses[clause.governor];
  const shared = new Set(marks.map(({ word }) => word));
  return governor ? hedgesIn(said.text, governor).filter(({ word, kind }) => kind !== 'weak' || !shared.has(word)) : [];
}

function isIn(at: number | null, { start, end }: StatementClause): boolean {
  return at !== null && at >= start && at < end;
}

/** Conditions hold for the whole sentence of the claim, other hedges for their clause and for the one that reports it. */
function hedgesOf(clause: StatementClause, said: Statement, marks: readonly Mark<Hedge>[]): ReadonlySet<Hedge> {
  const sentence = said.sentences[clause.sentence];
  const conditions = sentence ? hedgesIn(said.text, sentence).filter(({ kind }) => kind === 'if') : [];
  // "fears that the dam would burst" stands in one clause and bears on the next.
  const own = sentence ? hedgesIn(said.text, sentence).filter(({ at, targetAt }) => isIn(at, clause) || isIn(targetAt, clause)) : [];
  const reported = governorHedges(clause, said, marks);
  const shared = reported.length === 0 ? new Set(marks.map(({ word }) => word)) : new Set<string>();
  const kept = own.filter(({ at, word, kind }) => isIn(at, clause) || kind !== 'weak' || !shared.has(word));
  return new Set([...kept, ...conditions, ...reported].map(({ kind }) => kind));
}

/** "may rise unless" is not kept by "will rise unless": a condition that the quote has besides does not stand in for the rest. */
function isKept({ kind, word }: Mark<Hedge>, own: ReadonlySet<Hedge>, marks: readonly Mark<Hedge>[], reported: boolean): boolean {
  // "A draft suggests that" may be told as "according to a draft".
  if (reported && word.startsWith('suggest')) return true;
  const besides = kind !== 'if' && marks.some((mark) => mark.kind === 'if');
  return KEPT_BY[kind].some((hedge) => own.has(hedge) && !(besides && hedge === 'if'));
}

/**
 * What the quote holds back (may, must, would, plans, if, allegedly), the claim holds back too: at least as far, in the
 * clause that it takes over. A claim may be less firm than its quote, never firmer.
 */
export function checkModality(reading: ClaimReading): readonly Failure[] {
  const { said, quoted, verbatim } = reading;
  if (verbatim) return [];
  const marks = quoted.sentences.flatMap((sentence) => hedgesIn(quoted.text, sentence));
  const lost = said.clauses.flatMap((clause) => {
    const over = hedgesOver(clause, reading, marks);
    // What the speech of the quote itself limits ("warned") is kept by the same speech in the claim.
    const own = (mark: Mark<Hedge>): ReadonlySet<Hedge> => hedgesOf(clause, said, mark.kind === 'weak' ? [] : marks);
    return over.filter((mark) => !isKept(mark, own(mark), marks, clause.governor !== null)).slice(0, 1);
  });
  const details = lost.map(({ word, kind }) => `“${word}”: the quote tells this as ${NAMED[kind]}, the claim does not`);
  const conditions = lostConditions(reading).map((word) => `“${word}”: the claim leaves out on what this depends in the quote`);
  return [...details, ...conditions].map((detail) => ({ reason: 'modality', detail }));
}
