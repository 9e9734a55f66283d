import { THE_ARTICLE } from '../../domain/annotation.ts';
import { alignClause, regionOf } from './align.ts';
import type { ClaimReading } from './claim-reading.ts';
import { shareIn } from './content-words.ts';
import type { Failure } from './failure.ts';
import { actsAs, namesOfActor } from './same-actor.ts';
import { isSpeech, type Statement, type StatementClause } from './statement.ts';

/** So much of a clause must be in a clause of the quote for the two to be taken for one. */
const ALIGNED = 0.5;

function failure(detail: string): Failure {
  return { reason: 'attribution', detail };
}

/** The speaker given with the claim is the subject of a verb of the quote, by which he speaks where the claim says that he speaks. */
function speakerFailures({ claim, quoted, names, aliases }: ClaimReading): readonly Failure[] {
  const { speaker, verb } = claim;
  if (speaker === null || speaker === THE_ARTICLE) return [];
  const clauses = quoted.clauses.filter(({ actor, subject }) => actor !== null || subject !== null);
  const speaking = isSpeech(verb) ? clauses.filter((clause) => isSpeech(clause.class)) : [];
  const among = speaking.length > 0 ? speaking : clauses;
  return among.some((clause) => actsAs([speaker], clause, { names, aliases }))
    ? []
    : [failure(`${speaker} is not who speaks or acts in the quote`)];
}

/** What a clause of the claim says is said, in the words of the claim: the clauses that it reports and its own. */
function reported(speech: StatementClause, said: Statement): ReadonlySet<string> {
  const own = new Set(regionOf([speech], said));
  for (const name of namesOfActor(speech)) for (const word of name.toLowerCase().split(/\P{L}+/u)) own.delete(word);
  return own;
}

/** "0.25 points", "5 opposed": what looks like a verb after a figure has nobody for its subject. */
function isNamed(clause: StatementClause): boolean {
  return namesOfActor(clause).length > 0 && !/\d$/u.test(clause.subject ?? '');
}

/** In the claim's own words: whoever speaks there speaks in the quote, and says it there. */
function speechFailures({ said, quoted, names, aliases }: ClaimReading): readonly Failure[] {
  const speech = quoted.clauses.filter((clause) => isSpeech(clause.class));
  return said.clauses.flatMap((clause) => {
    if (!isSpeech(clause.class) || !isNamed(clause) || clause.governor !== null) return [];
    const same = quoted.clauses.filter(
      (other) =>
        (isSpeech(other.class) || (other.lemma !== null && other.lemma === clause.lemma)) &&
        actsAs(namesOfActor(clause), other, { names, aliases }),
    );
    const who = namesOfActor(clause)[0] ?? '';
    if (same.length === 0) return [failure(`${who} does not say this in the quote`)];
    const content = reported(clause, said);
    const own = shareIn(content, regionOf(same, quoted));
    const others = Math.max(
      0,
      ...quoted.clauses
        .filter((other) => !same.includes(other) && !isReportedBy(other, same, quoted))
        .map(({ keys }) => shareIn(content, keys)),
    );
    return others >= ALIGNED && own < 0.6 * others && speech.length > 0 ? [failure(`${who} says something else in the quote`)] : [];
  });
}

function isReportedBy(clause: StatementClause, speech: readonly StatementClause[], statement: Statement): boolean {
  const governor = clause.governor === null ? undefined : statement.clauses[clause.governor];
  return governor !== undefined && speech.includes(governor);
}

/** The clause by which the quote has somebody say what a clause of the claim says; null when the quote says it itself. */
function reporterOf(clause: StatementClause, { quoted, names, aliases }: ClaimReading): StatementClause | null {
  const aligned = alignClause(clause, quoted);
  if (!aligned || aligned.share < ALIGNED) return null;
  const held = aligned.clause;
  const free = quoted.clauses.some(
    (other) => other.governor === null && !isSpeech(other.class) && shareIn(clause.keys, other.keys) >= aligned.share,
  );
  if (held.governor !== null) return free ? null : (quoted.clauses[held.governor] ?? null);
  // "accused Reeves of having fled" told as "Reeves fled"; what is still told of the speaker is no loss.
  const indirect = isSpeech(held.class) && held.class !== 'announced' && held.lemma !== clause.lemma && aligned.share > ALIGNED;
  return indirect && !free && namesOfActor(clause).length > 0 && !actsAs(namesOfActor(clause), held, { names, aliases }) ? held : null;
}

/** What somebody says in the quote is not told as a fact. */
function factFailures(reading: ClaimReading): readonly Failure[] {
  const { said } = reading;
  return said.clauses.flatMap((clause) => {
    const reportedHere =
      clause.governor !== null || said.clauses.some((other) => other.sentence === clause.sentence && isSpeech(other.class));
    const reporter = reportedHere || clause.keys.size < 2 ? null : reporterOf(clause, reading);
    return reporter ? [failure(`the quote has this from ${namesOfActor(reporter)[0] ?? 'somebody'}, the claim tells it as a fact`)] : [];
  });
}

/**
 * Who says what: the speaker is the grammatical subject of the verb (a pronoun only for the single subject of the
 * sentence before), says in the quote what he says in the claim, and is not left out.
 */
export function checkAttribution(reading: ClaimReading): readonly Failure[] {
  const speaker = speakerFailures(reading);
  return reading.verbatim ? speaker : [...speaker, ...speechFailures(reading), ...factFailures(reading)];
}
