/** A request as the server sees it, in words that both transports share. */
export interface FakeRequest {
  readonly url: string;
  readonly transport: 'responses' | 'chat';
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  /** What the system's side says. */
  readonly instructions: string;
  /** What the person's side says, in order. */
  readonly input: readonly string[];
  /** The JSON Schema, when it is in its own parameter. */
  readonly schema: unknown;
}

/** How the server answers one request. `signal` is the one that fetch was given. */
export type Script = (request: FakeRequest, signal: AbortSignal | null) => Response | Promise<Response>;

export interface FakeOpenAi {
  readonly fetch: (url: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly requests: readonly FakeRequest[];
}

/** A server behind `fetch` that answers request after request as scripted. One that was not scripted is answered 418. */
export function createFakeOpenAi(...scripts: readonly Script[]): FakeOpenAi {
  const requests: FakeRequest[] = [];
  return {
    requests,
    fetch: async (url, init) => {
      const request = readRequest(new Request(url).url, init);
      requests.push(request);
      const script = scripts[requests.length - 1] ?? failsWith(418);
      return script(request, init?.signal ?? null);
    },
  };
}

interface Reply {
  readonly text?: string;
  readonly refusal?: string;
  readonly ending?: 'stop' | 'length' | 'content_filter';
  readonly tokens?: readonly [input: number, output: number] | null;
}

export function says(text: string, tokens: Reply['tokens'] = [100, 20]): Script {
  return answers({ text, tokens });
}

/** The reply of a model, in the transport that was asked. */
export function answers(reply: Reply): Script {
  return ({ transport }) => Response.json(transport === 'responses' ? responseOf(reply) : completionOf(reply));
}

/** What the SDK would repeat, it repeats after a millisecond and not after half a second. */
export function failsWith(status: number, error?: unknown, headers: Readonly<Record<string, string>> = { 'retry-after-ms': '1' }): Script {
  return () => (error === undefined ? new Response(null, { status, headers }) : Response.json({ error }, { status, headers }));
}

export function sends(body: string | Uint8Array<ArrayBuffer>, contentType = 'application/json', status = 200): Script {
  return () => new Response(body, { status, headers: { 'content-type': contentType, 'retry-after-ms': '0' } });
}

export function isUnreachable(): Script {
  return () => {
    throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
  };
}

/** Sends half a body and goes. */
export function isCutOff(): Script {
  return () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"object":"chat.completion","choices":[{"mess'));
      },
      pull(controller) {
        controller.error(new TypeError('terminated', { cause: new Error('other side closed') }));
      },
    });
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  };
}

/** Never answers. Ends when fetch is told to, unless it is deaf. */
export function hangs({ deaf = false } = {}): Script {
  return (_request, signal) =>
    new Promise((_resolve, reject) => {
      if (!deaf) signal?.addEventListener('abort', () => reject(signal.reason));
    });
}

function completionOf({ text = '', refusal, ending = 'stop', tokens = [100, 20] }: Reply): unknown {
  return {
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: ending, message: { role: 'assistant', content: text, refusal: refusal ?? null } }],
    ...(tokens === null ? {} : { usage: { prompt_tokens: tokens[0], completion_tokens: tokens[1] } }),
  };
}

function responseOf({ text = '', refusal, ending = 'stop', tokens = [100, 20] }: Reply): unknown {
  const reason = ending === 'length' ? 'max_output_tokens' : 'content_filter';
  const content = refusal === undefined ? { type: 'output_text', text, annotations: [] } : { type: 'refusal', refusal };
  return {
    object: 'response',
    status: ending === 'stop' ? 'completed' : 'incomplete',
    error: null,
    incomplete_details: ending === 'stop' ? null : { reason },
    output: [
      { type: 'reasoning', summary: [] },
      { type: 'message', role: 'assistant', content: [content] },
    ],
    ...(tokens === null ? {} : { usage: { input_tokens: tokens[0], output_tokens: tokens[1] } }),
  };
}

function readRequest(url: string, init: RequestInit | undefined): FakeRequest {
  const body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
  const transport = url.endsWith('/responses') ? 'responses' : 'chat';
  const said: readonly { readonly role: string; readonly content: string }[] = transport === 'responses' ? body.input : body.messages;
  const system = said.find(({ role }) => role === 'system')?.content;
  return {
    url,
    transport,
    headers: new Headers(init?.headers),
    body,
    instructions: body.instructions ?? system,
    input: said.filter(({ role }) => role === 'user').map(({ content }) => content),
    schema: body.text?.format.schema ?? body.response_format?.json_schema.schema ?? null,
  };
}
