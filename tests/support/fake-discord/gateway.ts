import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './call.ts';
import { guildCreate, readyData } from './gateway-data.ts';
import type { World } from './world.ts';

/** What the bot sent to begin a session. */
export interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
}

interface Sent {
  readonly t: string;
  readonly d: unknown;
  readonly s: number;
}

/** A session goes on over several connections: what was sent meanwhile is sent again. */
interface Session {
  readonly id: string;
  readonly sent: Sent[];
}

export interface FakeGateway {
  readonly url: string;
  readonly identifies: readonly Identify[];
  /** Sessions that were gone on with. */
  readonly resumes: readonly string[];
  /** Resolves once as many sessions were begun, or gone on with. */
  identified(times: number): Promise<void>;
  resumed(times: number): Promise<void>;
  /** Sends an event; without a connection it is sent when the session goes on. */
  dispatch(type: string, data: unknown): void;
  /** What Discord does to move a connection elsewhere: op 7. */
  askToReconnect(): void;
  /** Op 9. */
  invalidate(canResume: boolean): void;
  /** Closes the newest connection with this code. */
  close(code: number): void;
  /** Closes it so that no word is lost on it. */
  cut(): void;
  /** The session is forgotten: whoever wants to go on with it is told to begin anew. */
  forget(): void;
  /** The next connections are closed with this code when they want to begin a session. */
  refuse(code: number, times: number): void;
  /** Heartbeats of the connections that there are now are no longer answered. */
  goDeaf(): void;
  stop(): Promise<void>;
}

/** A count that can be waited for. */
function createCount() {
  let count = 0;
  let waiting: { readonly times: number; readonly resolve: () => void }[] = [];
  return {
    add(): void {
      count += 1;
      for (const { times, resolve } of waiting) if (times <= count) resolve();
      waiting = waiting.filter(({ times }) => times > count);
    },
    reached: (times: number): Promise<void> =>
      times <= count ? Promise.resolve() : new Promise((resolve) => void waiting.push({ times, resolve })),
  };
}

interface Frame {
  readonly op: number;
  readonly d: Json & { readonly session_id?: string; readonly seq?: number };
}

/** Discord's gateway, over a real WebSocket on this machine. */
export async function startFakeGateway(world: () => World, heartbeatMs = 30_000): Promise<FakeGateway> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const identifies: Identify[] = [];
  const resumes: string[] = [];
  const begun = createCount();
  const gone = createCount();
  const deaf = new WeakSet<WebSocket>();
  let newest: WebSocket | null = null;
  let session: Session | null = null;
  let refusal = { code: 0, times: 0 };

  const send = (socket: WebSocket, frame: object): void => socket.send(JSON.stringify({ t: null, s: null, ...frame }));

  function dispatch(t: string, d: unknown): void {
    if (session === null) throw new Error('there is no session');
    const sent = { t, d, s: session.sent.length + 1 };
    session.sent.push(sent);
    if (newest?.readyState === newest?.OPEN && newest !== null) send(newest, { op: 0, ...sent });
  }

  function identify(socket: WebSocket, data: Json): void {
    identifies.push(data as unknown as Identify);
    if (refusal.times > 0) {
      refusal = { ...refusal, times: refusal.times - 1 };
      begun.add();
      return socket.close(refusal.code);
    }
    session = { id: `session-${identifies.length}`, sent: [] };
    newest = socket;
    dispatch('READY', readyData(world(), { sessionId: session.id, url, shard: (data as unknown as Identify).shard }));
    for (const guild of world().guilds.values()) dispatch('GUILD_CREATE', guildCreate(world(), guild));
    begun.add();
  }

  function resume(socket: WebSocket, { session_id: id = '', seq = 0 }: Frame['d']): void {
    resumes.push(id);
    if (session?.id !== id) send(socket, { op: 9, d: false });
    else {
      newest = socket;
      for (const sent of session.sent.filter(({ s }) => s > seq)) send(socket, { op: 0, ...sent });
      dispatch('RESUMED', {});
    }
    gone.add();
  }

  server.on('connection', (socket) => {
    newest = socket;
    socket.on('message', (data: Buffer) => {
      const { op, d } = JSON.parse(data.toString('utf8')) as Frame;
      if (op === 1 && !deaf.has(socket)) send(socket, { op: 11 });
      if (op === 2) identify(socket, d);
      if (op === 6) resume(socket, d);
    });
    send(socket, { op: 10, d: { heartbeat_interval: heartbeatMs } });
  });

  const now = (): WebSocket => {
    if (newest === null) throw new Error('nobody is connected');
    return newest;
  };

  return {
    url,
    identifies,
    resumes,
    identified: begun.reached,
    resumed: gone.reached,
    dispatch,
    askToReconnect: () => send(now(), { op: 7, d: null }),
    invalidate: (canResume) => {
      if (!canResume) session = null;
      send(now(), { op: 9, d: canResume });
    },
    close: (code) => now().close(code),
    cut: () => now().terminate(),
    forget: () => {
      session = null;
    },
    refuse: (code, times) => {
      refusal = { code, times };
    },
    goDeaf: () => {
      for (const socket of server.clients) deaf.add(socket);
    },
    stop: async () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}
