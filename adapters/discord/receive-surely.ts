import type { Receive } from '../../src/ports/chat-lifecycle.ts';
import type { Logger } from '../../src/ports/logger.ts';
import type { Pause } from './keep-trying.ts';

interface SurelyOptions {
  readonly receive: Receive;
  readonly logger: Logger;
  readonly pause: Pause;
  readonly signal: AbortSignal;
}

const MOST_TRIES = 5;

/** Keeps a message; Discord does not send it again, so what cannot be kept now is tried again after 1, 2, 4 and 8 seconds. */
export function receiveSurely({ receive, logger, pause, signal }: SurelyOptions): Receive {
  return async (inbound) => {
    for (let tries = 1; ; tries += 1)
      try {
        await receive(inbound);
        return;
      } catch (error) {
        if (tries >= MOST_TRIES || signal.aborted) throw error;
        logger.warn('a message could not be kept; it is tried again', { key: inbound.key });
        await pause(1000 * 2 ** (tries - 1), signal).catch(() => undefined);
      }
  };
}
