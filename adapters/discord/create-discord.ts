import { setTimeout as wait } from 'node:timers/promises';
import { type REST, Routes } from 'discord.js';
import type { Chat } from '../../src/ports/chat.ts';
import { createAccess } from './access.ts';
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

/** Discord, but for what is posted there. Every act of a person is kept by the core before Discord is told that it arrived. */
export function createDiscord(options: DiscordOptions): Discord {
  const { token, apiUrl, now, pause = defaultPause, fetch = globalThis.fetch } = options;
  const lookUp = createRest(options, PATIENCE_MS);
  const applicationId = options.applicationId ?? idInToken(token);
  return {
    name: 'discord',
    rest: createRest(options, 0),
    applicationId: () => applicationId,
    lifecycle: createLifecycle({
      ...options,
      rest: lookUp,
      pause,
      onFatal: tellOnce(options),
      expectedId: applicationId,
    }),
    access: createAccess({ rest: lookUp, botOf: createBotOf(lookUp), now }),
    files: createFiles({ apiUrl, fetch }),
  };
}
