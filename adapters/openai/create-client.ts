import { type ClientOptions, OpenAI } from 'openai';

/** Servers that need no key still want the header. */
const PLACEHOLDER_KEY = 'no-key';

/** Longest that a timer can wait. The deadline of each request ends it long before. */
const NEVER_MS = 2_147_483_647;

/**
 * The SDK's client, with everything said that it would otherwise read from the environment, and silent: at `debug` it
 * prints more than a log may hold.
 */
export function createClient(apiKey: string | null, baseUrl: string, fetch: ClientOptions['fetch']): OpenAI {
  return new OpenAI({
    apiKey: apiKey ?? PLACEHOLDER_KEY,
    baseURL: baseUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    timeout: NEVER_MS,
    maxRetries: 2,
    fetch,
  });
}
