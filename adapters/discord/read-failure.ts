import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Posted } from '../../src/ports/chat-delivery.ts';
import { codeOf } from './discord-errors.ts';
import { REVOKED, refusalOf, TOO_LONG } from './refusals.ts';

/** What became of a call that did not succeed. */
export type Failure = Exclude<Posted, { readonly kind: 'posted' }>;

/** How long to wait where Discord does not say. */
const DEFAULT_WAIT_MS = 30_000;
/** After a refusal that is not Discord's own but its gatekeeper's, which shuts out whole addresses. */
const SHUT_OUT_MS = 10 * 60_000;
/** The least that the SDK tells of a 429 without a time. */
const NO_TIME_MS = 1000;

/** Errors of a connection that was never made: nothing was sent. */
const BEFORE_SENDING: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Codes that only say that it is too much for now. */
const FOR_NOW: ReadonlySet<unknown> = new Set([20016, 20028, 20029, 40062, 130000]);

function later(afterMs: number = DEFAULT_WAIT_MS): Failure {
  return { kind: 'later', afterMs };
}

function unknown(reason: string): Failure {
  return { kind: 'unknown', reason };
}

function readLimit({ retryAfter, timeToReset }: RateLimitError): Failure {
  const ms = Math.max(retryAfter, timeToReset);
  return later(Number.isFinite(ms) && ms > NO_TIME_MS ? Math.ceil(ms) : retryAfter > 0 ? NO_TIME_MS : DEFAULT_WAIT_MS);
}

/** Whether Discord's answer to an invalid message says that something in it is too long. */
function isTooLong(rawError: unknown): boolean {
  return /BASE_TYPE_MAX_LENGTH|BASE_TYPE_BAD_LENGTH|too long/i.test(JSON.stringify(rawError));
}

function readAnswer({ status, rawError }: DiscordAPIError, code: number | null): Failure {
  if (status === 401 && code !== 50027) return REVOKED;
  if (status === 408) return unknown('Discord answered HTTP 408');
  if (status === 413 || (code === 50035 && isTooLong(rawError))) return TOO_LONG;
  if (FOR_NOW.has(code)) return later();
  if (code !== null && code !== 0) return refusalOf(code);
  if (status === 403) return later(SHUT_OUT_MS);
  return { kind: 'refused', refusal: 'other', reason: `Discord refuses the request (HTTP ${status})` };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** What a network error means. Of its text nothing is kept: it may hold an address that is a secret. */
function readNetworkError(error: unknown): Failure {
  const { cause, code, name } = fieldsOf(error);
  if (BEFORE_SENDING.has(code) || BEFORE_SENDING.has(fieldsOf(cause)['code'])) return later();
  const isLate = name === 'TimeoutError' || name === 'AbortError';
  return unknown(isLate ? 'Discord did not answer in time' : 'the connection to Discord broke off');
}

/** What an error that the SDK threw means. */
export function readFailure(error: unknown): Failure {
  if (error instanceof RateLimitError) return readLimit(error);
  if (error instanceof DiscordAPIError) return readAnswer(error, codeOf(error));
  if (error instanceof HTTPError) return unknown(`Discord answered HTTP ${error.status}`);
  // The SDK forgets a token that Discord refused, and makes no call without one.
  if (error instanceof Error && error.message.startsWith('Expected token to be set')) return REVOKED;
  return readNetworkError(error);
}
