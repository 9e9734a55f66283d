import { onOneLine } from '../../src/domain/outline/legible.ts';
import type { Line } from '../../src/domain/outline/outline.ts';
import { ROOM } from './limits.ts';
import { leavesOf } from './line-leaves.ts';

/** A line in words. Of a link its host is said, never its address: nothing in this text may become a link. */
function said(line: Line): string {
  return leavesOf(line)
    .map((leaf) => leaf.text ?? '')
    .join('');
}

function head(summary: string, index: number, count: number): string {
  const part = index === 0 || count === 1 ? '' : ` (${index + 1} of ${count})`;
  return `${onOneLine(summary)}${part}`;
}

/**
 * What notifications show and screen readers read: the summary, then the lines of the message as far as there is room.
 * It is mrkdwn, so all of it is escaped.
 */
export function fallbackText(
  summary: string,
  lines: readonly Line[],
  index: number,
  count: number,
  escape: (text: string) => string,
): string {
  const told = lines.filter(({ kind }) => kind !== 'title' && kind !== 'small' && kind !== 'code').map(said);
  const all = [head(summary, index, count), ...told].map(onOneLine).filter((text, at, texts) => text !== '' && text !== texts[at - 1]);
  const text = all.join('\n') || 'Attaché';
  // Cut before it is escaped, so that no entity is cut in two.
  const short =
    text.length <= ROOM.fallback
      ? text
      : `${text
          .slice(0, ROOM.fallback)
          .toWellFormed()
          .replace(/\s+\S*$/u, '')} …`;
  return escape(short);
}
