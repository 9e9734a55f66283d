import type { FileHandle } from 'node:fs/promises';

const CHUNK = 64 * 1024;
const NEW_LINE = 0x0a;

/** One line without its end, from 1 on; `bytes` is null for a line that is longer than was allowed. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** Gathers the pieces of a line, and lets go of them once they are too many. */
function createGatherer(longest: number) {
  let pieces: Uint8Array[] = [];
  let length = 0;
  return {
    isEmpty: () => length === 0,
    add(piece: Uint8Array): void {
      length += piece.length;
      if (length <= longest) pieces.push(Uint8Array.from(piece));
      else pieces = [];
    },
    take(): Uint8Array | null {
      const bytes = length <= longest ? Buffer.concat(pieces) : null;
      pieces = [];
      length = 0;
      return bytes;
    },
  };
}

/** The lines of an open file one after the other, however large it is; no more than one line is held at a time. */
export async function* splitLines(file: FileHandle, longest: number): AsyncIterable<Line> {
  const chunk = new Uint8Array(CHUNK);
  const line = createGatherer(longest);
  let number = 1;
  for (;;) {
    const { bytesRead } = await file.read(chunk, 0, CHUNK, null);
    if (bytesRead === 0) break;
    let start = 0;
    for (let end = chunk.indexOf(NEW_LINE); end >= 0 && end < bytesRead; end = chunk.indexOf(NEW_LINE, start)) {
      line.add(chunk.subarray(start, end));
      yield { number, bytes: line.take() };
      number += 1;
      start = end + 1;
    }
    line.add(chunk.subarray(start, bytesRead));
  }
  if (!line.isEmpty()) yield { number, bytes: line.take() };
}
