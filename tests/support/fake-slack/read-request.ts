import type { IncomingMessage } from 'node:http';
import type { Args } from './call.ts';

export interface RawRequest {
  readonly path: string;
  readonly method: string;
  readonly args: Args;
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Arguments that the SDK sends as JSON within the form. */
const JSON_ARGUMENTS: ReadonlySet<string> = new Set(['blocks', 'metadata', 'view', 'prompts', 'attachments']);

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parseArgs(body: string, contentType: string): Args {
  if (contentType.startsWith('application/json')) return JSON.parse(body) as Args;
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, JSON_ARGUMENTS.has(name) ? (JSON.parse(value) as unknown) : value]),
  );
}

function methodOf(path: string): string {
  if (path.startsWith('/response/')) return 'response';
  return path.startsWith('/files/') ? 'file' : path.replace(/^\/api\//, '');
}

/** A request with its arguments, as a form or as JSON. The token stands apart, so that nothing else holds it. */
export async function readRequest(request: IncomingMessage): Promise<RawRequest> {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const body = await readBody(request);
  const { authorization = '', ...rest } = request.headers;
  const { token: argument = '', ...args } = parseArgs(body === '' ? query : body, request.headers['content-type'] ?? '');
  const headers = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  return {
    path,
    method: methodOf(path),
    args,
    token: authorization.replace('Bearer ', '') || (typeof argument === 'string' ? argument : ''),
    headers,
  };
}
