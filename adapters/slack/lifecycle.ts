import { WebClient } from '@slack/web-api';
import type { Receive } from '../../src/ports/chat-lifecycle.ts';
import { type ClientSettings, clientOptions } from './clients.ts';
import { createApp, type Self } from './create-app.ts';
import { goneTeam } from './gone-team.ts';
import { inboundOfBody } from './inbound-of-body.ts';
import type { Installations } from './installations.ts';
import { introduce } from './introduce.ts';
import { type Gate, keepBeforeAck } from './keep-before-ack.ts';
import type { Pause } from './keep-trying.ts';
import type { Body } from './payloads.ts';
import type { SlackOptions } from './slack-options.ts';
import { createTransport, type Transport } from './transport.ts';

interface LifecycleOptions extends SlackOptions {
  readonly settings: ClientSettings;
  /** `fetch` for calls with the bot's token; the app's own token is looked at where it connects. */
  readonly watched: typeof globalThis.fetch;
  /** Null for one workspace. */
  readonly stored: Installations | null;
  readonly pause: Pause;
  readonly pingTimeoutMs: number;
}

interface Lifecycle {
  readonly start: (receive: Receive) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** The port that is listened on; null before the start and in Socket Mode. */
  readonly port: () => number | null;
}

/** Takes in what Bolt hands over, which is what Slack signed. */
function keeper(
  options: LifecycleOptions,
  receive: Receive,
  bot: string | null,
): (body: Readonly<Record<string, unknown>>) => Promise<void> {
  const { logger, stored, tenantOf } = options;

  async function forget(team: string): Promise<void> {
    logger.info('the bot was taken out of a workspace', { team });
    await stored?.forget(team);
    if (stored === null) options.onFatal('Slack took the bot out of its workspace: install the app again.');
  }

  return async (raw) => {
    const body = raw as unknown as Body;
    const gone = goneTeam(body);
    if (gone !== null) return forget(gone);
    const inbound = inboundOfBody(body, { tenantOf, bot });
    if (inbound !== null) await receive(inbound);
  };
}

/** Starts and stops what listens to Slack. */
export function createLifecycle(options: LifecycleOptions): Lifecycle {
  const { identity, logger, pause, settings, stored, watched } = options;
  const stop = new AbortController();
  let running: { readonly transport: Transport; readonly gate: Gate } | null = null;
  let port: number | null = null;

  async function introduceSelf(botToken: string): Promise<Self | null> {
    // Not watched: what is wrong with the token at the start is told once, by `introduce`.
    const client = new WebClient(botToken, clientOptions(settings));
    const who = await introduce({ client, logger, pause, signal: stop.signal });
    return who === null ? null : { ...who, token: botToken };
  }

  async function start(receive: Receive): Promise<void> {
    const self = identity.kind === 'token' ? await introduceSelf(identity.botToken) : null;
    if (stop.signal.aborted) return;
    const transport = createTransport({ ...options, installations: stored });
    const app = await createApp(transport.receiver, self, { ...settings, fetch: watched });
    const gate = keepBeforeAck(app, keeper(options, receive, self?.user ?? null));
    transport.receiver.init(gate.app);
    running = { transport, gate };
    port = await transport.open();
  }

  return {
    start,
    port: () => port,
    async stop() {
      stop.abort();
      await running?.gate.close();
      await running?.transport.close();
    },
  };
}
