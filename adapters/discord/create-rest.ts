import { REST } from 'discord.js';

/** After this long a call is given up; what it did is not known then. */
export const CALL_TIMEOUT_MS = 10_000;

/** A call that must wait longer than this fails, with how long, so that it is waited for outside and others go on. */
const PATIENCE_MS = 2000;

/**
 * Discord's web API with the bot's token. Every call is tried once: what posts is repeated by us, after a look. By default
 * the SDK repeats what failed four times within milliseconds, and waits for as long as a limit says.
 */
export function createRest({ token, apiUrl }: { readonly token: string; readonly apiUrl: string }): REST {
  return new REST({
    version: '10',
    api: apiUrl,
    retries: 0,
    timeout: CALL_TIMEOUT_MS,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > PATIENCE_MS,
  }).setToken(token);
}
