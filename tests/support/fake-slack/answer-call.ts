import { type Answer, type Settings, textArg } from './call.ts';
import { CHAT_METHODS } from './chat-methods.ts';
import type { Faults } from './faults.ts';
import { HISTORY_METHODS } from './history-methods.ts';
import { OPEN_METHODS, OTHER_METHODS, SCOPES_OF } from './other-methods.ts';
import type { RawRequest } from './read-request.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { FakeToken, World } from './world.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

interface Inside {
  readonly world: World;
  readonly settings: Settings;
  readonly faults: Faults;
  readonly urls: ResponseUrls;
  /** When each team read each kind of history last. */
  readonly lastHistory: Map<string, number>;
}

const METHODS = { ...CHAT_METHODS, ...HISTORY_METHODS, ...OTHER_METHODS };
const A_MINUTE_MS = 60_000;

function limited(ms: number): Reply {
  return { status: 429, headers: { 'retry-after': String(Math.ceil(ms / 1000)) }, body: '' };
}

function json(answer: Answer, token: FakeToken | undefined): Reply {
  const headers = { 'content-type': 'application/json', 'x-oauth-scopes': [...(token?.scopes ?? [])].join(',') };
  return { status: 200, headers, body: JSON.stringify({ ok: answer['error'] === undefined, ...answer }) };
}

/** Why a token may not call a method; null when it may. */
function forbidden(method: string, token: FakeToken | undefined): Answer | null {
  if (OPEN_METHODS.has(method)) return null;
  if (!token) return { error: 'invalid_auth' };
  if (token.state !== 'good') return { error: token.state === 'revoked' ? 'token_revoked' : 'account_inactive' };
  const needed = SCOPES_OF[method];
  if (!needed || needed.some((scope) => token.scopes.has(scope))) return null;
  return { error: 'missing_scope', needed: needed.join(','), provided: [...token.scopes].join(',') };
}

function historyLimit({ method }: RawRequest, token: FakeToken, { settings, lastHistory }: Inside): number {
  if (!settings.oneHistoryAMinute || !(method in HISTORY_METHODS)) return 0;
  const key = `${token.team} ${method}`;
  const left = (lastHistory.get(key) ?? -Infinity) + A_MINUTE_MS - settings.now();
  if (left <= 0) lastHistory.set(key, settings.now());
  return Math.max(0, left);
}

function answerFile({ path, token }: RawRequest, { world }: Inside): Reply {
  const file = world.files.get(path.replace('/files/', ''));
  // Without a token that is good Slack shows the page where people log in, with status 200.
  if (world.tokens.get(token)?.state !== 'good')
    return { status: 200, headers: { 'content-type': 'text/html' }, body: '<title>Log in</title>' };
  if (!file) return { status: 404, headers: {}, body: '' };
  return { status: 200, headers: { 'content-type': file.contentType }, body: file.body };
}

/** What Slack answers to a request, and what the request does. */
export function answerCall(raw: RawRequest, inside: Inside): Reply {
  const { world, settings, faults, urls } = inside;
  if (raw.method === 'file') return answerFile(raw, inside);
  if (raw.method === 'response') return { ...urls.use(raw.path, raw.args), headers: {} };
  const method = METHODS[raw.method];
  if (!method) return json({ error: 'unknown_method' }, undefined);
  const token = world.tokens.get(raw.token);
  const refused = forbidden(raw.method, token);
  if (refused) return json(refused, token);
  const caller: FakeToken = token ?? { team: world.team, scopes: new Set(), state: 'good' };
  const wait = Math.max(faults.limitedFor(raw.method, textArg(raw.args, 'channel')), historyLimit(raw, caller, inside));
  if (wait > 0) return limited(wait);
  return json(method({ method: raw.method, args: raw.args, world, settings, faults, token: caller }), token);
}
