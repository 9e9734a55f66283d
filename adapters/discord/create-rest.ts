import { REST } from 'discord.js';

/** After this long a call is given up; what it did is not known then. */
export const CALL_TIMEOUT_MS = 10_000;

/** What is looked up waits for so long when there were too many calls; a wait that is longer is a failure that says how long. */
export const PATIENCE_MS = 2000;

type MakeRequest = NonNullable<ConstructorParameters<typeof REST>[0]>['makeRequest'];

/**
 * Node's own fetch. The SDK's default goes through whatever undici has made itself the process's: the newer one of another
 * library takes no files from it.
 */
const ask: NonNullable<MakeRequest> = (url, init) => fetch(url, init as unknown as RequestInit);

/**
 * Discord's web API with the bot's token. Every call is tried once: what posts is repeated by us, after a look. By default
 * the SDK repeats what failed four times within milliseconds, and waits for as long as a limit says; here it waits no longer
 * than told, so that one channel does not hold up others.
 */
export function createRest({ token, apiUrl }: { readonly token: string; readonly apiUrl: string }, patienceMs: number): REST {
  return new REST({
    version: '10',
    api: apiUrl,
    retries: 0,
    timeout: CALL_TIMEOUT_MS,
    makeRequest: ask,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > patienceMs,
  }).setToken(token);
}
