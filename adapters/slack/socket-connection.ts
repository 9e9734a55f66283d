import type { SocketModeReceiver } from '@slack/bolt';
import { UserError } from '../../src/domain/errors.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { keepTrying, type Pause } from './keep-trying.ts';
import { codeOf, describe, isRefusedConnection } from './slack-errors.ts';

interface SocketConnectionOptions {
  readonly client: SocketModeReceiver['client'];
  readonly logger: Logger;
  readonly pause: Pause;
  /** Called once, when Slack will not have the bot back. */
  readonly onFatal: (reason: string) => void;
}

export interface SocketConnection {
  /** Resolves once Slack said hello. @throws UserError when it never will. */
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How long a polite end may take before the connection is dropped. */
const CLOSE_WITHIN_MS = 2000;

function refusalOf(error: unknown): UserError | null {
  const code = codeOf(error);
  if (!isRefusedConnection(code)) return null;
  return new UserError(
    `Slack does not accept SLACK_APP_TOKEN: ${code}. Check that it begins with xapp-, is of the same app as the other tokens, and that Socket Mode is on.`,
  );
}

/**
 * Keeps a Socket Mode connection. Slack's client reconnects by itself, but from a timer whose promise nobody looks at: what
 * goes wrong there ends the process. So its own reconnecting is off (`autoReconnectEnabled`), and it is done here.
 */
export function keepSocket({ client, logger, pause, onFatal }: SocketConnectionOptions): SocketConnection {
  const stop = new AbortController();
  let isOpening = false;
  let isOpen = false;

  async function open(): Promise<void> {
    isOpening = true;
    try {
      await keepTrying(() => client.start(), { logger, pause, signal: stop.signal, refusal: refusalOf });
      // Told to stop while the address was asked for: the client goes on connecting all the same.
      if (stop.signal.aborted) await client.disconnect();
    } finally {
      isOpening = false;
    }
  }

  client.on('connected', () => {
    isOpen = true;
    isOpening = false;
  });
  client.on('disconnected', () => {
    isOpen = false;
    if (isOpening || stop.signal.aborted) return;
    logger.debug('the connection to Slack ended; a new one is made');
    open().catch((error: unknown) => onFatal(describe(error)));
  });
  guardListener(client, logger);

  async function close(): Promise<void> {
    stop.abort();
    if (!isOpen) return;
    const closed = client.disconnect();
    const late = new AbortController();
    await Promise.race([closed, pause(CLOSE_WITHIN_MS, late.signal).catch(() => undefined)]);
    late.abort();
    // Asked a second time, the client no longer waits for the other side.
    if (isStillOpen()) await client.disconnect();
  }

  function isStillOpen(): boolean {
    return isOpen;
  }

  return { open, close };
}

/** The client's listener is asynchronous and reads fields that some messages lack: nobody would see it fail. */
function guardListener(client: SocketConnectionOptions['client'], logger: Logger): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: readonly unknown[]) => {
    for (const listener of listeners) {
      const done: unknown = Reflect.apply(listener, client, message);
      Promise.resolve(done).catch((error: unknown) => {
        logger.debug('a message from Slack could not be read', { reason: describe(error) });
      });
    }
  });
}
