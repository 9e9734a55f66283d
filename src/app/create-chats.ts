import { createDiscord } from '../../adapters/discord/create-discord.ts';
import { createDiscordDelivery } from '../../adapters/discord/delivery.ts';
import { createSlack } from '../../adapters/slack/create-slack.ts';
import { createSlackDelivery } from '../../adapters/slack/delivery.ts';
import type { Config } from '../config.ts';
import type { Chat } from '../ports/chat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Stores } from '../ports/stores.ts';

export interface ChatOptions {
  readonly stores: Pick<Stores, 'installations'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told with one sentence when a platform will not have the bot any more. */
  readonly onFatal: (reason: string) => void;
}

function createSlackChat({ slack, tenancy }: Config, { stores: { installations }, clock, logger, onFatal }: ChatOptions): Chat | null {
  if (slack === null) return null;
  const now = (): number => clock.now();
  const tenantOf = (team: string): string => (tenancy === 'workspace' ? `slack:${team}` : 'main');
  const { name, lifecycle, access, files, clientOf } = createSlack({ ...slack, installations, logger, tenantOf, now, onFatal });
  return { name, lifecycle, access, files, delivery: createSlackDelivery({ clientOf, now }) };
}

function createDiscordChat({ discord, tenancy }: Config, { clock, logger, onFatal }: ChatOptions): Chat | null {
  if (discord === null) return null;
  const now = (): number => clock.now();
  const tenantOf = (guild: string | null): string => (tenancy === 'workspace' ? `discord:${guild ?? 'direct'}` : 'main');
  const { rest, applicationId, ...chat } = createDiscord({ ...discord, logger, tenantOf, now, onFatal });
  return { ...chat, delivery: createDiscordDelivery({ rest, applicationId, now }) };
}

/** Every chat platform that is configured, none of them started. */
export function createChats(config: Config, options: ChatOptions): readonly Chat[] {
  return [createSlackChat(config, options), createDiscordChat(config, options)].filter((chat) => chat !== null);
}
