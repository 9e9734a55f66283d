import { createHmac } from 'node:crypto';

export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

export interface SignedRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Signing {
  /** Seconds since 1970. */
  readonly at: number;
  readonly secret?: string;
  readonly retry?: number;
}

/** How Slack writes a payload down: events as JSON, a slash command as a form, all else as JSON inside a form. */
function encode(payload: Readonly<Record<string, unknown>>): { readonly body: string; readonly type: string } {
  if ('event' in payload || payload['type'] === 'url_verification') return { body: JSON.stringify(payload), type: 'application/json' };
  const form: Record<string, string> =
    'command' in payload
      ? Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]))
      : { payload: JSON.stringify(payload) };
  return { body: new URLSearchParams(form).toString(), type: 'application/x-www-form-urlencoded' };
}

/** A request as Slack signs it. */
export function signedRequest(
  payload: Readonly<Record<string, unknown>>,
  { at, secret = SIGNING_SECRET, retry = 0 }: Signing,
): SignedRequest {
  const { body, type } = encode(payload);
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  const retried: Record<string, string> = retry === 0 ? {} : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_error' };
  return {
    body,
    headers: { 'content-type': type, 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${signature}`, ...retried },
  };
}
