import { writeFile } from 'node:fs/promises';
import type { Judgement } from './judge.ts';
import type { Shown } from './shown.ts';

const HEADINGS = [
  'where',
  'asked',
  'engine',
  'sentence',
  'quotes',
  'articles',
  "model's own judgement",
  'supported? (you)',
  'remark (you)',
];

/** A spreadsheet computes what begins with one of these, and articles are anybody's. */
const FORMULA = /^[=+\-@\t\r]/u;

function safe(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function csvCell(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function tsvCell(cell: string): string {
  return cell.replace(/\s+/gu, ' ');
}

function rowOf({ where, asked, engine, claim }: Shown, judgement: Judgement | undefined): readonly string[] {
  const { text, citations } = claim;
  const sources = citations.map(({ outlet, title, published }) => `${outlet ?? 'outlet not given'}: ${title} (${published ?? 'undated'})`);
  const judged = judgement ? [judgement.support, judgement.missing].filter((part) => part !== null).join(': ') : '';
  return [where, asked, engine, text, citations.map(({ quote }) => quote).join('\n\n'), sources.join('\n'), judged, '', ''];
}

/** The sentences with their quotes, one in a row, as CSV (RFC 4180), or TSV for a path that ends in `.tsv`. */
export async function writeClaimTable(path: string, shown: readonly Shown[], judgements: readonly Judgement[]): Promise<void> {
  const judged = new Map(judgements.map((judgement) => [judgement.shown, judgement]));
  const rows = [HEADINGS, ...shown.map((one) => rowOf(one, judged.get(one)))];
  const tsv = path.toLowerCase().endsWith('.tsv');
  const line = (row: readonly string[]): string =>
    row
      .map(safe)
      .map(tsv ? tsvCell : csvCell)
      .join(tsv ? '\t' : ',');
  await writeFile(path, `${rows.map(line).join(tsv ? '\n' : '\r\n')}${tsv ? '\n' : '\r\n'}`);
}
