import { APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { denied, NO_TOKENS, type Reply, type Unsuited, unavailable } from './model-call.ts';

/** Codes that say the content was not wanted, wherever the server says it. */
const REFUSALS: ReadonlySet<string> = new Set([
  'content_filter',
  'content_policy_violation',
  'invalid_prompt',
  'bio_policy',
  'misalignment_policy_violation',
  'ResponsibleAIPolicyViolation',
]);

/** Codes that help whoever reads the log. No other is repeated: a server could write anything there, also our key. */
const TELLING: ReadonlySet<string> = new Set([
  'insufficient_quota',
  'rate_limit_exceeded',
  'server_error',
  'invalid_api_key',
  'model_not_found',
  'DeploymentNotFound',
  'context_length_exceeded',
  'unsupported_parameter',
]);

const NO_SUCH_ENDPOINT: ReadonlySet<number> = new Set([404, 405, 501]);
/** Unauthorized, payment required, forbidden. */
const DENIALS: ReadonlySet<number> = new Set([401, 402, 403]);
const NO_CREDIT = 'insufficient_quota';
const RETRYABLE: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/** `(no body)` is what the SDK says of a body without `error`, which is how FastAPI servers answer: it may be the schema. */
const NAMES_THE_SCHEMA = /response_format|text\.format|json[_ ]schema|structured[_ ]output|\(no body\)$/i;
const NAMES_THE_LIMIT = /max_completion_tokens/;

/** What an error that the SDK threw means. Of its text nothing is kept: servers quote the request there. */
export function readError(error: unknown): Reply {
  if (error instanceof APIUserAbortError) return unavailable('ended by the deadline', true);
  if (error instanceof APIConnectionTimeoutError) return unavailable('the connection timed out', true);
  if (error instanceof APIError) {
    const { status, code, param, message } = error as APIError;
    if (status === undefined) return unavailable('no connection', true);
    return readStatus(status, code ?? '', `${JSON.stringify(param)} ${message}`);
  }
  // The body was cut short, was not JSON, or was no completion at all.
  return unavailable('the reply could not be read', true);
}

/** What an HTTP status means, or the one that a gateway writes into a body of status 200. */
function readStatus(status: number, code: string, text: string): Reply {
  if (REFUSALS.has(code)) return { kind: 'refusal', tokens: NO_TOKENS };
  const reason = TELLING.has(code) ? `HTTP ${status} (${code})` : `HTTP ${status}`;
  if (DENIALS.has(status) || code === NO_CREDIT) return denied(reason);
  return unavailable(reason, status >= 500 || RETRYABLE.has(status), unsuitedBy(status, text));
}

/** What the `error` inside a reply means: a code of OpenAI's, or a number that a gateway was given and hands on. */
export function readErrorObject(code: string): Reply {
  const status = Number(code);
  if (Number.isInteger(status) && status >= 400 && status < 600) return readStatus(status, '', '');
  if (REFUSALS.has(code)) return { kind: 'refusal', tokens: NO_TOKENS };
  if (code === NO_CREDIT) return denied(`failed (${code})`);
  return unavailable(TELLING.has(code) ? `failed (${code})` : 'failed on the server', true);
}

function unsuitedBy(status: number, text: string): Unsuited | null {
  if (NO_SUCH_ENDPOINT.has(status)) return 'endpoint';
  if (status !== 400 && status !== 422) return null;
  if (NAMES_THE_LIMIT.test(text)) return 'limit';
  return NAMES_THE_SCHEMA.test(text) ? 'schema' : null;
}
