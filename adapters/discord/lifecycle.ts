import type { REST } from 'discord.js';
import { UserError } from '../../src/domain/errors.ts';
import type { ChatLifecycle, Receive, Suggesting } from '../../src/ports/chat-lifecycle.ts';
import type { Acknowledging } from './acknowledging.ts';
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
  readonly acknowledging: Acknowledging;
  /** Told which application it is, as soon as Discord has said so. */
  readonly onIntroduced: (applicationId: string) => void;
}

const OTHER_APPLICATION =
  'DISCORD_TOKEN is not of the application that DISCORD_APPLICATION_ID names: copy both from the same one at https://discord.com/developers/applications.';
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
  const { rest, logger, pause, onIntroduced, threadsWithoutMention } = options;
  const stop = new AbortController();
  const running = createRunning(logger);
  let connection: Connection | null = null;

  function check({ applicationId, mayReadMessages }: Introduction): void {
    if (options.applicationId !== null && options.applicationId !== applicationId) throw new UserError(OTHER_APPLICATION);
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
      onIntroduced(introduction.applicationId);
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
