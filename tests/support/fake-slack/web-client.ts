import { WebClient } from '@slack/web-api';
import { clientOptions } from '../../../adapters/slack/clients.ts';

/** A client with the settings of the bot's own, but for its patience. */
export function webClient(token: string, apiUrl: string, timeoutMs: number): WebClient {
  return new WebClient(token, { ...clientOptions({ apiUrl, fetch: globalThis.fetch }), timeout: timeoutMs });
}
