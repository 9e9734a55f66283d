/** A channel of Discord as `Channel.id` has it: `GUILD/CHANNEL`, or `@me/CHANNEL` for a direct message. A thread is a channel of its own. */
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
