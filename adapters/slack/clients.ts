import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from '../../src/ports/logger.ts';
import type { ClientOf } from './slack-calls.ts';
import { isRefusedToken } from './slack-errors.ts';

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

export interface ClientSettings {
  readonly apiUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly logger: Logger;
}

/**
 * Settings under which the SDK repeats nothing, waits for nobody and ends every call. By default it repeats for half an
 * hour what posts, lets a 429 of one channel hold up all others, and waits for ever. A new object each time: Bolt writes
 * into the one that it is given.
 */
export function clientOptions({ apiUrl, fetch }: Pick<ClientSettings, 'apiUrl' | 'fetch'>): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    fetch,
    allowAbsoluteUrls: false,
    timeout: CALL_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
  };
}

/** `fetch` that notices when Slack will not have the token any more. */
export function watchTokens(fetch: typeof globalThis.fetch, onRefused: (code: string) => void): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const code = await refusedToken(response.clone());
    if (code !== null) onRefused(code);
    return response;
  };
}

async function refusedToken(response: Response): Promise<string | null> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return null;
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer !== 'object' || answer === null || !('error' in answer) || typeof answer.error !== 'string') return null;
  return isRefusedToken(answer.error) ? answer.error : null;
}

/** The client of each workspace, one for each token. */
export function createClientOf(tokenOf: (team: string) => Promise<string | null>, settings: ClientSettings): ClientOf {
  const clients = new Map<string, WebClient>();
  return async (team) => {
    const token = await tokenOf(team);
    const known = clients.get(team);
    if (token === null) return null;
    if (known?.token === token) return known;
    const client = new WebClient(token, clientOptions(settings));
    clients.set(team, client);
    return client;
  };
}
