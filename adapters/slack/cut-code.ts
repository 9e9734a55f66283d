import type { Line } from '../../src/domain/outline/outline.ts';
import { ROOM } from './limits.ts';

/** Text to be copied, in pieces of whole lines with their line ends, so that a message ends where a line of it does. */
export function cutCode(line: Line): readonly Line[] {
  if (line.kind !== 'code') return [line];
  const pieces: string[] = [];
  for (const part of line.text.split(/(?<=\n)/u)) {
    const joined = `${pieces.at(-1) ?? ''}${part}`;
    if (pieces.length > 0 && joined.length <= ROOM.lineTextEscaped) pieces[pieces.length - 1] = joined;
    else pieces.push(part);
  }
  return pieces.map((text) => ({ kind: 'code', text }));
}
