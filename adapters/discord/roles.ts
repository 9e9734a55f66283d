import { type REST, Routes } from 'discord.js';
import type { Channel, Role } from '../../src/domain/caller.ts';
import { parseChannelId } from './discord-channels.ts';
import { statusOf } from './discord-errors.ts';
import { mayManage, parsePermissions } from './permissions.ts';

/** How long what Discord said of a person holds. */
const HOLDS_MS = 5 * 60 * 1000;

export interface GuildPayload {
  readonly owner_id?: string;
  readonly roles?: readonly { readonly id?: string; readonly permissions?: string }[];
}

export interface MemberPayload {
  readonly user?: { readonly id?: string; readonly bot?: boolean };
  readonly roles?: readonly string[];
  /** True for who has not accepted the server's rules yet. */
  readonly pending?: boolean;
}

/** What a member may do in a server: what everybody may (the role with the server's own id) and what their roles add. */
export function serverPermissions(guildId: string, { roles = [] }: GuildPayload, { roles: held = [] }: MemberPayload): bigint {
  const counted = roles.filter(({ id = '' }) => id === guildId || held.includes(id));
  return counted.reduce((sum, { permissions }) => sum | parsePermissions(permissions), 0n);
}

/** Who owns or manages the server may manage, its members may add, and whoever only looks in may read. */
export function roleOfMember(guildId: string, guild: GuildPayload, member: MemberPayload): Role {
  const { user, pending } = member;
  if (user?.bot === true || pending === true) return 'guest';
  if (user?.id !== undefined && user.id === guild.owner_id) return 'manager';
  return mayManage(serverPermissions(guildId, guild, member)) ? 'manager' : 'member';
}

/** Keeps what was asked for a while; what failed is asked again. */
function remembering<Value>(now: () => number): (key: string, ask: () => Promise<Value>) => Promise<Value> {
  const known = new Map<string, { readonly value: Value; readonly until: number }>();
  return async (key, ask) => {
    const kept = known.get(key);
    if (kept !== undefined && kept.until > now()) return kept.value;
    const value = await ask();
    for (const [other, { until }] of known) if (until <= now()) known.delete(other);
    known.set(key, { value, until: now() + HOLDS_MS });
    return value;
  };
}

/** What Discord says of a person, asked at most every five minutes; `guest` where it does not say. */
export function createRoles(rest: Pick<REST, 'get'>, now: () => number): (channel: Channel, person: string) => Promise<Role> {
  const guildOf = remembering<GuildPayload>(now);
  const roleOf = remembering<Role>(now);

  async function askRole(guildId: string, person: string): Promise<Role> {
    const guild = await guildOf(guildId, async () => (await rest.get(Routes.guild(guildId))) as GuildPayload);
    try {
      return roleOfMember(guildId, guild, (await rest.get(Routes.guildMember(guildId, person))) as MemberPayload);
    } catch (error) {
      // No member: they left, or look in through a followed channel.
      if (statusOf(error) === 404) return 'guest';
      throw error;
    }
  }

  return async (channel, person) => {
    const { guild } = parseChannelId(channel.id);
    // Nobody manages a direct message, and whoever writes one shares a server with the bot.
    if (guild === null) return 'member';
    if (!/^\d+$/.test(guild) || !/^\d+$/.test(person)) return 'guest';
    return roleOf(`${guild}/${person}`, () => askRole(guild, person)).catch(() => 'guest' as const);
  };
}
