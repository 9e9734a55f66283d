import type { Place } from '../../src/domain/inbound.ts';

/**
 * A channel of Discord as `Channel.id` has it: `GUILD/CHANNEL`, or `@me/CHANNEL` for a direct message. What is said in a thread
 * is said in the channel that the thread is in; only a thread of which that is not known is a channel of its own.
 */
export interface DiscordChannel {
  readonly guild: string | null;
  readonly channel: string;
}

const DIRECT = '@me';

export function parseChannelId(id: string): DiscordChannel {
  const [guild = DIRECT, channel = ''] = id.split('/');
  return { guild: guild === DIRECT ? null : guild, channel };
}

export function formatChannelId({ guild, channel }: DiscordChannel): string {
  return `${guild ?? DIRECT}/${channel}`;
}

/** Where a message of this place goes: into the thread that it was asked in, if it was in one. */
export function channelOf({ channel, room }: Pick<Place, 'channel' | 'room'>): DiscordChannel {
  const { guild, channel: parent } = parseChannelId(channel.id);
  return { guild, channel: room ?? parent };
}

/** A message in another channel than the one that is spoken of: `CHANNEL/MESSAGE`. */
export function formatMessageName({ channel, message }: { readonly channel: string; readonly message: string }): string {
  return `${channel}/${message}`;
}

/** The message that a name stands for; what names no channel is in the one that is spoken of. */
export function parseMessageName(name: string, channel: string): { readonly channel: string; readonly message: string } {
  const slash = name.indexOf('/');
  return slash < 0 ? { channel, message: name } : { channel: name.slice(0, slash), message: name.slice(slash + 1) };
}
