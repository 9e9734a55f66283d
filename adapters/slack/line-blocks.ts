import type { KnownBlock, RichTextBlockElement } from '@slack/types';
import { legible, onOneLine } from '../../src/domain/outline/legible.ts';
import type { Line } from '../../src/domain/outline/outline.ts';
import { LIMITS } from './limits.ts';
import { leavesOf, type Shape, shapeOf } from './line-leaves.ts';
import { bullets, code, quotation, section } from './rich-text.ts';

const FIRST_OF_ITS_BLOCK: ReadonlySet<Line['kind']> = new Set(['notice', 'heading', 'verdict']);

/** Slack leaves a gap between blocks: a line begins one where a reader would leave a gap. */
function opensBlock(line: Line, before: Line): boolean {
  if (FIRST_OF_ITS_BLOCK.has(line.kind) || before.kind === 'notice') return true;
  if (line.kind === 'source') return before.kind !== 'source' && before.kind !== 'quote';
  return before.kind === 'source';
}

/** Lines that are shown in one block: what follows a heading with it, and lines of one shape outside of rich text. */
function blockGroups(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  const isApart = (shape: Shape): boolean => shape === 'header' || shape === 'small';
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const [shape, last] = [shapeOf(line), before && shapeOf(before)];
    const joins = last === shape ? shape !== 'header' : last !== undefined && !isApart(last) && !isApart(shape);
    if (group && before && joins && !opensBlock(line, before)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Lines of one shape, one after the other, as elements. `isAlone`: nothing introduces them; then a list of one is none. */
function elementsOf(shape: Shape, lines: readonly Line[], isAlone: boolean): readonly RichTextBlockElement[] {
  const filled = lines.map(leavesOf).filter((leaves) => leaves.length > 0);
  if (filled.length === 0) return [];
  if (shape === 'bullet' && !(isAlone && filled.length === 1)) return [bullets(filled)];
  if (shape === 'quote') return filled.map(quotation);
  // The pieces of a document end where its lines do and keep their line ends.
  if (shape === 'code') return [code(lines.map(({ text }) => text).join(''))];
  return [section(filled)];
}

function richText(lines: readonly Line[]): readonly KnownBlock[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.[0] && shapeOf(run[0]) === shapeOf(line)) run.push(line);
    else runs.push([line]);
  }
  const isListed = lines.some(({ kind }) => kind === 'heading' || kind === 'plain' || kind === 'verdict');
  const elements = runs.flatMap((run) => elementsOf(run[0] ? shapeOf(run[0]) : 'line', run, !isListed));
  return elements.length === 0 ? [] : [{ type: 'rich_text', elements }];
}

/** Grey and small. Slack reads nothing into plain text, and shows its line breaks. */
function smallPrint(lines: readonly Line[]): readonly KnownBlock[] {
  const texts: string[] = [];
  for (const text of lines.map((line) => legible(line.text)).filter((words) => words.trim() !== '')) {
    const joined = `${texts.at(-1) ?? ''}\n${text}`;
    if (texts.length > 0 && joined.length <= LIMITS.textObject) texts[texts.length - 1] = joined;
    else texts.push(text);
  }
  return texts.map((text) => ({ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }));
}

function blocksOf(lines: readonly Line[]): readonly KnownBlock[] {
  const first = lines[0];
  if (first?.kind === 'small') return smallPrint(lines);
  const title = first?.kind === 'title' ? onOneLine(first.text) : '';
  if (title === '' || title.length > LIMITS.header) return richText(lines);
  return [{ type: 'header', text: { type: 'plain_text', text: title, emoji: false } }];
}

/** Lines as blocks of Slack's. Text is in plain text and in rich text only, where nothing in it is read as markup. */
export function lineBlocks(lines: readonly Line[]): readonly KnownBlock[] {
  const groups = blockGroups(lines);
  // One line across, where what is said ends and what it stands on begins.
  const sources = groups.findIndex((group) => group[0]?.kind === 'source');
  return groups.flatMap((group, index) => [...(index === sources && index > 0 ? [{ type: 'divider' } as const] : []), ...blocksOf(group)]);
}
