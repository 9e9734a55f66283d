import { stemOf } from '../../corpus/terms.ts';
import { THE_ARTICLE } from '../../domain/annotation.ts';
import { alignClause, regionOf } from './align.ts';
import type { ClaimReading } from './claim-reading.ts';
import { contentWords, shareIn } from './content-words.ts';
import type { Failure } from './failure.ts';
import { negatorsIn } from './negators.ts';
import { actsAs, namesOfActor } from './same-actor.ts';
import { isSpeech, type Statement, type StatementClause } from './statement.ts';
import { turnedRoles } from './turned-roles.ts';

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
  for (const name of namesOfActor(speech)) for (const { key } of contentWords(name, { start: 0, end: name.length })) own.delete(key);
  return own;
}

/** "0.25 points", "5 opposed": what looks like a verb after a figure has nobody for its subject. */
function isNamed(clause: StatementClause): boolean {
  return namesOfActor(clause).length > 0 && !/\d$/u.test(clause.subject ?? '');
}

/** The verb of the claim is that of the quote, or stands under it: "stopped short of blaming". */
function sharesVerb({ lemma }: StatementClause, held: StatementClause): boolean {
  return lemma !== null && (held.lemma === lemma || held.keys.has(stemOf(lemma)));
}

/** "wants", "is weighing": between what somebody wishes and what he says lies only the word of the writer. */
const ATTITUDES: ReadonlySet<string> = new Set(
  'want seek weigh consider mull favour favor hope plan aim intend need wish fear believe think expect'.split(' '),
);

function isAttitude({ lemma }: StatementClause): boolean {
  return ATTITUDES.has(lemma ?? '');
}

/** "would not say": whether that is so is for the check of negations. */
function isSilence(clause: StatementClause, { text }: Statement): boolean {
  return negatorsIn(text, clause).some(({ kind }) => kind !== 'faint');
}

/** In the claim's own words: whoever speaks there speaks in the quote, and says it there. */
function speechFailures({ said, quoted, names, aliases }: ClaimReading): readonly Failure[] {
  const speech = quoted.clauses.filter((clause) => isSpeech(clause.class));
  return said.clauses.flatMap((clause) => {
    if (!isSpeech(clause.class) || !isNamed(clause) || clause.governor !== null) return [];
    const same = quoted.clauses.filter(
      (other) =>
        (isSpeech(other.class) || sharesVerb(clause, other) || isAttitude(other) || isAttitude(clause) || isSilence(clause, said)) &&
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
  const indirect =
    isSpeech(held.class) && held.tense !== 'modal' && held.class !== 'announced' && held.lemma !== clause.lemma && aligned.share > ALIGNED;
  // "could not be confirmed": nobody is given as speaking, so nobody is left out.
  const told = clause.lemma === null || namesOfActor(clause).length > 0;
  return indirect && !free && told && namesOfActor(held).length > 0 && !actsAs(namesOfActor(clause), held, { names, aliases })
    ? held
    : null;
}

/** "The board had been warned" of a quote in which Sousa says that it had: speech that is itself reported. */
function nestedReporter(clause: StatementClause, { quoted, names, aliases }: ClaimReading): StatementClause | null {
  const held = alignClause(clause, quoted)?.clause;
  const governor = held && held.lemma === clause.lemma && held.governor !== null ? (quoted.clauses[held.governor] ?? null) : null;
  const own = governor !== null && [clause, ...(held ? [held] : [])].some((one) => actsAs(namesOfActor(one), governor, { names, aliases }));
  return own ? null : governor;
}

/** What somebody says in the quote is not told as a fact. */
function factFailures(reading: ClaimReading): readonly Failure[] {
  const { said } = reading;
  return said.clauses.flatMap((clause) => {
    const reportedHere = said.clauses.some((other) => other !== clause && other.sentence === clause.sentence && isSpeech(other.class));
    if (clause.governor !== null || reportedHere || clause.keys.size < 2) return [];
    const reporter = isSpeech(clause.class) ? nestedReporter(clause, reading) : reporterOf(clause, reading);
    return reporter ? [failure(`the quote has this from ${namesOfActor(reporter)[0] ?? 'somebody'}, the claim tells it as a fact`)] : [];
  });
}

/**
 * Who says what: the speaker is the grammatical subject of the verb (a pronoun only for the single subject of the
 * sentence before), says in the quote what he says in the claim, and is not left out.
 */
export function checkAttribution(reading: ClaimReading): readonly Failure[] {
  const speaker = speakerFailures(reading);
  if (reading.verbatim) return speaker;
  const turned = turnedRoles(reading).map((who) => failure(`in the quote ${who} is not who does this, but to whom it is done`));
  return [...speaker, ...speechFailures(reading), ...factFailures(reading), ...turned];
}
