import { createSlack, type Slack } from '../../../adapters/slack/create-slack.ts';
import type { SlackOptions } from '../../../adapters/slack/slack-options.ts';
import type { Inbound } from '../../../src/domain/inbound.ts';
import type { InstallationStore } from '../../../src/ports/installation-store.ts';
import { createRecordingLogger, type RecordingLogger } from './recording-logger.ts';
import { SIGNING_SECRET, signedRequest } from './signed-request.ts';
import { type FakeSocketMode, startFakeSocketMode } from './socket-mode.ts';
import { type FakeSlack, startFakeSlack } from './start-fake-slack.ts';
import { APP_TOKEN, BOT_TOKEN } from './world.ts';

type Payload = Readonly<Record<string, unknown>>;

export const TRANSPORTS = ['socket', 'http'] as const;
export type TransportKind = (typeof TRANSPORTS)[number];

/** What Slack got back: nothing acknowledged, or what the bot said. */
export interface Delivered {
  readonly isAcked: boolean;
  readonly answer: unknown;
}

/** The real Bolt between a fake Slack and an inbox. */
export interface Bench {
  readonly slack: Slack;
  readonly fake: FakeSlack;
  readonly socket: FakeSocketMode;
  readonly logger: RecordingLogger;
  /** All that was handed over, in order, also what was there already. */
  readonly received: readonly Inbound[];
  /** The inbox: each key once. */
  readonly inbox: ReadonlyMap<string, Inbound>;
  readonly fatal: readonly string[];
  /** Told of each pause; no time passes. */
  readonly pauses: readonly number[];
  /** The next acts cannot be kept. */
  fail(times: number): void;
  start(): Promise<void>;
  deliver(payload: Payload, retry?: number): Promise<Delivered>;
  /** Resolves when the bot gave up. */
  gaveUp(): Promise<string>;
  close(): Promise<void>;
}

/** Installations in memory. */
export function memoryInstallations(): InstallationStore & { readonly kept: ReadonlyMap<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    save: async (adapter, id, sealed) => void kept.set(`${adapter}/${id}`, sealed),
    find: async (adapter, id) => kept.get(`${adapter}/${id}`) ?? null,
    remove: async (adapter, id) => kept.delete(`${adapter}/${id}`),
    list: async (adapter) => [...kept.keys()].filter((key) => key.startsWith(`${adapter}/`)).map((key) => key.slice(adapter.length + 1)),
  };
}

function envelopeType(payload: Payload): 'events_api' | 'slash_commands' | 'interactive' {
  if ('event' in payload) return 'events_api';
  return 'command' in payload ? 'slash_commands' : 'interactive';
}

interface Wires {
  readonly kind: TransportKind;
  readonly port: () => number | null;
  readonly socket: FakeSocketMode;
  readonly logger: RecordingLogger;
}

async function deliverBySocket({ socket, logger }: Wires, payload: Payload, retry: number): Promise<Delivered> {
  const from = logger.lines.length;
  const acked = socket.deliver(envelopeType(payload), payload, retry).then((answer) => ({ isAcked: true, answer }));
  // What is not acknowledged is silence: the log tells when there is nothing more to wait for.
  const refused = logger.said('not taken in', from).then(() => ({ isAcked: false, answer: null }));
  return Promise.race([acked, refused]);
}

async function deliverByHttp({ port }: Wires, payload: Payload, retry: number): Promise<Delivered> {
  const at = Math.floor(Date.now() / 1000);
  const url = `http://127.0.0.1:${port()}/slack/events`;
  const response = await fetch(url, { method: 'POST', ...signedRequest(payload, { at, retry }) });
  const text = await response.text();
  return { isAcked: response.status === 200, answer: text === '' ? {} : text.startsWith('{') ? JSON.parse(text) : { text } };
}

/** A bot that is not started yet. */
export async function createBench(kind: TransportKind, settings: Partial<SlackOptions> = {}): Promise<Bench> {
  const socket = await startFakeSocketMode();
  const fake = await startFakeSlack({ now: () => Date.now(), socketUrl: socket.url });
  const logger = createRecordingLogger();
  const received: Inbound[] = [];
  const inbox = new Map<string, Inbound>();
  const fatal: string[] = [];
  const pauses: number[] = [];
  const given = Promise.withResolvers<string>();
  let failures = 0;

  const slack = createSlack({
    transport:
      kind === 'socket'
        ? { kind: 'socket', appToken: APP_TOKEN }
        : { kind: 'http', signingSecret: SIGNING_SECRET, host: '127.0.0.1', port: 0 },
    identity: { kind: 'token', botToken: BOT_TOKEN },
    apiUrl: fake.apiUrl,
    installations: memoryInstallations(),
    logger,
    tenantOf: (team) => `tenant-${team}`,
    now: () => Date.now(),
    onFatal: (reason) => {
      fatal.push(reason);
      given.resolve(reason);
    },
    // Never resolved by time: a turn of the event loop stands for any wait.
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      return new Promise((resolve) => void setImmediate(resolve));
    },
    ...settings,
  });

  async function receive(inbound: Inbound): Promise<void> {
    if (failures > 0) {
      failures -= 1;
      throw new Error('the store is full');
    }
    received.push(inbound);
    if (!inbox.has(inbound.key)) inbox.set(inbound.key, inbound);
  }

  const wires = { kind, port: slack.port, socket, logger };
  return {
    slack,
    fake,
    socket,
    logger,
    received,
    inbox,
    fatal,
    pauses,
    fail: (times) => {
      failures = times;
    },
    start: () => slack.lifecycle.start(receive, { topics: async () => [] }),
    deliver: (payload, retry = 0) => (kind === 'socket' ? deliverBySocket(wires, payload, retry) : deliverByHttp(wires, payload, retry)),
    gaveUp: () => given.promise,
    close: async () => {
      await slack.lifecycle.stop();
      await fake.close();
      await socket.close();
    },
  };
}
