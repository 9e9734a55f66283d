import type { Posted } from '../../src/ports/chat-delivery.ts';
import { readCode, readNetworkError, readStatus } from './read-failure.ts';
import type { Sending } from './sending.ts';

/** Answers to a message that is at fault itself; by any other way it would be refused as well. */
const OF_THE_MESSAGE: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_too_long',
  'msg_blocks_too_long',
  'no_text',
]);

function codeIn(body: string): string {
  try {
    const { error } = JSON.parse(body) as { readonly error?: unknown };
    return typeof error === 'string' ? error : '';
  } catch {
    return body.trim();
  }
}

/** What became of it. It cannot be found again, so its id only tells the parts apart. */
async function read(response: Response, key: string): Promise<Posted | null> {
  const { status, headers } = response;
  if (status === 429 || status >= 500) return readStatus(status, headers.get('retry-after'));
  const code = codeIn(await response.text());
  if (OF_THE_MESSAGE.has(code)) return readCode(code);
  return response.ok && (code === 'ok' || code === '') ? { kind: 'posted', messageId: `response:${key}` } : null;
}

/**
 * Answers by the response URL of the place: five times within half an hour, in channels that the bot is not in too. Null
 * where there is none, or none any more, and another way must be found.
 */
export async function postToResponseUrl({ fetch, timeoutMs, place, body, key }: Sending): Promise<Posted | null> {
  if (place.token === null) return null;
  const thread = place.thread === null ? {} : { thread_ts: place.thread };
  const message = { ...body, response_type: 'ephemeral', replace_original: false, parse: 'none', link_names: false, ...thread };
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    redirect: 'error',
  } as const;
  try {
    return await read(await fetch(place.token, { ...request, signal: AbortSignal.timeout(timeoutMs) }), key);
  } catch (error) {
    return readNetworkError(error);
  }
}
