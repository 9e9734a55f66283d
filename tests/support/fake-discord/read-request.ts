import type { IncomingMessage } from 'node:http';
import { isRecord } from './call.ts';
import type { FakeFile } from './world.ts';

/** A request as it came in. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly FakeFile[];
  readonly headers: Readonly<Record<string, string>>;
  readonly token: string;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function readForm(bytes: Buffer<ArrayBuffer>, type: string): Promise<{ body: unknown; files: FakeFile[] }> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files: FakeFile[] = [];
  for (const value of form.values()) if (typeof value !== 'string') files.push({ name: value.name, text: await value.text() });
  const payload = form.get('payload_json');
  return { body: typeof payload === 'string' ? JSON.parse(payload) : {}, files };
}

async function readBody(request: IncomingMessage): Promise<{ body: unknown; files: FakeFile[] }> {
  const bytes = await bytesOf(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  const text = bytes.toString('utf8');
  return { body: text === '' ? {} : JSON.parse(text), files: [] };
}

export async function readRequest(request: IncomingMessage): Promise<RawRequest> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
  const { body, files } = await readBody(request);
  const { authorization = '', ...rest } = request.headers;
  const headers = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  return {
    method: request.method ?? 'GET',
    path: decodeURIComponent(pathname),
    query: searchParams,
    body: Array.isArray(body) || isRecord(body) ? body : {},
    files,
    headers,
    token: authorization.replace(/^Bot /, ''),
  };
}
