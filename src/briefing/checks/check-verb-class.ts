import type { VerbClass } from '../../domain/annotation.ts';
import { alignClause, regionOf } from './align.ts';
import type { ClaimReading } from './claim-reading.ts';
import { shareIn } from './content-words.ts';
import type { Failure } from './failure.ts';
import { hedgesIn } from './hedges.ts';
import { negatorsIn } from './negators.ts';
import { actsAs, namesOfActor } from './same-actor.ts';
import { isSpeech, type StatementClause } from './statement.ts';

/** What a verb of the quote may become in a claim without saying more. Whoever announced, conceded or reported has said. */
const MAY_BECOME: Readonly<Record<VerbClass, readonly VerbClass[]>> = {
  said: ['said', 'reported'],
  announced: ['announced', 'said', 'reported', 'did'],
  'called for': ['called for', 'said'],
  conceded: ['conceded', 'said'],
  denied: ['denied'],
  reported: ['reported', 'said'],
  did: ['did', 'announced'],
};

/** What is not done is no act: "refused to rule out" is for the check of negations. */
const OMISSIONS: ReadonlySet<string> = new Set(['fail', 'refuse', 'decline', 'exclude']);

function failure(held: VerbClass, claimed: VerbClass): Failure {
  return { reason: 'verb-class', detail: `the quote has “${held}”, the claim “${claimed}”` };
}

/** "said ministers must" may be told as "called for", "said it did not accept" as "denied", "denied that" as "said … not". */
function amountsTo(held: StatementClause, claimed: StatementClause, { said, quoted }: ClaimReading): boolean {
  const stretch = (clauses: readonly StatementClause[], clause: StatementClause, index: number): readonly StatementClause[] =>
    clauses.filter((other) => other === clause || other.governor === index);
  const heldSpans = stretch(quoted.clauses, held, quoted.clauses.indexOf(held));
  const claimedSpans = stretch(said.clauses, claimed, said.clauses.indexOf(claimed));
  switch (claimed.class) {
    case 'called for':
      return heldSpans.some((span) => hedgesIn(quoted.text, span).some(({ kind }) => kind === 'must' || kind === 'weak'));
    case 'denied':
      return heldSpans.some((span) => negatorsIn(quoted.text, span).length > 0);
    case 'said':
      return held.class === 'denied' && claimedSpans.some((span) => negatorsIn(said.text, span).length > 0);
    default:
      return false;
  }
}

/** The clause by which the same person says in the quote what the claim has him say. */
function speechInQuote(claimed: StatementClause, { said, quoted, names, aliases }: ClaimReading): StatementClause | null {
  const content = regionOf([claimed], said);
  const speech = quoted.clauses.filter((clause) => isSpeech(clause.class) || (clause.class !== null && clause.lemma === claimed.lemma));
  const same = speech.filter((clause) => actsAs(namesOfActor(claimed), clause, { names, aliases }));
  let best: StatementClause | null = null;
  let most = -1;
  for (const clause of same.length > 0 ? same : speech) {
    const share = shareIn(content, regionOf([clause], quoted)) + (clause.lemma === claimed.lemma ? 0.5 : 0);
    if (share > most) [best, most] = [clause, share];
  }
  return best;
}

function checkSpeech(claimed: StatementClause, reading: ClaimReading): readonly Failure[] {
  // "did not apologise" is no admission; whether he did not is for the check of negations.
  if (negatorsIn(reading.said.text, claimed).some(({ kind }) => kind !== 'faint')) return [];
  const held = speechInQuote(claimed, reading);
  if (!claimed.class || !held?.class || held.lemma === claimed.lemma) return [];
  return MAY_BECOME[held.class].includes(claimed.class) || amountsTo(held, claimed, reading) ? [] : [failure(held.class, claimed.class)];
}

/** "Beijing banned" of a quote in which somebody calls for a ban: an act needs an act. */
function checkAct(claimed: StatementClause, { quoted }: ClaimReading): readonly Failure[] {
  if (OMISSIONS.has(claimed.lemma ?? '')) return [];
  const aligned = alignClause(claimed, quoted);
  if (
    !aligned ||
    aligned.share < 0.5 ||
    !claimed.class ||
    quoted.clauses.some(({ lemma, keys }) => lemma === claimed.lemma || (claimed.lemma !== null && keys.has(claimed.lemma)))
  )
    return [];
  const held = aligned.clause.class;
  return held === null || MAY_BECOME[held].includes(claimed.class) ? [] : [failure(held, claimed.class)];
}

/** What the claim's verbs do, the quote's verbs do: calls are no acts, denials no statements, statements no admissions. */
export function checkVerbClass(reading: ClaimReading): readonly Failure[] {
  if (reading.verbatim) return [];
  return reading.said.clauses.flatMap((clause) => {
    if (isSpeech(clause.class)) return checkSpeech(clause, reading);
    return clause.class === 'did' && clause.governor === null ? checkAct(clause, reading) : [];
  });
}
