import { setTimeout as wait } from 'node:timers/promises';
import { GatewayCloseCodes, type REST, RESTEvents, Routes } from 'discord.js';
import type { Chat } from '../../src/ports/chat.ts';
import { createAccess } from './access.ts';
import { whyGone } from './close-codes.ts';
import { createRest, PATIENCE_MS } from './create-rest.ts';
import type { DiscordOptions } from './discord-options.ts';
import { createFiles } from './files.ts';
import { createLifecycle } from './lifecycle.ts';

export interface Discord extends Pick<Chat, 'name' | 'lifecycle' | 'access' | 'files'> {
  /** Discord's web API with the bot's token, for what posts: every call is tried once and waits for nothing. */
  readonly rest: REST;
  /** What answers to interactions are addressed with. */
  readonly applicationId: () => string;
}

function defaultPause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return wait(milliseconds, undefined, { signal });
}

/** Tells once that the bot cannot go on. */
function tellOnce({ logger, onFatal }: DiscordOptions): (reason: string) => void {
  let isTold = false;
  return (reason) => {
    if (isTold) return;
    isTold = true;
    logger.error(reason);
    onFatal(reason);
  };
}

/** The id that a token begins with: of the bot's user, and for every application since 2016 of the application too. */
function idInToken(token: string): string {
  const id = Buffer.from(token.split('.', 1)[0] ?? '', 'base64url').toString('latin1');
  return /^\d{1,20}$/.test(id) ? id : '';
}

/** The bot's own user, asked once. */
function createBotOf(rest: Pick<REST, 'get'>): () => Promise<string> {
  let bot: string | null = null;
  return async () => {
    bot ??= ((await rest.get(Routes.user())) as { readonly id: string }).id;
    return bot;
  };
}

/** Notices when Discord will not have the token any more. Answers to interactions go without it: a refusal of those is another. */
function watchToken(rest: REST, onRefused: () => void): REST {
  return rest.on(RESTEvents.Response, ({ data }, { status }) => {
    if (status === 401 && data.auth !== false) onRefused();
  });
}

/** Discord, but for what is posted there. Every act of a person is kept by the core before Discord is told that it arrived. */
export function createDiscord(options: DiscordOptions): Discord {
  const { token, apiUrl, now, pause = defaultPause, fetch = globalThis.fetch } = options;
  const fatal = tellOnce(options);
  const watched = (patienceMs: number): REST =>
    watchToken(createRest(options, patienceMs), () => fatal(whyGone(GatewayCloseCodes.AuthenticationFailed)));
  const lookUp = watched(PATIENCE_MS);
  const applicationId = options.applicationId ?? idInToken(token);
  return {
    name: 'discord',
    rest: watched(0),
    applicationId: () => applicationId,
    lifecycle: createLifecycle({
      ...options,
      // Not watched: at the start a bad token is told by what asks for it, and later the connection is closed with a code.
      rest: createRest(options, PATIENCE_MS),
      pause,
      onFatal: fatal,
      expectedId: applicationId,
    }),
    access: createAccess({ rest: lookUp, botOf: createBotOf(lookUp), now }),
    files: createFiles({ apiUrl, fetch }),
  };
}
