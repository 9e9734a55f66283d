import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from '../../src/ports/logger.ts';
import type { ClientOf } from './slack-calls.ts';
import { isRefusedToken } from './slack-errors.ts';
import { webClientOptions } from './web-client.ts';

export interface ClientSettings {
  readonly apiUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly logger: Logger;
}

/** Settings of a client that may be handed to Bolt, which writes into them: a new object each time. */
export function clientOptions({ apiUrl, fetch }: ClientSettings): WebClientOptions {
  return { ...webClientOptions({ apiUrl }), fetch, allowAbsoluteUrls: false };
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
