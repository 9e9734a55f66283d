import type { Place } from '../../../src/domain/inbound.ts';
import { CHANNEL, GUILD, MEMBER } from './world.ts';

/** A place in the fake server: its first channel, for all, by default. */
export function discordPlace(over: Partial<Place> & { readonly at?: string; readonly guild?: string } = {}): Place {
  const { at = CHANNEL, guild = GUILD, ...rest } = over;
  const channel = { tenant: guild, adapter: 'discord', id: `${guild}/${at}` };
  return { channel, thread: null, audience: 'everyone', person: MEMBER, token: null, ...rest };
}
