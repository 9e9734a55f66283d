import type { REST } from 'discord.js';
import { UserError } from '../../src/domain/errors.ts';
import type { ChatLifecycle, Receive, Suggesting } from '../../src/ports/chat-lifecycle.ts';
import { type Connection, createConnection } from './connection.ts';
import { describe } from './discord-errors.ts';
import type { DiscordOptions } from './discord-options.ts';
import { createHearing } from './hear.ts';
import { type Introduction, introduce } from './introduce.ts';
import type { Pause } from './keep-trying.ts';
import { registerCommands } from './register.ts';
import { createRunning } from './running.ts';

interface LifecycleOptions extends DiscordOptions {
  readonly rest: REST;
  readonly pause: Pause;
  /** The application that answers are addressed with. */
  readonly expectedId: string;
}

const OTHER_APPLICATION =
  'DISCORD_TOKEN is not of the application that DISCORD_APPLICATION_ID names: copy both from the same one at https://discord.com/developers/applications.';
/** Of an application that is older than 2016, the token tells another number. */
function untold(applicationId: string): string {
  return `DISCORD_TOKEN does not tell its application: set DISCORD_APPLICATION_ID to ${applicationId}.`;
}

const NO_INTENT =
  'Discord does not let this application read messages: switch on Message Content at https://discord.com/developers/applications, your application, Bot, Privileged Gateway Intents; until then DISCORD_THREADS_WITHOUT_MENTION has no effect.';

/** Makes the menus those of this version. Old menus are better than no bot. */
async function offerCommands({ rest, guild, logger }: LifecycleOptions, applicationId: string): Promise<void> {
  try {
    if (await registerCommands({ rest, applicationId, guild })) logger.info('the commands were registered with Discord');
  } catch (error) {
    logger.warn('the commands could not be registered with Discord; npm run discord:register tries again', { reason: describe(error) });
  }
}

/** Starts and stops what listens to Discord. */
export function createLifecycle(options: LifecycleOptions): ChatLifecycle {
  const { rest, logger, pause, expectedId, threadsWithoutMention } = options;
  const stop = new AbortController();
  const running = createRunning(logger);
  let connection: Connection | null = null;

  function check({ applicationId, mayReadMessages }: Introduction): void {
    if (applicationId !== expectedId) throw new UserError(options.applicationId === null ? untold(applicationId) : OTHER_APPLICATION);
    if (threadsWithoutMention && !mayReadMessages) logger.warn(NO_INTENT);
  }

  function connect(mayReadMessages: boolean, receive: Receive, suggesting: Suggesting): Promise<void> {
    connection = createConnection({
      ...options,
      readsMessages: threadsWithoutMention && mayReadMessages,
      signal: stop.signal,
      onClient: createHearing({ ...options, signal: stop.signal, running, receive, suggesting }),
    });
    return connection.open();
  }

  return {
    async start(receive, suggesting) {
      const introduction = await introduce(rest, { logger, pause, signal: stop.signal });
      if (introduction === null) return;
      check(introduction);
      await offerCommands(options, introduction.applicationId);
      await connect(introduction.mayReadMessages, receive, suggesting);
    },
    async stop() {
      stop.abort();
      await running.close();
      await connection?.close();
    },
  };
}
