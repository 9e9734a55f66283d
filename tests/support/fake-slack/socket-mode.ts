import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

export interface FakeSocketMode {
  /** For `socketUrl` of the fake Slack. */
  readonly url: string;
  /** How many connections were made. */
  count(): number;
  /** Resolves when as many connections were made. */
  connected(times: number): Promise<void>;
  /** Sends an envelope over the newest connection. Resolves to what was acknowledged, when it is. */
  deliver(type: EnvelopeType, payload: unknown, retry?: number): Promise<unknown>;
  /** Sends a message as it is. */
  sendRaw(text: string): void;
  /** What Slack does every few hours, and when Socket Mode is switched off. */
  disconnect(reason: 'refresh_requested' | 'link_disabled'): void;
  /** The newest connection no longer answers, and does not end. */
  mute(): void;
  /** The newest connection ends without a word. */
  cut(): void;
  close(): Promise<void>;
}

/** Slack's side of Socket Mode, over a real WebSocket on this machine. */
export async function startFakeSocketMode(): Promise<FakeSocketMode> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const sockets: WebSocket[] = [];
  const acks = new Map<string, (payload: unknown) => void>();
  let waiting: { readonly times: number; readonly resolve: () => void }[] = [];
  let envelopes = 0;

  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('message', (data: Buffer) => {
      const { envelope_id: id, payload } = JSON.parse(data.toString('utf8')) as { envelope_id: string; payload: unknown };
      acks.get(id)?.(payload);
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
    for (const { times, resolve } of waiting) if (times <= sockets.length) resolve();
    waiting = waiting.filter(({ times }) => times > sockets.length);
  });

  const newest = (): WebSocket => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('nobody is connected');
    return socket;
  };

  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link`,
    count: () => sockets.length,
    connected: (times) => (times <= sockets.length ? Promise.resolve() : new Promise((resolve) => void waiting.push({ times, resolve }))),
    deliver: (type, payload, retry = 0) => {
      envelopes += 1;
      const id = `E${envelopes}`;
      const acked = new Promise((resolve) => acks.set(id, resolve));
      const retried = retry === 0 ? { retry_attempt: 0, retry_reason: '' } : { retry_attempt: retry, retry_reason: 'timeout' };
      newest().send(JSON.stringify({ type, envelope_id: id, payload, accepts_response_payload: type !== 'events_api', ...retried }));
      return acked;
    },
    sendRaw: (text) => newest().send(text),
    disconnect: (reason) => newest().send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'wss-111' } })),
    mute: () => newest().pause(),
    cut: () => newest().terminate(),
    close: async () => {
      for (const socket of sockets) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}
