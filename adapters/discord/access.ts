import { type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Channel } from '../../src/domain/caller.ts';
import type { ChatAccess } from '../../src/ports/chat-access.ts';
import { type ChannelPayload, channelPermissions } from './channel-permissions.ts';
import { parseChannelId, parseMessageName } from './discord-channels.ts';
import { codeOf } from './discord-errors.ts';
import type { MessagePayload } from './payloads.ts';
import { lackingIn, whyNotPost } from './permissions.ts';
import { createRoles, type GuildPayload, type MemberPayload } from './roles.ts';
import { isThreadType } from './surroundings.ts';

interface AccessOptions {
  readonly rest: Pick<REST, 'get' | 'delete'>;
  /** The bot's own user. */
  readonly botOf: () => Promise<string>;
  readonly now: () => number;
}

const HIDDEN = 'I cannot see this channel: somebody who manages it must give me the permission View Channel, if it still exists.';

function whyNotAsked(code: RESTJSONErrorCodes | null): string {
  const isHidden = code === RESTJSONErrorCodes.UnknownChannel || code === RESTJSONErrorCodes.MissingAccess;
  return isHidden ? HIDDEN : 'Discord could not be asked whether I may post here: try again in a minute.';
}

function whyNotRetract(code: RESTJSONErrorCodes | null): string | null {
  switch (code) {
    case RESTJSONErrorCodes.UnknownMessage:
      return null;
    case RESTJSONErrorCodes.UnknownChannel:
    case RESTJSONErrorCodes.MissingAccess:
      return HIDDEN;
    case RESTJSONErrorCodes.ThreadLocked:
      return 'This thread is locked: somebody who manages it must open it.';
    default:
      return 'Discord did not take the message away: try again in a minute.';
  }
}

/** What Discord knows of people's rights and the bot's own. */
export function createAccess({ rest, botOf, now }: AccessOptions): ChatAccess {
  async function askPost(guildId: string, channelId: string): Promise<string | null> {
    const channel = (await rest.get(Routes.channel(channelId))) as ChannelPayload;
    const isThread = isThreadType(channel.type);
    if (channel.thread_metadata?.locked === true) return 'This thread is locked: somebody who manages it must open it.';
    // A thread has the permissions of the channel that it is in.
    const parent = isThread && channel.parent_id ? ((await rest.get(Routes.channel(channel.parent_id))) as ChannelPayload) : channel;
    const guild = (await rest.get(Routes.guild(guildId))) as GuildPayload;
    const member = (await rest.get(Routes.guildMember(guildId, await botOf()))) as MemberPayload;
    return whyNotPost(lackingIn(channelPermissions(guildId, guild, member, parent), isThread));
  }

  async function askRetract(channelId: string, messageId: string): Promise<string | null> {
    const message = (await rest.get(Routes.channelMessage(channelId, messageId))) as MessagePayload;
    // With the permission Manage Messages, Discord would take away anybody's.
    if (message.author?.id !== (await botOf())) return 'I can only take away what I posted myself.';
    await rest.delete(Routes.channelMessage(channelId, messageId));
    return null;
  }

  return {
    roleOf: createRoles(rest, now),

    async canPost({ id }: Channel) {
      const { guild, channel } = parseChannelId(id);
      if (guild === null) return null;
      return askPost(guild, channel).catch((error: unknown) => whyNotAsked(codeOf(error)));
    },

    async retract({ id }: Channel, name) {
      const { channel, message } = parseMessageName(name, parseChannelId(id).channel);
      return askRetract(channel, message).catch((error: unknown) => whyNotRetract(codeOf(error)));
    },
  };
}
