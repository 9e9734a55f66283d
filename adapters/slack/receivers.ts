import { HTTPReceiver, type InstallationStore, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../../src/ports/logger.ts';
import { boltLogger } from './bolt-logger.ts';
import { type ClientSettings, clientOptions } from './clients.ts';
import { SCOPES } from './scopes.ts';
import { describe } from './slack-errors.ts';

/** Where Slack sends what happens, and where people install the bot in their workspace. */
export const PATHS = { events: '/slack/events', install: '/slack/install', redirect: '/slack/oauth_redirect' } as const;

/** The largest body that is read. */
const MOST_BYTES = 1024 * 1024;

/** How the bot is installed in several workspaces. */
export interface OAuthSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** Where people reach this server: Slack sends them back there. */
  readonly publicUrl: string;
}

export interface OAuthReceiving extends OAuthSettings {
  readonly installationStore: InstallationStore;
}

export function socketReceiver(appToken: string, pingTimeoutMs: number, settings: ClientSettings): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    clientPingTimeout: pingTimeoutMs,
    logger: boltLogger(settings.logger, 'debug'),
    installerOptions: { clientOptions: clientOptions(settings) },
    // Never acknowledged here: it was not kept, so Slack must deliver it again.
    processEventErrorHandler: async ({ error }) => notKept(settings.logger, error),
  });
}

export function httpReceiver(signingSecret: string, oauth: OAuthReceiving | null, settings: ClientSettings): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret,
    endpoints: [PATHS.events],
    bodyLimit: MOST_BYTES,
    logger: boltLogger(settings.logger, 'warn'),
    processEventErrorHandler: async ({ error, response }) => {
      if (!response.headersSent) response.writeHead(500).end();
      return notKept(settings.logger, error);
    },
    // Bolt calls this three seconds after each event, also when it was answered with an error.
    unhandledRequestHandler: ({ response }) => {
      if (!response.headersSent) response.writeHead(503).end();
    },
    ...(oauth === null ? {} : oauthOptions(oauth, settings)),
  });
}

function oauthOptions({ clientId, clientSecret, stateSecret, publicUrl, installationStore }: OAuthReceiving, settings: ClientSettings) {
  return {
    clientId,
    clientSecret,
    stateSecret,
    installationStore,
    scopes: SCOPES.map(({ scope }) => scope),
    redirectUri: `${publicUrl.replace(/\/+$/, '')}${PATHS.redirect}`,
    installerOptions: {
      installPath: PATHS.install,
      redirectUriPath: PATHS.redirect,
      clientOptions: clientOptions(settings),
      authorizationUrl: new URL('../oauth/v2/authorize', settings.apiUrl).href,
    },
  };
}

function notKept(logger: Logger, error: Error): false {
  logger.error('what Slack sent was not taken in; Slack delivers it again', { reason: describe(error) });
  return false;
}
