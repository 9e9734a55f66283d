import type { ChatAccess } from '../../src/ports/chat-access.ts';
import { refusalOf } from './refusals.ts';
import { createRoles } from './roles.ts';
import { type ClientOf, parseChannelId } from './slack-calls.ts';
import { codeOf } from './slack-errors.ts';

/** What stands in the way and what to do, in the words in which a message that was not posted says it. */
function sentenceOf(code: string): string {
  return `${refusalOf(code).reason}.`;
}

const NOT_INSTALLED = sentenceOf('account_inactive');

function whyNotPost(code: string | null): string | null {
  switch (code) {
    case 'channel_not_found':
    case 'not_in_channel':
      return sentenceOf(code);
    case 'missing_scope':
      // It cannot be found out, which is no reason not to try.
      return null;
    default:
      return 'Slack could not be asked whether I may post here: try again in a minute.';
  }
}

function whyNotRetract(code: string | null): string | null {
  switch (code) {
    case 'message_not_found':
      return null;
    case 'cant_delete_message':
      return 'I can only take away what I posted myself.';
    case 'channel_not_found':
    case 'not_in_channel':
      return sentenceOf(code);
    case 'is_archived':
      return 'This channel is archived: nothing in it can be taken away.';
    case 'compliance_exports_prevent_deletion':
      return 'This workspace keeps all messages: nothing can be taken away.';
    default:
      return 'Slack did not take the message away: try again in a minute.';
  }
}

/** What Slack knows of people's rights and the bot's own. */
export function createAccess(clientOf: ClientOf, now: () => number): ChatAccess {
  return {
    roleOf: createRoles(clientOf, now),

    async canPost({ id }) {
      const { team, channel } = parseChannelId(id);
      try {
        const client = await clientOf(team);
        if (client === null) return NOT_INSTALLED;
        // A direct message: Slack takes a person for the channel with them.
        if (/^[DUW]/.test(channel)) return null;
        const { channel: found } = await client.conversations.info({ channel });
        if (found?.is_archived === true) return sentenceOf('is_archived');
        return found?.is_member === true ? null : sentenceOf('not_in_channel');
      } catch (error) {
        return whyNotPost(codeOf(error));
      }
    },

    async retract({ id }, messageId) {
      const { team, channel } = parseChannelId(id);
      try {
        const client = await clientOf(team);
        if (client === null) return NOT_INSTALLED;
        await client.chat.delete({ channel, ts: messageId });
        return null;
      } catch (error) {
        return whyNotRetract(codeOf(error));
      }
    },
  };
}
