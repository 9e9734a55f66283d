import { presupposedSpans } from '../../corpus/presupposition.ts';
import type { ClaimReading } from './claim-reading.ts';
import { contentWords, shareIn } from './content-words.ts';
import type { Failure } from './failure.ts';

/** So much of what is only feared, claimed or suspected in the quote makes a claim an assertion of it. */
const ASSERTED = 0.6;
/** A claim with one of these still says that it is a claim. */
const STILL_A_CLAIM =
  /\b(?:concern|worr|fear|anxi|alarm|unease|doubt|suspicio|suspect|alleg|accus|claim|charg|rumou?r|suggest|specul|assert|insinuat|notion|idea|belie[fv]|percept|possib|prospect|risk|threat|danger|likel|question|critic|complain|warn|hope|den(?:y|ie)|reject|dismiss|disput|refut|may|might|could|whether|evidence|report(?:s|ed|edly)?\b(?!\s\d))/iu;

/** What follows "concerns over", "allegations of", "claims of" in the quote is not told as a fact. */
export function checkPresupposition({ claim, quoted, verbatim }: ClaimReading): readonly Failure[] {
  if (verbatim || STILL_A_CLAIM.test(claim.text)) return [];
  const claimed = new Set(contentWords(claim.text, { start: 0, end: claim.text.length }).map(({ key }) => key));
  return presupposedSpans(quoted.text).flatMap((span) => {
    const words = contentWords(quoted.text, span);
    const inside = new Set(words.map(({ key }) => key));
    const outside = new Set(
      quoted.clauses.flatMap((clause) => clause.words.filter(({ start }) => start < span.start || start >= span.end).map(({ key }) => key)),
    );
    // A claim about the rest of the sentence shares its words with the rest, not with what is feared.
    if (inside.size === 0 || shareIn(inside, claimed) < ASSERTED || shareIn(claimed, inside) <= shareIn(claimed, outside) - 0.2) return [];
    return [
      {
        reason: 'presupposition',
        detail: `“${quoted.text.slice(span.start, Math.min(span.end, span.start + 60)).trim()}” is no fact in the quote`,
      },
    ] as const;
  });
}
