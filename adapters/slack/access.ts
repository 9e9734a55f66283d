import type { Role } from '../../src/domain/caller.ts';
import type { ChatAccess } from '../../src/ports/chat-access.ts';
import { type ClientOf, parseChannelId } from './slack-calls.ts';
import { codeOf } from './slack-errors.ts';

/** How long what Slack said about a person holds. */
const HOLDS_MS = 5 * 60 * 1000;

const INVITE = 'I am not in this channel: invite me with /invite @Attaché.';
const NOT_INSTALLED = 'I am not installed in this workspace any more: somebody who may must install me again.';

/** A person as `users.info` has them, as far as it is read here. */
export interface SlackUser {
  readonly team_id?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly is_primary_owner?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly enterprise_user?: { readonly teams?: readonly string[] };
}

/**
 * Who runs the workspace may manage, its members may add, and everybody else may read: guests, people of other workspaces
 * in shared channels, bots, and people who left.
 */
export function roleOfUser(user: SlackUser, team: string): Role {
  const isOfTeam = user.team_id === team || user.enterprise_user?.teams?.includes(team) === true;
  const isLimited = [user.deleted, user.is_bot, user.is_stranger, user.is_restricted, user.is_ultra_restricted].includes(true);
  if (!isOfTeam || isLimited) return 'guest';
  return [user.is_admin, user.is_owner, user.is_primary_owner].includes(true) ? 'manager' : 'member';
}

function whyNotPost(code: string | null): string | null {
  switch (code) {
    case 'channel_not_found':
    case 'not_in_channel':
      return INVITE;
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
      return INVITE;
    case 'is_archived':
      return 'This channel is archived: nothing in it can be taken away.';
    case 'compliance_exports_prevent_deletion':
      return 'This workspace keeps all messages: nothing can be taken away.';
    default:
      return 'Slack did not take the message away: try again in a minute.';
  }
}

export function createAccess(clientOf: ClientOf, now: () => number): ChatAccess {
  const known = new Map<string, { readonly role: Role; readonly until: number }>();

  async function askRole(team: string, person: string): Promise<Role | null> {
    try {
      const client = await clientOf(team);
      const answer = await client?.users.info({ user: person });
      return answer?.user === undefined ? null : roleOfUser(answer.user, team);
    } catch {
      return null;
    }
  }

  /** Old entries go whenever one is added, so that the memory holds only who was seen in the last minutes. */
  function remember(key: string, role: Role): void {
    for (const [other, { until }] of known) if (until <= now()) known.delete(other);
    known.set(key, { role, until: now() + HOLDS_MS });
  }

  return {
    async roleOf(channel, person) {
      const { team } = parseChannelId(channel.id);
      const key = `${team}/${person}`;
      const kept = known.get(key);
      if (kept !== undefined && kept.until > now()) return kept.role;
      const role = await askRole(team, person);
      if (role === null) return 'guest';
      remember(key, role);
      return role;
    },

    async canPost({ id }) {
      const { team, channel } = parseChannelId(id);
      try {
        const client = await clientOf(team);
        if (client === null) return NOT_INSTALLED;
        // A direct message: Slack takes a person for the channel with them.
        if (/^[DUW]/.test(channel)) return null;
        const { channel: found } = await client.conversations.info({ channel });
        if (found?.is_archived === true) return 'This channel is archived: nothing can be posted here.';
        return found?.is_member === true ? null : INVITE;
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
