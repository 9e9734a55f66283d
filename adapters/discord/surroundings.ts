import { ChannelType } from 'discord.js';
import type { Act, Inbound, Place } from '../../src/domain/inbound.ts';
import { formatChannelId } from './discord-channels.ts';

/** What a payload does not say by itself. */
export interface Surroundings {
  /** Who shares a corpus with a server; null is for direct messages. */
  readonly tenantOf: (guild: string | null) => string;
  /** The bot's own user. */
  readonly bot: string;
  /** The channel that a thread is in, as far as Discord has told; null for what is no thread. */
  readonly parentOf: (channel: string) => string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface PlaceParts extends Omit<Place, 'channel'> {
  readonly guild: string | null;
  readonly channel: string;
}

const THREADS: ReadonlySet<ChannelType | undefined> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** Whether a type of channel is a thread. */
export function isThreadType(type: ChannelType | undefined): boolean {
  return THREADS.has(type);
}

export function placeOf({ tenantOf }: Pick<Surroundings, 'tenantOf'>, { guild, channel, ...rest }: PlaceParts): Place {
  return { channel: { tenant: tenantOf(guild), adapter: 'discord', id: formatChannelId({ guild, channel }) }, ...rest };
}

/**
 * Where something was said. A thread shares the settings of the channel that it is in, and the conversation of the message
 * that it was made from: Discord gives it the id of that message.
 */
export function whereaboutsOf(channel: string, parent: string | null): Pick<PlaceParts, 'channel' | 'room'> {
  return parent === null ? { channel } : { channel: parent, room: channel };
}

/** Names one act or one lane. Ids of Discord are unique across servers. */
export function keyOf(...parts: readonly string[]): string {
  return ['discord', ...parts].join(':');
}

/** An act that waits for nothing but itself: what is answered privately need not queue behind a brief of the channel. */
export function alone(key: string, act: Act, place: Place): Inbound {
  return { key, lane: key, act, place };
}
