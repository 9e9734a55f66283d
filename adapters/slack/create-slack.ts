import { setTimeout as wait } from 'node:timers/promises';
import type { Chat } from '../../src/ports/chat.ts';
import { createAccess } from './access.ts';
import { createClientOf, watchTokens } from './clients.ts';
import { createFiles } from './files.ts';
import { createInstallations, type Installations } from './installations.ts';
import { createLifecycle } from './lifecycle.ts';
import { SealError } from './seal.ts';
import type { ClientOf } from './slack-calls.ts';
import type { SlackOptions } from './slack-options.ts';

export interface Slack extends Pick<Chat, 'name' | 'lifecycle' | 'access' | 'files'> {
  readonly clientOf: ClientOf;
  /** The port that is listened on, once started; null for Socket Mode. */
  readonly port: () => number | null;
}

const PING_TIMEOUT_MS = 5000;

function defaultPause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return wait(milliseconds, undefined, { signal });
}

/** Tells once that the bot cannot go on. */
function tellOnce({ logger, onFatal }: SlackOptions): (reason: string) => void {
  let isTold = false;
  return (reason) => {
    if (isTold) return;
    isTold = true;
    logger.error(reason);
    onFatal(reason);
  };
}

function installationsOf({ identity, installations }: SlackOptions): Installations | null {
  return identity.kind === 'oauth' ? createInstallations(installations, identity.installationKey) : null;
}

/** The bot's token in each workspace. One that cannot be opened is as good as none, and is told each time. */
function tokensOf({ identity, logger }: SlackOptions, stored: Installations | null): (team: string) => Promise<string | null> {
  if (identity.kind === 'token') return async () => identity.botToken;
  return async (team) => {
    try {
      return (await stored?.tokenOf(team)) ?? null;
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      logger.error('an installation cannot be opened: SLACK_INSTALLATION_KEY is not the one that it was kept with', { team });
      return null;
    }
  };
}

/** Slack, but for what is posted there. Every act of a person is kept by the core before Slack is told that it arrived. */
export function createSlack(options: SlackOptions): Slack {
  const { identity, apiUrl, logger, now, fetch = globalThis.fetch, pause = defaultPause, pingTimeoutMs = PING_TIMEOUT_MS } = options;
  const stored = installationsOf(options);
  const fatal = tellOnce(options);
  const settings = { apiUrl, fetch, logger };

  const watched = watchTokens(fetch, (code) => {
    if (identity.kind === 'token') fatal(`Slack does not accept SLACK_BOT_TOKEN any more (${code}): install the app again.`);
  });
  const clientOf = createClientOf(tokensOf(options, stored), { ...settings, fetch: watched });
  const lifecycle = createLifecycle({ ...options, onFatal: fatal, settings, watched, stored, pause, pingTimeoutMs });

  return {
    name: 'slack',
    clientOf,
    port: lifecycle.port,
    lifecycle: { start: lifecycle.start, stop: lifecycle.stop },
    access: createAccess(clientOf, now),
    files: createFiles({ clientOf, apiUrl, fetch }),
  };
}
