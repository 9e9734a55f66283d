import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/** Discord's own number for an error; null when Discord gave no answer of its own. */
export function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : null;
}

/** The HTTP status of an answer; null when there was none. */
export function statusOf(error: unknown): number | null {
  return error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : null;
}

/** How long Discord asked to be left alone, in milliseconds; 0 when it did not. */
export function askedToWaitMs(error: unknown): number {
  return error instanceof RateLimitError ? error.retryAfter : 0;
}

/** What went wrong, short enough for a line of the log, without addresses: they may hold the token of an interaction. */
export function describe(error: unknown): string {
  const code = codeOf(error);
  const status = statusOf(error);
  if (code !== null && error instanceof DiscordAPIError)
    return `${error.rawError instanceof Object && 'message' in error.rawError ? error.rawError.message : ''} (${code})`.trim();
  if (status !== null) return `HTTP ${status}`;
  if (error instanceof RateLimitError) return 'too many requests';
  const text = error instanceof Error ? error.message : 'the connection was closed';
  return text.split('\n', 1)[0] ?? text;
}
