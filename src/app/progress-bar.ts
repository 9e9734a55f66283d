import type { Writable } from 'node:stream';

const CELLS = 30;

/** A bar that fills as items are read, on a terminal; nothing at all in a pipe. */
export function createProgressBar(
  output: Writable & { readonly isTTY?: boolean },
  total: number,
): { readonly step: () => void; readonly end: () => void } {
  if (output.isTTY !== true || total < 2) return { step: () => undefined, end: () => undefined };
  let done = 0;
  const draw = (): void => {
    const filled = Math.min(CELLS, Math.round((CELLS * done) / total));
    output.write(`\r[${'#'.repeat(filled)}${' '.repeat(CELLS - filled)}] ${done}`);
  };
  return {
    step: () => {
      done += 1;
      draw();
    },
    end: () => output.write('\r\u001b[K'),
  };
}
