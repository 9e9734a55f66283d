import { UserError } from '../../src/domain/errors.ts';
import type { ChatFiles } from '../../src/ports/chat-files.ts';
import { decodeFile } from './decode-file.ts';
import type { FilePayload } from './payloads.ts';
import { type ClientOf, parseChannelId } from './slack-calls.ts';

const MOST_BYTES = 2 * 1024 * 1024;
const MOST_REDIRECTS = 3;
const TIMEOUT_MS = 20_000;
const TEXT_NAME = /\.(?:txt|text|md|markdown)$/i;

interface FilesOptions {
  readonly clientOf: ClientOf;
  readonly apiUrl: string;
  readonly fetch: typeof globalThis.fetch;
}

const GONE = 'Slack does not give this file out: it may be deleted, or the app lacks the scope files:read.';
const BROKE_OFF = 'Slack did not give this file out: try again in a minute.';
const TOO_LARGE = 'This file is too large: at most 2 MB of text can be added.';
const NO_TEXT = 'This file is no text: only .txt and .md files can be added here.';

function parseReference(reference: string): FilePayload {
  try {
    const value: unknown = JSON.parse(reference);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // It is told below, with all else that is no reference.
  }
  throw new UserError(GONE);
}

function checkKind({ name, mimetype = '', size = 0 }: FilePayload): void {
  if (!mimetype.startsWith('text/') && !TEXT_NAME.test(name ?? '')) throw new UserError(NO_TEXT);
  if (size > MOST_BYTES) throw new UserError(TOO_LARGE);
}

/** The token goes only to where Slack keeps files, or to the server that stands in for Slack. */
function checkAddress(address: string, base: string | undefined, apiUrl: string): URL {
  if (!URL.canParse(address, base)) throw new UserError(GONE);
  const url = new URL(address, base);
  const isSlack = url.protocol === 'https:' && url.host === 'files.slack.com';
  if (!isSlack && url.origin !== new URL(apiUrl).origin) throw new UserError(GONE);
  return url;
}

async function readAtMost(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > MOST_BYTES) throw new UserError(TOO_LARGE);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Reads text files that people attached to messages, and nothing else. */
export function createFiles({ clientOf, apiUrl, fetch }: FilesOptions): ChatFiles {
  async function follow(address: string, token: string): Promise<Response> {
    let url = checkAddress(address, undefined, apiUrl);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual', signal });
      const next = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || next === null) return response;
      url = checkAddress(next, url.href, apiUrl);
    }
    throw new UserError(GONE);
  }

  /** What Slack sends for it. That may break off as long as it streams. */
  async function download(address: string, token: string, isPage: boolean): Promise<{ readonly bytes: Uint8Array; readonly type: string }> {
    try {
      const response = await follow(address, token);
      const type = response.headers.get('content-type') ?? '';
      // Without the scope, Slack answers with its page for signing in.
      if (!response.ok || (type.startsWith('text/html') && !isPage)) throw new UserError(GONE);
      return { bytes: await readAtMost(response), type };
    } catch (error) {
      throw error instanceof UserError ? error : new UserError(BROKE_OFF, { cause: error });
    }
  }

  return {
    async readText({ id }, reference) {
      const file = parseReference(reference);
      checkKind(file);
      const token = (await clientOf(parseChannelId(id).team))?.token;
      if (token === undefined) throw new UserError(GONE);
      const { bytes, type } = await download(file.url_private ?? '', token, file.mimetype === 'text/html');
      const text = decodeFile(bytes, type);
      if (text === null) throw new UserError(NO_TEXT);
      return text;
    },
  };
}
