import type { Channel, Role } from '../../src/domain/caller.ts';
import { type ClientOf, parseChannelId, userOf } from './slack-calls.ts';

/** How long what Slack said about a person holds. */
const HOLDS_MS = 5 * 60 * 1000;

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

async function askRole(clientOf: ClientOf, team: string, person: string): Promise<Role | null> {
  try {
    const client = await clientOf(team);
    const answer = await client?.users.info({ user: userOf(person) });
    return answer?.user === undefined ? null : roleOfUser(answer.user, team);
  } catch {
    return null;
  }
}

/** What Slack says of a person, asked at most every five minutes; `guest` where it does not say. */
export function createRoles(clientOf: ClientOf, now: () => number): (channel: Channel, person: string) => Promise<Role> {
  const known = new Map<string, { readonly role: Role; readonly until: number }>();

  /** Old entries go whenever one is added, so that the memory holds only who was seen in the last minutes. */
  function remember(key: string, role: Role): void {
    for (const [other, { until }] of known) if (until <= now()) known.delete(other);
    known.set(key, { role, until: now() + HOLDS_MS });
  }

  return async (channel, person) => {
    const { team } = parseChannelId(channel.id);
    const key = `${team}/${person}`;
    const kept = known.get(key);
    if (kept !== undefined && kept.until > now()) return kept.role;
    const role = await askRole(clientOf, team, person);
    if (role === null) return 'guest';
    remember(key, role);
    return role;
  };
}
