import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { replyTo } from './model-replies.ts';

export interface ModelServerOptions {
  /** Milliseconds from a request's arrival to its reply, what it takes to make the reply included. */
  readonly latencyMs?: number;
  /** Dies with this request: it cuts every connection, and nobody listens any more. Counted from 1. */
  readonly diesAt?: number;
  /**
   * rubbish: replies of words that are no JSON. silent: none at all. refusing: 401, with the key in every field of the
   * error, as some servers quote what they were sent.
   */
  readonly mood?: 'well' | 'rubbish' | 'silent' | 'refusing';
}

/** What was asked of the server, by the name of the schema. */
export interface Served {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface ModelServer {
  /** For OPENAI_BASE_URL. */
  readonly url: string;
  /** A copy of the counts as they are now. Requests that were not answered are counted with no tokens. */
  readonly served: () => Readonly<Record<string, Served>>;
  /** All calls so far. */
  readonly calls: () => number;
  /** What the `authorization` headers said. */
  readonly keys: ReadonlySet<string>;
  /** Cuts every connection. Nothing answers at the address afterwards. */
  readonly close: () => Promise<void>;
}

const REQUEST = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.object({ json_schema: z.object({ name: z.string() }) }).optional(),
});

/** What is counted for requests that have the schema in words: they do not tell its name. */
const IN_WORDS = 'in words';
const REFUSED = 'refused';

const CHARACTERS_PER_TOKEN = 4;
const tokensOf = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN);

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function completion(content: string, inputTokens: number): unknown {
  return {
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, refusal: null } }],
    usage: { prompt_tokens: inputTokens, completion_tokens: tokensOf(content) },
  };
}

/** Starts a server on this machine that speaks chat completions, as a model that copies (`replyTo`). */
export async function startModelServer({ latencyMs = 0, diesAt = Infinity, mood = 'well' }: ModelServerOptions = {}): Promise<ModelServer> {
  const served: Record<string, Served> = {};
  const keys = new Set<string>();
  const calls = (): number => Object.values(served).reduce((sum, one) => sum + one.calls, 0);

  function count(name: string, inputTokens: number, outputTokens: number, newCalls: number): void {
    const { calls: before, ...tokens } = served[name] ?? { calls: 0, inputTokens: 0, outputTokens: 0 };
    served[name] = {
      calls: before + newCalls,
      inputTokens: tokens.inputTokens + inputTokens,
      outputTokens: tokens.outputTokens + outputTokens,
    };
  }

  async function complete(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    const { messages, response_format: format } = REQUEST.parse(JSON.parse(await readBody(request)));
    const name = format?.json_schema.name ?? IN_WORDS;
    count(name, 0, 0, 1);
    if (calls() >= diesAt) return void close();
    if (mood === 'silent') return;
    const said = messages.map(({ content }) => content).join('\n');
    const input = messages.find(({ role }) => role === 'user')?.content ?? '';
    const content = mood === 'rubbish' ? 'I would rather talk about the weather.' : replyTo(name, input);
    const left = latencyMs - (performance.now() - began);
    if (left > 0) await wait(left);
    count(name, tokensOf(said), tokensOf(content), 0);
    send(response, 200, completion(content, tokensOf(said)));
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const key = request.headers.authorization ?? '';
    keys.add(key);
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
      return send(response, 404, { error: { message: 'There is nothing here.', type: 'not_found', code: null } });
    if (mood === 'refusing') count(REFUSED, 0, 0, 1);
    if (mood === 'refusing') return send(response, 401, { error: { message: `No such key: ${key}`, type: key, code: key, param: key } });
    return complete(request, response);
  }

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, 500, { error: { message: String(error) } });
    });
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/v1`, served: () => ({ ...served }), calls, keys, close };
}
