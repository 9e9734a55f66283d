import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from '../../src/ports/logger.ts';
import { boltLogger } from './bolt-logger.ts';
import type { ClientOf } from './slack-calls.ts';
import { isRefusedToken } from './slack-errors.ts';

/** How long Slack may take for one call. */
const TIMEOUT_MS = 10_000;

export interface ClientSettings {
  readonly apiUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly logger: Logger;
}

/**
 * For each client its own object, since Bolt and Socket Mode write into the one they are given. Nothing is repeated by the
 * client: a post whose answer is lost would be made twice.
 */
export function clientOptions({ apiUrl, fetch, logger }: ClientSettings): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    fetch,
    logger: boltLogger(logger, 'debug'),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT_MS,
    allowAbsoluteUrls: false,
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
