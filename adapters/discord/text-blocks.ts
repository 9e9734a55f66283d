import type { Line } from '../../src/domain/outline/outline.ts';
import { BULLET, drawLine, type Escape } from './draw-line.ts';
import { ROOM } from './limits.ts';

const FIRST_OF_ITS_BLOCK: ReadonlySet<Line['kind']> = new Set(['notice', 'heading', 'verdict']);

/** Discord leaves a gap between texts: a line begins one where a reader would leave a gap. */
function opensBlock(line: Line, before: Line): boolean {
  if (FIRST_OF_ITS_BLOCK.has(line.kind) || before.kind === 'notice') return true;
  if (line.kind === 'small') return before.kind !== 'small' && before.kind !== 'title';
  if (line.kind === 'source') return before.kind !== 'source' && before.kind !== 'quote';
  return before.kind === 'source' || before.kind === 'small';
}

/** A text of a message. `isSources`: the first of those that say what the rest stands on. */
export interface TextBlock {
  readonly text: string;
  readonly isSources: boolean;
}

const LISTED: ReadonlySet<Line['kind']> = new Set(['claim', 'item']);
const INTRODUCES: ReadonlySet<Line['kind']> = new Set(['heading', 'plain', 'verdict', 'title']);

/** A list of one that nothing introduces is none. */
function isAlone(lines: readonly Line[]): boolean {
  return lines.filter(({ kind }) => LISTED.has(kind)).length === 1 && !lines.some(({ kind }) => INTRODUCES.has(kind));
}

/** The lines of a message as texts that stand apart from each other, in order. More than a message holds are not parted. */
export function textBlocks(lines: readonly Line[], escape: Escape): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  const alone = isAlone(lines);
  let before: Line | null = null;
  for (const line of lines) {
    const drawn = drawLine(line, escape);
    const text = alone && LISTED.has(line.kind) && drawn.startsWith(BULLET) ? drawn.slice(BULLET.length) : drawn;
    if (text === '') continue;
    const last = blocks.at(-1);
    if (before === null || last === undefined || (opensBlock(line, before) && blocks.length < ROOM.blocks))
      blocks.push({ text, isSources: line.kind === 'source' && !blocks.some(({ isSources }) => isSources) });
    else blocks[blocks.length - 1] = { ...last, text: `${last.text}\n${text}` };
    before = line;
  }
  return blocks;
}
