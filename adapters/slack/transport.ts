import type { Receiver } from '@slack/bolt';
import { UserError } from '../../src/domain/errors.ts';
import type { ClientSettings } from './clients.ts';
import { createHttpServer } from './http-server.ts';
import type { Installations } from './installations.ts';
import type { Pause } from './keep-trying.ts';
import { httpReceiver, socketReceiver } from './receivers.ts';
import type { SlackIdentity, SlackTransport } from './slack-options.ts';
import { keepSocket } from './socket-connection.ts';

interface TransportOptions {
  readonly transport: SlackTransport;
  readonly identity: SlackIdentity;
  readonly installations: Installations | null;
  readonly settings: ClientSettings;
  readonly pause: Pause;
  readonly pingTimeoutMs: number;
  readonly now: () => number;
  readonly onFatal: (reason: string) => void;
}

/** What brings Slack's events to Bolt. */
export interface Transport {
  readonly receiver: Receiver;
  /** Resolves once events come in, to the port that is listened on or null. @throws UserError when they never will. */
  readonly open: () => Promise<number | null>;
  readonly close: () => Promise<void>;
}

export function createTransport(options: TransportOptions): Transport {
  const { transport, settings, now } = options;
  if (transport.kind === 'socket') return socketTransport(transport.appToken, options);
  const receiver = httpReceiver(transport.signingSecret, oauthOf(options), settings);
  const server = createHttpServer({ ...transport, listener: receiver.requestListener, now });
  return { receiver, open: server.open, close: server.close };
}

function oauthOf({ identity, installations }: TransportOptions) {
  return identity.kind === 'oauth' && installations !== null ? { ...identity, installationStore: installations.store } : null;
}

function socketTransport(appToken: string, { identity, settings, pause, pingTimeoutMs, onFatal }: TransportOptions): Transport {
  if (identity.kind === 'oauth') throw new UserError('Several workspaces are served over HTTP: set SLACK_MODE to http.');
  const receiver = socketReceiver(appToken, pingTimeoutMs, settings);
  const connection = keepSocket({ client: receiver.client, logger: settings.logger, pause, onFatal });
  return {
    receiver,
    open: async () => {
      await connection.open();
      return null;
    },
    close: connection.close,
  };
}
