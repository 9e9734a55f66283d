import type { Client, REST } from 'discord.js';
import { UserError } from '../../src/domain/errors.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { whyGone } from './close-codes.ts';
import { createClient } from './create-client.ts';
import { createIdentifyThrottle } from './identify-throttle.ts';
import { refusalOfToken } from './introduce.ts';
import { keepTrying, type Pause } from './keep-trying.ts';
import { requireBudget, sessionBudget } from './session-budget.ts';

interface ConnectionOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly readsMessages: boolean;
  readonly rest: Pick<REST, 'get'>;
  readonly logger: Logger;
  readonly pause: Pause;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Called for each client before it connects. */
  readonly onClient: (client: Client) => void;
  /** Called once, when Discord will not have the bot back. */
  readonly onFatal: (reason: string) => void;
}

export interface Connection {
  /** Resolves once all shards are connected, or when told to stop. @throws UserError when they never will be. */
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How long a polite end may take before the connection is dropped. */
const CLOSE_WITHIN_MS = 2000;

/** Rejects when the signal says stop: the SDK's login then never ends. */
function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('the bot is stopping')), { once: true });
  });
}

/** Keeps the gateway connected, from the first attempt on: the SDK tries again by itself only once it was connected. */
export function createConnection(options: ConnectionOptions): Connection {
  const { token, rest, logger, pause, now, signal, onClient, onFatal } = options;
  const throttle = createIdentifyThrottle({ budget: () => sessionBudget(rest), logger, pause, now });
  let client: Client | null = null;
  let isOpen = false;
  let gone: UserError | null = null;

  function onGone(code: number): void {
    gone = new UserError(whyGone(code));
    if (isOpen && !signal.aborted) onFatal(gone.message);
  }

  async function drop(): Promise<void> {
    const dropped = client;
    client = null;
    if (dropped === null) return;
    const late = new AbortController();
    await Promise.race([dropped.destroy().catch(() => undefined), pause(CLOSE_WITHIN_MS, late.signal).catch(() => undefined)]);
    late.abort();
  }

  async function connect(): Promise<void> {
    requireBudget(await sessionBudget(rest));
    client = createClient({ ...options, throttle, onGone });
    onClient(client);
    try {
      await Promise.race([client.login(token), stopped(signal)]);
    } catch (error) {
      await drop();
      throw error;
    }
  }

  return {
    async open() {
      const refusal = (error: unknown) => gone ?? (error instanceof UserError ? error : refusalOfToken(error));
      await keepTrying(connect, { logger, pause, signal, refusal });
      isOpen = true;
    },
    close: drop,
  };
}
