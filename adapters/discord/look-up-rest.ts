import { REST } from 'discord.js';
import { restOptions } from './rest-client.ts';

/** For so long a look-up waits when there were too many calls; a wait that is longer is a failure that says how long. */
const PATIENCE_MS = 2000;

/** Discord's web API for what is asked and registered, not posted: every call is tried once, and a short wait is waited out. */
export function createLookUpRest({ token, apiUrl }: { readonly token: string; readonly apiUrl: string }): REST {
  return new REST({
    ...restOptions({ api: apiUrl }),
    rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > PATIENCE_MS,
  }).setToken(token);
}
