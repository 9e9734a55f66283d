import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerCall, routeOf } from './answer-call.ts';
import type { Answer, FakeRequest } from './call.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { type RawRequest, readRequest } from './read-request.ts';
import { createWorld, type FakeInteraction, type FakeMessage, type World } from './world.ts';

export interface FakeDiscordOptions {
  /** Milliseconds since 1970. The fake tells the time by it alone. */
  readonly now: () => number;
  /** What `GET /gateway/bot` answers: the address, or how to tell it once it is known. */
  readonly gatewayUrl?: string | (() => string);
  /** False by default: Discord keeps no nonces. */
  readonly historyHasNonces?: boolean;
  /** Hears of every new message of the bot's, as the gateway would. */
  readonly onMessage?: (message: FakeMessage) => void;
}

/** Discord's REST API on this machine, for the real SDK: `new REST({ api })`, or `rest: { api }` of a client. */
export interface FakeDiscord {
  /** For `rest.api`. */
  readonly api: string;
  readonly world: World;
  readonly faults: Faults;
  readonly requests: readonly FakeRequest[];
  /** The requests of one route: `POST /channels/:id/messages`. */
  callsOf(route: string): readonly FakeRequest[];
  /** An interaction as a command or a button of this person in this channel makes one. */
  interact(channel: string, user: string, answered?: { readonly ephemeral: boolean }): FakeInteraction;
  /** A message of a person's. */
  say(channel: string, user: string, content: string): FakeMessage;
  /** Resolves when the next request was answered. */
  nextRequest(): Promise<void>;
  /** The address of a file in `world.files`. */
  fileUrl(id: string): string;
  close(): Promise<void>;
}

interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

function sentOf({ status, body }: Answer): Sent {
  // A 204 with a content type makes Discord's SDK parse nothing as JSON.
  if (body === null) return { status, headers: {}, text: '' };
  return { status, headers: { 'content-type': 'application/json' }, text: JSON.stringify(body) };
}

function send(response: ServerResponse, { status, headers, text }: Sent): void {
  response.writeHead(status, headers).end(text);
}

function limited({ retryAfterSec, scope = 'user', withBucket }: Extract<Fault, { readonly kind: 'rate-limited' }>): Sent {
  const bucket = {
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': String(retryAfterSec),
    'x-ratelimit-bucket': 'b1',
  };
  const headers = {
    'content-type': 'application/json',
    'retry-after': String(retryAfterSec),
    'x-ratelimit-scope': scope,
    ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    ...(withBucket ? bucket : {}),
  };
  const text = JSON.stringify({ message: 'You are being rate limited.', retry_after: retryAfterSec, global: scope === 'global' });
  return { status: 429, headers, text };
}

/** Begins an answer that breaks off, or that never ends. */
function begin(response: ServerResponse, { status, headers, text }: Sent, isCut: boolean): void {
  response.writeHead(status, { ...headers, 'content-length': String(text.length + 100) });
  response.write(text, () => {
    if (isCut) response.socket?.destroy();
  });
}

/** Does to the answer what the fault says; `effect` makes the answer, and what it stands for. */
function respond(response: ServerResponse, fault: Fault | null, effect: () => Sent): void {
  if (fault === null) return send(response, effect());
  if ('when' in fault && fault.when === 'after') effect();
  switch (fault.kind) {
    case 'rate-limited':
      return send(response, limited(fault));
    case 'rate-limited-vaguely':
      return send(response, { status: 429, headers: {}, text: '' });
    case 'status':
      return send(response, { status: fault.status, headers: {}, text: 'upstream trouble' });
    case 'cut':
      return void response.socket?.destroy();
    case 'half':
    case 'stalled':
      return begin(response, effect(), fault.kind === 'half');
    case 'silent':
      return;
    case 'error':
      return send(response, sentOf({ status: fault.status, body: { message: fault.message ?? 'Refused', code: fault.code } }));
    case 'page':
      return send(response, { status: fault.status, headers: { 'content-type': 'text/html' }, text: fault.body });
    default:
      return fault satisfies never;
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

function interact(world: World, now: () => number, channel: string, user: string): FakeInteraction {
  const id = world.nextId();
  const made: FakeInteraction = { id, token: `secret-token-${id}`, channel, user, madeAt: now(), answer: null, original: null };
  world.interactions.set(id, made);
  return made;
}

function say(world: World, now: () => number, channel: string, author: string, content: string): FakeMessage {
  const none = { nonce: null, ephemeralTo: null, reference: null, isDeferred: false, isDeleted: false, files: [] };
  const message: FakeMessage = { id: world.nextId(), channel, author, body: { content }, createdAt: now(), ...none };
  world.messages.push(message);
  return message;
}

/** Starts one. */
export async function startFakeDiscord(options: FakeDiscordOptions): Promise<FakeDiscord> {
  const { now, gatewayUrl = 'ws://127.0.0.1:1', historyHasNonces = false, onMessage } = options;
  const world = createWorld(now);
  const faults = createFaults(now);
  const requests: FakeRequest[] = [];
  let next = Promise.withResolvers<void>();

  function answer(request: FakeRequest): Sent {
    const wait = faults.limitedFor(request.route, request.params[0] ?? '');
    if (wait > 0) return limited({ kind: 'rate-limited', retryAfterSec: wait / 1000 });
    const url = typeof gatewayUrl === 'string' ? gatewayUrl : gatewayUrl();
    return sentOf(answerCall({ request, world, now, gatewayUrl: url, historyHasNonces, created: (made) => onMessage?.(made) }));
  }

  function handle({ method, path, query, body, files, headers, token }: RawRequest, response: ServerResponse): void {
    if (path.startsWith('/files/')) {
      const file = world.files.get(path.slice('/files/'.length));
      return send(response, { status: file ? 200 : 404, headers: { 'content-type': 'text/plain' }, text: file?.text ?? '' });
    }
    const { route, params } = routeOf(method, path);
    const hasGoodToken = world.tokens.get(token) === 'good';
    const request = { route, path, params, query, body, files, headers, hasGoodToken, at: now() };
    requests.push(request);
    respond(response, faults.next(route), () => answer(request));
    next.resolve();
    next = Promise.withResolvers();
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    handle(await readRequest(request), response);
  }

  const server = createServer((request, response) => {
    take(request, response).catch((error: unknown) => send(response, { status: 500, headers: {}, text: String(error) }));
  });
  const origin = await listen(server);
  return {
    api: `${origin}/api`,
    world,
    faults,
    requests,
    callsOf: (route) => requests.filter((request) => request.route === route),
    interact: (channel, user, answered) => {
      const made = interact(world, now, channel, user);
      if (!answered) return made;
      const original = { ...say(world, now, channel, world.bot, ''), ephemeralTo: answered.ephemeral ? user : null, isDeferred: true };
      world.messages.splice(-1, 1, original);
      made.answer = { type: 5, data: { flags: answered.ephemeral ? 64 : 0 } };
      made.original = original.id;
      return made;
    },
    say: (channel, user, content) => say(world, now, channel, user, content),
    nextRequest: () => next.promise,
    fileUrl: (id) => `${origin}/files/${id}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
