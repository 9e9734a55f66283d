import { type Span, trimSpan } from './spans.ts';

/** The paragraphs of clean text, parted by blank lines, without white space at their ends. */
export function splitParagraphs(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n[ \t]*\n\s*/gu)) {
    spans.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  spans.push({ start, end: text.length });
  return spans.map((span) => trimSpan(text, span)).filter((span) => span !== null);
}
