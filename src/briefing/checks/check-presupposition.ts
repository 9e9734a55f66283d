import { type PresupposedSpan, presupposedSpans } from '../../corpus/presupposition.ts';
import { stemOf } from '../../corpus/terms.ts';
import type { ClaimReading } from './claim-reading.ts';
import { type ContentWord, contentWords, shareIn } from './content-words.ts';
import type { Failure } from './failure.ts';
import { hedgesIn } from './hedges.ts';
import type { Statement } from './statement.ts';

/** So much of what is only feared, claimed or suspected in the quote makes a claim an assertion of it. */
const ASSERTED = 0.6;
/** A claim with one of these still says that it is a claim. */
const STILL_A_CLAIM =
  /\b(?:concern|worr|fear|anxi|alarm|unease|doubt|suspicio|suspect|alleg|accus|claim|charg|rumou?r|suggest|specul|assert|insinuat|notion|idea|belie[fv]|percept|possib|prospect|risk|threat|danger|likel|question|critic|complain|warn|hope|den(?:y|ie)|reject|dismiss|disput|refut|evidence|(?:may|might|could|whether|report(?:s|ed|edly)?)\b(?!\s\d))/iu;
/** Whoever is investigated for a deed is not told to have done it. */
const STILL_INVESTIGATED =
  /\b(?:investigat|inquir|arrest|detain|indict|(?:prob(?:e|es|ed|ing)|trial|tried|sued|suing|wanted|looking\sinto)\b)/iu;
const AFTER_HEAD =
  /\s(?:of|by|in|on|at|for|from|with|against|to|between|among|near|over|into|across|along|after|before|during|around|under|within|inside)\s/iu;

/** "bribery" and "bribes", "evasion" and "evade": one matter, although the stemmer keeps them apart. */
function isKin(left: string, right: string): boolean {
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  const shorter = Math.min(left.length, right.length);
  return same === shorter
    ? same >= 3
    : (same >= 4 && same >= shorter - 2) || (same >= 3 && /^[sd]e?$/u.test(left.slice(same)) && /^[sd]e?$/u.test(right.slice(same)));
}

function hasKin(keys: ReadonlySet<string>, wanted: string): boolean {
  return [...keys].some((key) => isKin(key, wanted));
}

/** The words of which a claim must take over one to assert a stretch: its verb, its gerund, or the noun that it is about. */
function headsOf(span: PresupposedSpan, words: readonly ContentWord[], { text, clauses }: Statement): readonly string[] {
  const verb = clauses.find(({ verbStart, lemma }) => lemma !== null && verbStart >= span.start && verbStart < span.end);
  if (verb?.lemma != null) return [stemOf(verb.lemma)];
  const common = words.filter(({ start }) => !/^\p{Lu}/u.test(text.slice(start, start + 1)));
  const first = common[0];
  if (!first) return [];
  if (text.slice(first.start, first.end).endsWith('ing')) return [first.key];
  const stop = text.slice(first.end, span.end).search(AFTER_HEAD);
  const chunk = common.filter(({ start }) => start === first.start || stop === -1 || start < first.end + stop);
  // A verb that the closed list does not know ends the phrase too: "a lockdown alarmed hoteliers".
  const past = chunk.findIndex(({ start, end }, index) => index > 0 && text.slice(start, end).endsWith('ed'));
  return [chunk.at(-1), chunk[past - 1]].flatMap((word) => word?.key ?? []);
}

function keysOf(words: readonly ContentWord[]): ReadonlySet<string> {
  return new Set(words.map(({ key }) => key));
}

/** The words of the claim that it says itself; what it has somebody say is not asserted by it. */
function claimedKeys({ claim, said }: ClaimReading, span: PresupposedSpan): ReadonlySet<string> {
  const reported = span.as === 'accusation' ? said.clauses.filter(({ governor }) => governor !== null) : [];
  const words = contentWords(claim.text, { start: 0, end: claim.text.length });
  return keysOf(words.filter(({ start }) => !reported.some((clause) => start >= clause.start && start < clause.end)));
}

function isAsserted(span: PresupposedSpan, reading: ClaimReading): boolean {
  const { quoted } = reading;
  const claimed = claimedKeys(reading, span);
  const words = contentWords(quoted.text, span);
  const inside = keysOf(words);
  const outside = keysOf(quoted.clauses.flatMap((clause) => clause.words.filter(({ start }) => start < span.start || start >= span.end)));
  const heads = span.as === 'criticism' ? [] : headsOf(span, words, quoted);
  if (heads.some((head) => hasKin(claimed, head) && !hasKin(outside, head))) return true;
  // A claim about the rest of the sentence shares its words with the rest, not with what is feared.
  return inside.size > 0 && shareIn(inside, claimed) >= ASSERTED && shareIn(claimed, inside) > shareIn(claimed, outside) - 0.2;
}

/** What follows "concerns over", "allegations of", "claims of" in the quote is not told as a fact. */
export function checkPresupposition(reading: ClaimReading): readonly Failure[] {
  const { claim, quoted, verbatim } = reading;
  if (verbatim || STILL_A_CLAIM.test(claim.text)) return [];
  if (hedgesIn(claim.text, { start: 0, end: claim.text.length }).some(({ kind }) => kind !== 'future' && kind !== 'must')) return [];
  const verbStarts = quoted.clauses.map(({ verbStart }) => verbStart);
  return presupposedSpans(quoted.text, verbStarts).flatMap((span) => {
    const investigated = span.as === 'accusation' && STILL_INVESTIGATED.test(claim.text);
    if (investigated || !isAsserted(span, reading)) return [];
    const shown = quoted.text.slice(span.start, Math.min(span.end, span.start + 60)).trim();
    return [{ reason: 'presupposition', detail: `“${shown}” is no fact in the quote` }] as const;
  });
}
