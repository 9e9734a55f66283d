import { afterAcknowledging } from '../../adapters/discord/after-acknowledging.ts';
import { createDiscord } from '../../adapters/discord/create-discord.ts';
import { createDiscordDelivery } from '../../adapters/discord/delivery.ts';
import { createSlack } from '../../adapters/slack/create-slack.ts';
import { createSlackDelivery } from '../../adapters/slack/delivery.ts';
import { createSuggesting } from '../bot/suggesting.ts';
import type { Config } from '../config.ts';
import type { Chat } from '../ports/chat.ts';
import type { App } from './open-app.ts';

/** Called once, with one sentence, when a platform will not have the bot any more. */
type OnFatal = (reason: string) => void;

function createSlackChat({ slack, tenancy }: Config, { stores, logger, clock }: App, onFatal: OnFatal): Chat | null {
  if (slack === null) return null;
  const now = (): number => clock.now();
  const tenantOf = (team: string): string => (tenancy === 'workspace' ? `slack:${team}` : 'main');
  const { installations } = stores;
  const { name, lifecycle, access, files, clientOf } = createSlack({ ...slack, installations, logger, tenantOf, now, onFatal });
  return { name, lifecycle, access, files, delivery: createSlackDelivery({ clientOf, now }) };
}

function createDiscordChat({ discord, tenancy }: Config, { logger, clock }: App, onFatal: OnFatal): Chat | null {
  if (discord === null) return null;
  const now = (): number => clock.now();
  const tenantOf = (guild: string | null): string => (tenancy === 'workspace' ? `discord:${guild ?? 'direct'}` : 'main');
  const { rest, applicationId, acknowledged, ...chat } = createDiscord({ ...discord, logger, tenantOf, now, onFatal });
  return { ...chat, delivery: afterAcknowledging(createDiscordDelivery({ rest, applicationId, now }), acknowledged) };
}

/**
 * Connects every chat platform that is configured and begins to answer there. What was left in the inbox is answered
 * first.
 * @throws UserError with one line that says what to do, where a platform will not have the bot.
 */
export async function connectChats(config: Config, app: App, onFatal: OnFatal): Promise<readonly Chat[]> {
  const chats = [createSlackChat(config, app, onFatal), createDiscordChat(config, app, onFatal)].filter((chat) => chat !== null);
  if (chats.length === 0) return chats;
  app.connect(chats);
  const suggesting = createSuggesting(app.stores.topics);
  const { receive } = app.inbox;
  await Promise.all(chats.map(({ lifecycle }) => lifecycle.start(receive, suggesting)));
  return chats;
}
