import { WebClient, type WebClientOptions } from '@slack/web-api';

/** After this long a call is given up; what it did is not known then. */
export const CALL_TIMEOUT_MS = 10_000;

// The SDK's own log repeats requests, which hold what people asked: what matters is told by who calls.
const SILENT: NonNullable<WebClientOptions['logger']> = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => 'error' as ReturnType<NonNullable<WebClientOptions['logger']>['getLevel']>,
  setName: () => {},
};

/**
 * Settings under which the SDK repeats nothing, waits for nobody and ends every call. By default it repeats for half an
 * hour what posts, lets a 429 of one channel hold up all others, and waits for ever. A new object each time: Socket Mode
 * writes into the one that it is given.
 */
export function webClientOptions(settings: { readonly apiUrl?: string; readonly timeoutMs?: number } = {}): WebClientOptions {
  return {
    ...(settings.apiUrl === undefined ? {} : { slackApiUrl: settings.apiUrl }),
    timeout: settings.timeoutMs ?? CALL_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
  };
}

/** A client of Slack's web API that tries every call once. */
export function createWebClient(token: string, settings: { readonly apiUrl?: string; readonly timeoutMs?: number } = {}): WebClient {
  return new WebClient(token, webClientOptions(settings));
}
