import type { Posted } from '../../src/ports/chat-delivery.ts';
import { refusalOf } from './refusals.ts';
import { codeOf } from './slack-errors.ts';

/** What became of a call that did not succeed. */
export type Failure = Exclude<Posted, { readonly kind: 'posted' }>;

/** How long to wait where Slack does not say. */
const DEFAULT_WAIT_MS = 30_000;

/** Codes under which something may have been done all the same. */
const UNSURE: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
const RATE_LIMITS: ReadonlySet<string> = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** Errors of a connection that was never made: nothing was sent. */
const BEFORE_SENDING: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function later(afterMs: number = DEFAULT_WAIT_MS): Failure {
  return { kind: 'later', afterMs };
}

function unknown(reason: string): Failure {
  return { kind: 'unknown', reason };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** What a network error means. Of its text nothing is kept: it may hold an address that is a secret. */
export function readNetworkError(error: unknown): Failure {
  const { cause, code, name } = fieldsOf(error);
  const inner = fieldsOf(cause);
  if (BEFORE_SENDING.has(code) || BEFORE_SENDING.has(inner['code'])) return later();
  return unknown(name === 'TimeoutError' || name === 'AbortError' ? 'Slack did not answer in time' : 'the connection to Slack broke off');
}

/** What a status other than 200 means. `retryAfter` is the header, in seconds. */
export function readStatus(status: number, retryAfter: string | null): Failure {
  if (status === 429) return later(waitOf(Number(retryAfter ?? Number.NaN)));
  if (status >= 500 || status === 408) return unknown(`Slack answered HTTP ${status}`);
  if (status === 413) return { kind: 'refused', ...refusalOf('msg_too_long') };
  return { kind: 'refused', refusal: 'other', reason: `Slack refuses the request (HTTP ${status})` };
}

function waitOf(seconds: number): number {
  return Number.isFinite(seconds) && seconds >= 0 ? Math.max(1, seconds) * 1000 : DEFAULT_WAIT_MS;
}

/** What an error code of Slack's means. What is no code at all came from something between Slack and us. */
export function readCode(code: string): Failure {
  if (RATE_LIMITS.has(code)) return later();
  if (UNSURE.has(code) || !/^[a-z][a-z0-9_]{2,80}$/.test(code)) return unknown('Slack could not say what became of it');
  return { kind: 'refused', ...refusalOf(code) };
}

/** What an error that the SDK threw means. */
export function readFailure(error: unknown): Failure {
  const { code, retryAfter, statusCode, original, message } = fieldsOf(error);
  const slackCode = codeOf(error);
  if (slackCode !== null) return readCode(slackCode);
  if (code === 'slack_webapi_rate_limited_error') return later(waitOf(Number(retryAfter)));
  if (typeof statusCode === 'number') return readStatus(statusCode, null);
  if (original !== undefined) return readNetworkError(original);
  // The SDK has no class for a 429 that does not say for how long.
  if (typeof message === 'string' && message.startsWith('Retry header')) return later();
  // Thrown while the answer was being read: the request had arrived.
  return unknown('the answer of Slack broke off');
}
