import { type Figure, findFigures, sameFigure } from '../../corpus/figures.ts';
import { findOrdinals } from '../../corpus/ordinals.ts';
import type { ClaimReading } from './claim-reading.ts';
import { contentWords } from './content-words.ts';
import type { Failure } from './failure.ts';

/** How far after a figure the word that it counts may stand. */
const REACH = 32;

interface Counted {
  readonly figure: Figure;
  /** The content words after it, up to the next figure. */
  readonly counts: readonly string[];
}

function countedIn(text: string): readonly Counted[] {
  const figures = findFigures(text);
  return figures.map((figure, index) => {
    const stop = Math.min(figures[index + 1]?.start ?? text.length, figure.end + REACH, text.length);
    const clause = text.slice(figure.end, stop).search(/[.;:!?]|,\s/u);
    const end = clause === -1 ? stop : figure.end + clause;
    return {
      figure,
      counts: contentWords(text, { start: figure.end, end })
        .slice(0, 3)
        .map(({ key }) => key),
    };
  });
}

/** "the two ministers": two that were named, and no count. */
function isAnaphoric(figure: Figure, text: string): boolean {
  return (
    figure.value === 2 &&
    figure.unit === null &&
    /\b(?:the|these|those|both|its|their)\s$/iu.test(text.slice(Math.max(0, figure.start - 7), figure.start))
  );
}

/** "up to 45%" must not become "at least 45%", nor 45% itself. */
function boundHolds(claimed: Figure, quoted: Figure, text: string): boolean {
  // "over five years" may be a stretch of time or a bound; here it is taken as the quote has it.
  if (quoted.bound === 'lower' && /\bover\s(?:the\s)?$/iu.test(text.slice(Math.max(0, claimed.start - 10), claimed.start))) return true;
  if (claimed.bound === quoted.bound || quoted.bound === 'about' || quoted.bound === 'vague') return true;
  return quoted.bound === null ? claimed.bound === 'about' : false;
}

/** "Twelve opposed" where the quote has "five opposed them and twelve abstained". */
function isMisplaced({ figure, counts }: Counted, quoted: readonly Counted[]): boolean {
  const first = counts[0];
  const own = quoted.filter((other) => sameFigure(figure, other.figure));
  if (first === undefined || own.length === 0 || own.some((other) => other.counts.length === 0 || other.counts.includes(first)))
    return false;
  if (own.some((other) => other.counts.some((key) => counts.includes(key)))) return false;
  return quoted.some((other) => !sameFigure(figure, other.figure) && other.figure.unit === figure.unit && other.counts[0] === first);
}

/** "18 votes to 102" of "102 votes to 18": what the one counts in the claim, the other counts in the quote. */
function isSwapped({ figure, counts }: Counted, claimed: readonly Counted[], quoted: readonly Counted[]): boolean {
  const noun = counts[0];
  if (noun === undefined || quoted.some((other) => sameFigure(figure, other.figure) && other.counts.includes(noun))) return false;
  return quoted.some(
    (other) => other.counts[0] === noun && claimed.some((one) => sameFigure(one.figure, other.figure) && !one.counts.includes(noun)),
  );
}

/** "1 in 5" of "one in five": a lone "one" is no figure of the quote. */
function isLoneOne({ value, unit }: Figure, quote: string): boolean {
  return value === 1 && unit === null && /\bone\b/iu.test(quote);
}

interface Told {
  readonly text: string;
  readonly quote: string;
  readonly claimed: readonly Counted[];
  readonly quoted: readonly Counted[];
}

function problemOf(counted: Counted, { text, quote, claimed, quoted }: Told): string | null {
  const { figure } = counted;
  const shown = text.slice(figure.start, figure.end);
  const same = quoted.filter((other) => sameFigure(figure, other.figure));
  if (same.length === 0) return isAnaphoric(figure, text) || isLoneOne(figure, quote) ? null : `${shown} is not in the quote`;
  if (!same.some((other) => boundHolds(figure, other.figure, text))) return `${shown} is put more firmly than in the quote`;
  return isMisplaced(counted, quoted) || isSwapped(counted, claimed, quoted) ? `${shown} counts something else in the quote` : null;
}

/** "one MP" where the quote has "three MPs": a lone "one" is no figure, unless it takes the place of one. */
function loneOnes(text: string, quoted: readonly Counted[]): readonly string[] {
  return [...text.matchAll(/\bone\s(?=\p{Ll})/giu)].flatMap(({ 0: found, index }) => {
    const counts = contentWords(text, {
      start: index + found.length,
      end: Math.min(text.length, index + REACH),
    })[0]?.key;
    const taken = quoted.some((other) => other.figure.value > 1 && other.counts[0] === counts && counts !== undefined);
    return taken ? [`“one ${counts ?? ''}” is not in the quote`] : [];
  });
}

const RANKED =
  /\b(?:(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))[\s-]|(?:one\sof|among)\s(?:the|its|their)\s)(\p{L}{2,}est|worst|best)\b/giu;
const SUPERLATIVE = /\b(\p{L}{2,}est|worst|best)\b/giu;

/** "the worst day" of "its third-worst day", "the largest bank" of "one of the largest banks". */
function firstOfRanked(claim: string, quote: string): readonly string[] {
  const ranked = new Set([...quote.matchAll(RANKED)].map(([, word = '']) => word.toLowerCase()));
  const bare = (text: string): readonly string[] =>
    [...text.replace(RANKED, ' ').matchAll(SUPERLATIVE)].map(([word]) => word.toLowerCase());
  const free = new Set(bare(quote));
  return bare(claim)
    .filter((word) => ranked.has(word) && !free.has(word))
    .map((word) => `the quote has “${word}” with a rank before it`);
}

/** Every figure of the claim, ordinals from the second on included, is a figure of its quotes, and counts the same there. */
export function checkNumber({ claim, quoted, verbatim }: ClaimReading): readonly Failure[] {
  if (verbatim) return [];
  const held = countedIn(quoted.text);
  const ordinals = new Set(findOrdinals(quoted.text).map(({ value }) => value));
  const told = countedIn(claim.text);
  const problems = told.map((counted) => problemOf(counted, { text: claim.text, quote: quoted.text, claimed: told, quoted: held }));
  const missing = findOrdinals(claim.text)
    .filter(({ value }) => !ordinals.has(value) && (value > 1 || ordinals.size > 0))
    .map(({ start, end }) => `“${claim.text.slice(start, end)}” is not in the quote`);
  const ones = /\bone\b/iu.test(quoted.text) ? [] : loneOnes(claim.text, held);
  return [...problems, ...missing, ...ones, ...firstOfRanked(claim.text, quoted.text)]
    .filter((detail) => detail !== null)
    .map((detail) => ({ reason: 'number', detail }));
}
