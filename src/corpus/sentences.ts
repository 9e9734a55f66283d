import { splitParagraphs } from './paragraphs.ts';
import { type Span, trimSpan } from './spans.ts';

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Abbreviations that end in a full stop without ending a sentence; single letters are initials. */
const ABBREVIATION =
  /(?:^|[\s(“"‘'[])(?:\p{L}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|Adm|Amb|Hon|Rev|St|Mt|No|Nos|vs|etc|e\.g|i\.e|cf|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|plc|Bros|Jr|Sr|Art|Fig|p|pp|vol|ca)\.$/u;
/** What may end inside an abbreviation and yet end a sentence, when a capital letter follows: "the U.S. The …". */
const CLOSING = /^[\s)\]”’"'»]+$/u;
const CONTINUES = /^[\p{Ll}\d,;:–—-]/u;

function joins(before: string, after: string): boolean {
  const trimmed = before.trimEnd();
  if (CLOSING.test(after) || CONTINUES.test(after)) return true;
  // A tail is enough to recognise an abbreviation, and keeps a long sentence from being scanned again and again.
  return ABBREVIATION.test(trimmed.slice(-14));
}

function splitParagraph(text: string, { start, end }: Span): readonly Span[] {
  const spans: Span[] = [];
  let from = start;
  let to = start;
  for (const { segment, index } of SEGMENTER.segment(text.slice(start, end))) {
    if (to > from && !joins(text.slice(Math.max(from, to - 20), to), segment.slice(0, 20))) {
      spans.push({ start: from, end: to });
      from = start + index;
    }
    to = start + index + segment.length;
  }
  spans.push({ start: from, end: to });
  return spans;
}

/** "BEIJING, 11 January 2025 (Harbour Wire) - ": where and by whom a report was filed is no part of what it says. */
const DATELINE = /^\p{Lu}[\p{Lu} .,/'’-]{2,40}(?:, \d{1,2} \p{L}{3,9}(?: \d{4})?)?\s?(?:\([^()\n]{2,40}\)\s?)?[-–—]{1,2}\s+(?=\S)/u;

function afterDateline(text: string, span: Span): Span {
  const dateline = DATELINE.exec(text.slice(span.start, Math.min(span.end, span.start + 160)));
  return dateline ? { start: span.start + dateline[0].length, end: span.end } : span;
}

/** The sentences of clean text in order, without white space at their ends; none crosses a paragraph, and a dateline is in none. */
export function splitSentences(text: string): readonly Span[] {
  return splitParagraphs(text)
    .map((paragraph) => afterDateline(text, paragraph))
    .flatMap((paragraph) => splitParagraph(text, paragraph))
    .map((span) => trimSpan(text, span))
    .filter((span) => span !== null);
}
