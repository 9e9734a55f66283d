import { REST, type RESTOptions } from 'discord.js';

/** After this long a call is given up; what it did is not known then. */
export const CALL_TIMEOUT_MS = 10_000;

/**
 * Settings under which the SDK repeats nothing and sleeps through no limit. By default it repeats at once what failed, and
 * posts twice where only the answer was lost. For a client of the gateway too: `rest`.
 */
export function restOptions(settings: { readonly api?: string; readonly timeoutMs?: number } = {}): Partial<RESTOptions> {
  return {
    ...(settings.api === undefined ? {} : { api: settings.api }),
    version: '10',
    retries: 0,
    timeout: settings.timeoutMs ?? CALL_TIMEOUT_MS,
    rejectOnRateLimit: () => true,
  };
}

/** A client of Discord's web API that tries every call once. */
export function createRest(token: string, settings: { readonly api?: string; readonly timeoutMs?: number } = {}): REST {
  return new REST(restOptions(settings)).setToken(token);
}
