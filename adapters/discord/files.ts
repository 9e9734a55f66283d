import { UserError } from '../../src/domain/errors.ts';
import type { ChatFiles } from '../../src/ports/chat-files.ts';
import { decodeText } from './decode-text.ts';

const MOST_BYTES = 2 * 1024 * 1024;
const TIMEOUT_MS = 20_000;
const TEXT_NAME = /\.(?:txt|text|md|markdown)$/i;
const HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

interface FilesOptions {
  readonly apiUrl: string;
  readonly fetch: typeof globalThis.fetch;
}

/** A file as `Add to the corpus` wrote it down. */
interface Reference {
  readonly name?: string;
  readonly content_type?: string;
  readonly size?: number;
  readonly url?: string;
}

const GONE = 'Discord does not give this file out any more: attach it again.';
const TOO_LARGE = 'This file is too large: at most 2 MB of text can be added.';
const NO_TEXT = 'This file is no text: only .txt and .md files can be added here.';

function parseReference(reference: string): Reference {
  try {
    const value: unknown = JSON.parse(reference);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // It is told below, with all else that is no reference.
  }
  throw new UserError(GONE);
}

function checkKind({ name = '', content_type: type = '', size = 0 }: Reference): void {
  if (!type.startsWith('text/') && !TEXT_NAME.test(name)) throw new UserError(NO_TEXT);
  if (size > MOST_BYTES) throw new UserError(TOO_LARGE);
}

/** Only where Discord keeps files, or the server that stands in for it: an address is part of what a person sent. */
function checkAddress(address: string, apiUrl: string): URL {
  if (!URL.canParse(address)) throw new UserError(GONE);
  const url = new URL(address);
  const isDiscord = url.protocol === 'https:' && HOSTS.has(url.host);
  if (!isDiscord && url.origin !== new URL(apiUrl).origin) throw new UserError(GONE);
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

/** Reads text files that people attached to messages, and nothing else. The bot's token is not sent along. */
export function createFiles({ apiUrl, fetch }: FilesOptions): ChatFiles {
  async function download(url: URL): Promise<Uint8Array> {
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!response.ok) throw new UserError(GONE);
      return await readAtMost(response);
    } catch (error) {
      if (error instanceof UserError) throw error;
      throw new UserError('Discord did not give this file out: try again in a minute.', { cause: error });
    }
  }

  return {
    async readText(_channel, reference) {
      const file = parseReference(reference);
      checkKind(file);
      const text = decodeText(await download(checkAddress(file.url ?? '', apiUrl)));
      if (text === null) throw new UserError(NO_TEXT);
      return text;
    },
  };
}
