import type { WebClient } from '@slack/web-api';

/** A channel of Slack as `Channel.id` has it: `TEAM/CHANNEL`. */
export interface SlackChannel {
  readonly team: string;
  readonly channel: string;
}

export function parseChannelId(id: string): SlackChannel {
  const [team = '', channel = ''] = id.split('/');
  return { team, channel };
}

export function formatChannelId({ team, channel }: SlackChannel): string {
  return `${team}/${channel}`;
}

/** The user in `Place.person`, which has the team before it as channels have: `TEAM/USER`, or the user alone. */
export function userOf(person: string): string {
  return person.slice(person.lastIndexOf('/') + 1);
}

/**
 * The client of a workspace, which repeats nothing by itself: what posts is repeated by us, after a look.
 * Null where the bot is not installed, or not any more.
 */
export type ClientOf = (team: string) => Promise<WebClient | null>;
