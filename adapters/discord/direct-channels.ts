import { type REST, Routes } from 'discord.js';

/** The channels of direct messages, each opened once. To open one twice does no harm. */
export function createDirects(rest: REST, timeoutMs: number): (person: string) => Promise<string> {
  const open = new Map<string, string>();
  return async (person) => {
    const known = open.get(person);
    if (known !== undefined) return known;
    const request = { body: { recipient_id: person }, signal: AbortSignal.timeout(timeoutMs) };
    const { id } = (await rest.post(Routes.userChannels(), request)) as { readonly id: string };
    open.set(person, id);
    return id;
  };
}
