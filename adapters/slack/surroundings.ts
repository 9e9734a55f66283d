import type { Act, Inbound, Place } from '../../src/domain/inbound.ts';
import { formatChannelId } from './slack-calls.ts';

/** What a payload does not say by itself. */
export interface Surroundings {
  /** Who shares a corpus with the workspace. */
  readonly tenantOf: (team: string) => string;
  /** The bot's own user where only one workspace is served; null where each payload must say it. */
  readonly bot: string | null;
}

interface PlaceParts extends Omit<Place, 'channel'> {
  readonly team: string;
  /** A channel's id, or a person's for the direct message with them: Slack posts to either. */
  readonly channel: string;
}

export function placeOf({ tenantOf }: Surroundings, { team, channel, ...rest }: PlaceParts): Place {
  return { channel: { tenant: tenantOf(team), adapter: 'slack', id: formatChannelId({ team, channel }) }, ...rest };
}

/** Names one act: parts are joined after the workspace. */
export function keyOf(team: string, ...parts: readonly string[]): string {
  return ['slack', team, ...parts].join(':');
}

export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** An act that waits for nothing but itself: what is answered privately need not queue behind a brief of the thread. */
export function alone(key: string, act: Act, place: Place): Inbound {
  return { key, lane: key, act, place };
}
