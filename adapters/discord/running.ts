import type { Logger } from '../../src/ports/logger.ts';
import { describe } from './discord-errors.ts';

/** Work that nobody waits for until the end. */
export interface Running {
  /** Begins something, unless it is closed. What goes wrong is a line of the log. */
  begin(work: () => Promise<void>): void;
  /** Begins nothing more, and resolves when all that was begun is done. */
  close(): Promise<void>;
}

export function createRunning(logger: Logger): Running {
  const running = new Set<Promise<void>>();
  let isClosed = false;

  async function carefully(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      logger.error('what Discord sent was not taken in', { reason: describe(error) });
    }
  }

  return {
    begin(work) {
      if (isClosed) return;
      const done = carefully(work).finally(() => running.delete(done));
      running.add(done);
    },
    async close() {
      isClosed = true;
      await Promise.allSettled(running);
    },
  };
}
