import { findDates } from './dates.ts';
import { readMultiplier, readUnitAfter, readUnitBefore } from './figure-units.ts';
import { findWordNumbers } from './number-words.ts';
import type { Span } from './spans.ts';

/** A number that a text gives, with what it counts where that is a unit. */
export interface Figure extends Span {
  readonly value: number;
  /** A class, so that "600m pounds" and "£600m" agree: `%`, `points`, `GBP`, `year` …; null for a bare count. */
  readonly unit: string | null;
  /** True where the text itself does not vouch for the exact value: "about", "up to", "hundreds". */
  readonly approximate: boolean;
  /** Which way the value may lie: "up to" is `upper`, "at least" `lower`, "about" `about`; "hundreds" is `vague`. */
  readonly bound: Bound | null;
}

export type Bound = 'upper' | 'lower' | 'about' | 'vague';

const DIGITS =
  /(?<![\p{Script=Latin}\d.,/:_#]|\p{L}[-–])(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[ ’']\d{3})+(?![\d])|\d+(?:[.,]\d+)*)/gu;
/** After digits, these make them part of a name, a date or an ordinal: 5G, 737-800, 24/7, 7th. */
const NO_FIGURE = /^(?:(?:st|nd|rd|th)\b|\/\d|[\d_])/u;
const NAME_LETTER = /^(?!(?:m|mn|mln|bn|b|tn|trn|k|pp|pc|bps?|km|kg|kw|mw|gw|kt|mt|am|pm|x)\b)\p{Script=Latin}/iu;
const CLOCK = /^:(\d{2})(?!\d)/u;
const FRACTION =
  /\b(?:(one|two|three|four|five|seven|a|an)(?:[\s-]))?(half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\b/giu;
const PART_OF_ONE: Readonly<Record<string, number>> = {
  half: 2,
  halve: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};
const VAGUE =
  /\b(tens|dozens|scores|hundreds|thousands|millions|billions|trillions)(?:\sof\s(thousands|millions|billions|trillions))?\b/giu;
const VAGUE_VALUE: Readonly<Record<string, number>> = {
  tens: 10,
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  trillions: 1e12,
};
const MULTIPLES = /\b(twice|thrice)\b/giu;

const BOUND: readonly (readonly [Bound, RegExp])[] = [
  [
    'upper',
    /\b(?:up\sto|as\s(?:much|many|high|low)\sas|at\s(?:the\s)?most|no\smore\sthan|not\smore\sthan|a\smaximum\sof|less\sthan|fewer\sthan|under|below)(?:\sthe)?\s$/iu,
  ],
  ['lower', /\b(?:at\sleast|no\s(?:less|fewer)\sthan|a\sminimum\sof|more\sthan|above|upwards\sof|over|exceeding)(?:\sthe)?\s$/iu],
  ['about', /(?:\b(?:about|around|roughly|some|approximately|nearly|almost|circa|ca\.|close\sto|estimated(?:\sat)?)\s|[~≈]\s?)$/iu],
];

interface Raw extends Span {
  readonly value: number;
  readonly bound: Bound | null;
}

function digitValue(digits: string): number {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(digits)) return Number(digits.replaceAll(',', ''));
  if (/^\d+,\d{1,2}$/u.test(digits)) return Number(digits.replace(',', '.'));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/u.test(digits)) return Number(digits.replaceAll('.', ''));
  return Number(digits.replace(/[ ,’']/gu, ''));
}

function digitNumbers(text: string): readonly Raw[] {
  const numbers: Raw[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const end = match.index + match[0].length;
    const after = text.slice(end, end + 12);
    if (NO_FIGURE.test(after) || NAME_LETTER.test(after)) continue;
    const clock = CLOCK.exec(after);
    const value = digitValue(match[0]) + (clock ? Number(clock[1]) / 60 : 0);
    if (Number.isFinite(value)) numbers.push({ start: match.index, end: end + (clock?.[0].length ?? 0), value, bound: null });
  }
  return numbers;
}

/** Halves, quarters and thirds that are shares: not "the second half", "the first quarter", "the third draft". */
function fractions(text: string): readonly Raw[] {
  return [...text.matchAll(FRACTION)].flatMap((match) => {
    const part = match[2]?.toLowerCase().replace(/s$/u, '') ?? '';
    const end = match.index + match[0].length;
    const after = text.slice(end, end + 12);
    const count = match[1] === undefined || /^an?$/iu.test(match[1]) ? 1 : (findWordNumbers(match[1])[0]?.value ?? 1);
    const ordinal =
      part !== 'half' && count === 1 && !(match[1] !== undefined && /^(?:\sof\b|\s(?:more|less)\b|[.,;:”"’)]|$|[\s-]point)/iu.test(after));
    const named = /(?:first|second|third|fourth|last|final|other|this|next|latter|better)\s$/iu.test(
      text.slice(Math.max(0, match.index - 8), match.index),
    );
    const compound = part === 'half' && /^-(?!a\b|million|billion|point)\p{L}|^way/iu.test(after);
    if (ordinal || named || compound) return [];
    const whole = /^[\s-](?:of\s)?(?:a|an)?\s?(?=dozen|hundred|thousand|million|billion|trillion)/iu.exec(after)?.[0].length ?? 0;
    const article = /^[\s-]an?(?=[\s-])/iu.exec(after)?.[0].length ?? 0;
    return [
      {
        start: match.index,
        end: end + (whole > 0 ? whole - (/\s$/u.test(after.slice(0, whole)) ? 1 : 0) : article),
        value: count / (PART_OF_ONE[part] ?? 1),
        bound: null,
      },
    ];
  });
}

function vagueNumbers(text: string): readonly Raw[] {
  const value = (word: string | undefined): number => (word === undefined ? 1 : (VAGUE_VALUE[word.toLowerCase()] ?? 1));
  return [
    ...[...text.matchAll(VAGUE)].map(
      (match): Raw => ({
        start: match.index,
        end: match.index + match[0].length,
        value: value(match[1]) * value(match[2]),
        bound: 'vague',
      }),
    ),
    ...[...text.matchAll(MULTIPLES)].map(
      (match): Raw => ({
        start: match.index,
        end: match.index + match[0].length,
        value: match[0].toLowerCase() === 'twice' ? 2 : 3,
        bound: null,
      }),
    ),
  ];
}

function boundBefore(text: string, at: number, unit: string | null): Bound | null {
  const before = text.slice(Math.max(0, at - 24), at);
  const found = BOUND.find(([, pattern]) => pattern.test(before))?.[0] ?? null;
  // "over five years" is a stretch of time, not a bound.
  return found === 'lower' && unit !== null && /^(?:year|month|week|day|hour|minute)$/u.test(unit) && /\bover\s(?:the\s)?$/iu.test(before)
    ? null
    : found;
}

function complete(text: string, raw: Raw): Figure {
  const scaled = raw.bound === 'vague' ? { factor: 1, end: raw.end } : readMultiplier(text, raw.end);
  const before = readUnitBefore(text, raw.start);
  const after = before === null || before.unit === 'JPY' ? readUnitAfter(text, scaled.end) : null;
  const start = before?.start ?? raw.start;
  const unit = after?.unit ?? before?.unit ?? null;
  const bound = raw.bound ?? boundBefore(text, start, unit);
  // 1.1 × 10^6 is 1100000.0000000001 in floating point; figures are compared by value.
  const value = Number((raw.value * scaled.factor * (after?.factor ?? 1)).toPrecision(12));
  return { start, end: after?.end ?? scaled.end, value, unit, approximate: bound !== null, bound };
}

const RANGE = /^\s?(?:[-–—]|to|and|or|至|到)\s?$/u;

function isRange(figure: Figure, next: Figure | undefined, text: string): next is Figure {
  if (!next || next.start - figure.end > 6) return false;
  const gap = text.slice(figure.end, next.start);
  const between = /\bbetween\s$/iu.test(text.slice(Math.max(0, figure.start - 8), figure.start));
  return RANGE.test(gap) && (between || /[-–—至到]|to/u.test(gap));
}

/** In "10–12%", "$2–3bn" and "between 2 and 3 million pounds" both figures have the unit, and the scale, of either. */
function shareUnits(figures: readonly Figure[], text: string): readonly Figure[] {
  return figures.map((figure, index) => {
    const next = figures[index + 1];
    const last = figures[index - 1];
    if (!isRange(figure, next, text))
      return last && figure.unit === null && isRange(last, figure, text) ? { ...figure, unit: last.unit } : figure;
    const scale = [1e12, 1e9, 1e6, 1e3].find((size) => next.value >= size && next.value / size < 1000) ?? 1;
    const scaled =
      /(?:million|billion|trillion|thousand|\d(?:m|bn|tn|k))\b/iu.test(text.slice(next.start, next.end)) &&
      figure.value < 1000 &&
      !/\p{L}$/u.test(text.slice(figure.start, figure.end));
    return {
      ...figure,
      unit: figure.unit ?? next.unit,
      value: scaled ? Number((figure.value * scale).toPrecision(12)) : figure.value,
    };
  });
}

/** The first of those that overlap, in order of their place; dates come first, so that the year of a date is no figure. */
function withoutOverlaps(spans: readonly Raw[], text: string): readonly Figure[] {
  const taken = findDates(text, null).map(({ start, end }) => ({ start, end, value: null, bound: null }));
  const ordered = [...taken, ...spans].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const figures: Figure[] = [];
  let until = 0;
  for (const span of ordered) {
    if (span.start < until) continue;
    const figure = span.value === null ? null : complete(text, span);
    if (figure) figures.push(figure);
    until = Math.max(until, figure?.end ?? span.end);
  }
  return figures;
}

/**
 * The figures of a text in order: digits and English words, shares, multipliers, currencies and units, ranges, Chinese
 * 万 and 亿. No figures: dates and years, ordinals, digits in names (5G, F-35, Covid-19) and a lone "one".
 */
export function findFigures(text: string): readonly Figure[] {
  const words = findWordNumbers(text)
    .filter(({ start, end, value }) => value !== 1 || readUnitAfter(text, end)?.unit === '%' || /\d/u.test(text.slice(start, end)))
    .map((word): Raw => ({ ...word, bound: null }));
  const fractionSpans = fractions(text);
  return shareUnits(withoutOverlaps([...fractionSpans, ...digitNumbers(text), ...words, ...vagueNumbers(text)], text), text);
}

/** True when two figures say the same: value and unit class, "half" and "50 %" alike; a unit left out of one is let go unless it is a share. */
export function sameFigure(left: Figure, right: Figure): boolean {
  if ((left.bound === 'vague') !== (right.bound === 'vague')) return false;
  const share = (figure: Figure): number | null =>
    figure.unit === '%' ? figure.value / 100 : figure.unit === null && figure.value < 1 ? figure.value : null;
  const [a, b] = [share(left), share(right)];
  if (a !== null && b !== null) return Math.abs(a - b) < 1e-9;
  const strict = [left.unit, right.unit].some((unit) => unit === '%' || unit === 'points');
  if (left.unit !== right.unit && (strict || (left.unit !== null && right.unit !== null))) return false;
  return left.value === right.value;
}
