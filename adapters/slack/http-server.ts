import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../../src/domain/errors.ts';
import { PATHS } from './receivers.ts';

/** How far Slack's clock and ours may be apart, either way. */
const MOST_SECONDS_APART = 300;

export interface HttpServerOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Bolt's. */
  readonly listener: RequestListener;
  readonly now: () => number;
}

export interface HttpServer {
  /** The port that is listened on. @throws UserError when it cannot be had. */
  readonly open: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Bolt refuses what is older, and takes what is signed for any time to come: a stolen request could be kept for later. */
function isTimely(request: IncomingMessage, now: number): boolean {
  const sent = request.headers['x-slack-request-timestamp'];
  if (typeof sent !== 'string' || !/^\d{1,12}$/.test(sent)) return false;
  return Math.abs(now / 1000 - Number(sent)) <= MOST_SECONDS_APART;
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

function answer(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(status === 200 ? 'ok\n' : '');
}

function handle({ listener, now }: HttpServerOptions, request: IncomingMessage, response: ServerResponse): void {
  const path = pathOf(request);
  if (path === '/healthz' && request.method === 'GET') return answer(response, 200);
  if (path === PATHS.events && request.method === 'POST' && !isTimely(request, now())) return answer(response, 401);
  if (!Object.values(PATHS).some((known) => known === path)) return answer(response, 404);
  try {
    listener(request, response);
  } catch {
    // Bolt throws for a path or a method that it has no use for.
    if (!response.headersSent) answer(response, 404);
  }
}

/** The server that Slack talks to in HTTP mode, with `GET /healthz` for whoever watches over it. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const server = createServer((request, response) => handle(options, request, response));
  return {
    open: () =>
      new Promise((resolve, reject) => {
        server.on('error', (error: NodeJS.ErrnoException) => {
          reject(
            new UserError(`Nothing can listen on ${options.host}:${options.port} (${error.code ?? error.message}): set HOST and PORT.`),
          );
        });
        server.listen(options.port, options.host, () => resolve((server.address() as AddressInfo).port));
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Whoever is still sending was not answered, and sends again.
        server.closeAllConnections();
      }),
  };
}
