import type { InstallationStore } from '../../src/ports/installation-store.ts';
import type { Logger } from '../../src/ports/logger.ts';
import type { Pause } from './keep-trying.ts';
import type { OAuthSettings } from './receivers.ts';

/** How Slack reaches the bot: over a connection that the bot opens, or by requests to `/slack/events`. */
export type SlackTransport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly host: string; readonly port: number };

/** One workspace by its token, or any that installs the bot. The latter needs HTTP: people are sent back to a web address. */
export type SlackIdentity =
  | { readonly kind: 'token'; readonly botToken: string }
  | ({ readonly kind: 'oauth'; readonly installationKey: string } & OAuthSettings);

export interface SlackOptions {
  readonly transport: SlackTransport;
  readonly identity: SlackIdentity;
  /** `https://slack.com/api/`, or a server that stands in for it. */
  readonly apiUrl: string;
  /** Used for several workspaces only. */
  readonly installations: InstallationStore;
  readonly logger: Logger;
  /** Who shares a corpus with a workspace. */
  readonly tenantOf: (team: string) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told once, in one sentence, when Slack will not have the bot any more: there is no use in going on. */
  readonly onFatal: (reason: string) => void;
  readonly fetch?: typeof globalThis.fetch;
  readonly pause?: Pause;
  /** After how long without a sign of life a connection is given up, in milliseconds. */
  readonly pingTimeoutMs?: number;
}
