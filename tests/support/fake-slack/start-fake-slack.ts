import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerCall, type Reply } from './answer-call.ts';
import type { FakeRequest, Settings } from './call.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { type RawRequest, readRequest } from './read-request.ts';
import { createResponseUrls } from './response-urls.ts';
import { createWorld, type World } from './world.ts';

export type FakeSlackOptions = { readonly now: () => number } & Partial<Settings>;

/** Slack's web API on this machine, for the real SDK. */
export interface FakeSlack {
  /** For `slackApiUrl`. */
  readonly apiUrl: string;
  readonly world: World;
  readonly faults: Faults;
  readonly requests: readonly FakeRequest[];
  /** Resolves when the next request was answered, or at least had its effect. */
  nextRequest(): Promise<void>;
  /** The requests of one method. */
  callsOf(method: string): readonly FakeRequest[];
  /** A response URL as a command of this person in this channel would bring one. */
  responseUrl(channel: string, user: string): string;
  /** The `url_private` of a file in `world.files`. */
  fileUrl(id: string): string;
  close(): Promise<void>;
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers).end(body);
}

/** Does to the answer what the fault says; `effect` makes the answer, and what it stands for. */
function respond(response: ServerResponse, fault: Fault | null, effect: () => Reply): void {
  if (fault === null) return send(response, effect());
  if ('when' in fault && fault.when === 'after') effect();
  switch (fault.kind) {
    case 'rate-limited':
      return send(response, { status: 429, headers: { 'retry-after': String(fault.retryAfterSec) }, body: '' });
    case 'rate-limited-vaguely':
      return send(response, { status: 429, headers: {}, body: '' });
    case 'status':
      return send(response, { status: fault.status, headers: {}, body: 'upstream trouble' });
    case 'cut':
      return void response.socket?.destroy();
    case 'half': {
      const { status, headers, body } = effect();
      response.writeHead(status, { ...headers, 'content-length': String(body.length + 100) });
      response.write(body, () => response.socket?.destroy());
      return;
    }
    case 'silent':
      return;
    case 'error':
      return send(response, {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ok: false, error: fault.error }),
      });
    case 'page':
      return send(response, { status: 200, headers: { 'content-type': 'text/html' }, body: fault.body });
    default:
      return fault satisfies never;
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

/** Starts one. It tells the time by `now` alone. */
export async function startFakeSlack(options: FakeSlackOptions): Promise<FakeSlack> {
  const settings: Settings = { socketUrl: null, historyPage: 1000, oneHistoryAMinute: false, ...options };
  const { now } = settings;
  const world = createWorld(now);
  const faults = createFaults(now);
  const urls = createResponseUrls(world, now);
  const requests: FakeRequest[] = [];
  const lastHistory = new Map<string, number>();
  const waiting: (() => void)[] = [];

  function handle(raw: RawRequest, response: ServerResponse): void {
    const team = world.tokens.get(raw.token)?.team ?? null;
    const { method, args, headers } = raw;
    requests.push({ method, args, headers, team, at: now() });
    respond(response, faults.next(method), () => answerCall(raw, { world, settings, faults, urls, lastHistory }));
    for (const wake of waiting.splice(0)) wake();
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    handle(await readRequest(request), response);
  }

  const server = createServer((request, response) => {
    take(request, response).catch((error: unknown) => send(response, { status: 500, headers: {}, body: String(error) }));
  });
  const origin = await listen(server);
  return {
    apiUrl: `${origin}/api/`,
    world,
    faults,
    requests,
    nextRequest: () => new Promise((resolve) => void waiting.push(resolve)),
    callsOf: (method) => requests.filter((request) => request.method === method),
    responseUrl: (channel, user) => origin + urls.create(channel, user),
    fileUrl: (id) => `${origin}/files/${id}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
