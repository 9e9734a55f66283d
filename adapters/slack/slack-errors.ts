import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';

/** What Slack answers when a token is no good and will not become good by waiting. */
const REFUSED_TOKENS: ReadonlySet<string> = new Set(['not_authed', 'invalid_auth', 'account_inactive', 'token_revoked', 'token_expired']);

/** The same for what a token may not do: somebody must change something first. */
const REFUSED_CONNECTIONS: ReadonlySet<string> = new Set([
  ...REFUSED_TOKENS,
  'not_allowed_token_type',
  'missing_scope',
  'no_permission',
  'access_denied',
  'org_login_required',
  'ekm_access_denied',
  'team_access_not_granted',
  'user_removed_from_team',
  'team_disabled',
  'forbidden_team',
  'app_not_found',
  'socket_mode_not_enabled',
]);

/** What Slack calls the error; null when Slack gave no answer of its own. */
export function codeOf(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error : null;
}

export function isRefusedToken(code: string | null): boolean {
  return code !== null && REFUSED_TOKENS.has(code);
}

/** Whether connecting again cannot help. */
export function isRefusedConnection(code: string | null): boolean {
  return code !== null && REFUSED_CONNECTIONS.has(code);
}

/** How long Slack asked to be left alone, in milliseconds; 0 when it did not. */
export function askedToWaitMs(error: unknown): number {
  return error instanceof WebAPIRateLimitedError ? error.retryAfter * 1000 : 0;
}

/** What went wrong, short enough for a line of the log. */
export function describe(error: unknown): string {
  const text = codeOf(error) ?? (error instanceof Error ? error.message : 'the connection was closed');
  return text.split('\n', 1)[0] ?? text;
}
