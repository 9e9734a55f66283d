import type { Span } from './spans.ts';

const MARKS = /["“”„«»「」『』]|(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}])|['’](?![\p{L}\p{N}])/gu;
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '‘': "’'",
  "'": "'’",
  '"': '"',
};
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

/** A straight mark opens before a letter and after a space; inches and minutes (27") open nothing. */
function opens(text: string, index: number, mark: string): boolean {
  if (CLOSERS[mark] === undefined) return false;
  return mark !== '"' || !/[\p{L}\p{N}]/u.test(text[index - 1] ?? ' ');
}

/**
 * What stands between quotation marks in one paragraph, without the marks, in order. A mark that is never closed
 * holds to the end, as in speech that goes on in the next paragraph; single marks must be closed to count at all,
 * since they may be apostrophes.
 */
export function findQuotations(text: string, paragraph: Span): readonly Span[] {
  const spans: Span[] = [];
  const inside = text.slice(paragraph.start, paragraph.end);
  let open: { readonly mark: string; readonly at: number } | null = null;
  for (const { 0: mark, index } of inside.matchAll(MARKS)) {
    if (open === null) {
      if (opens(inside, index, mark)) open = { mark, at: index + 1 };
    } else if (CLOSERS[open.mark]?.includes(mark) === true) {
      spans.push({ start: paragraph.start + open.at, end: paragraph.start + index });
      open = null;
    } else if ("‘'".includes(open.mark) && '"“'.includes(mark)) {
      open = { mark, at: index + 1 };
    }
  }
  if (open !== null && !"‘'»".includes(open.mark)) spans.push({ start: paragraph.start + open.at, end: paragraph.end });
  return spans.filter(({ start, end }) => end > start);
}

/** How many words a stretch holds, counting no further than `most`. */
export function countWordsUpTo(text: string, most: number): number {
  let count = 0;
  for (const _ of text.matchAll(WORDS)) {
    count += 1;
    if (count >= most) break;
  }
  return count;
}
