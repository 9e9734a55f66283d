import { type ChannelType, OverwriteType, PermissionFlagsBits } from 'discord.js';
import { parsePermissions } from './permissions.ts';
import { type GuildPayload, type MemberPayload, serverPermissions } from './roles.ts';

interface Overwrite {
  readonly id?: string;
  readonly type?: OverwriteType;
  readonly allow?: string;
  readonly deny?: string;
}

/** A channel as the web API gives it. */
export interface ChannelPayload {
  readonly id?: string;
  readonly type?: ChannelType;
  readonly parent_id?: string | null;
  readonly permission_overwrites?: readonly Overwrite[];
  readonly thread_metadata?: { readonly archived?: boolean; readonly locked?: boolean };
}

function apply(permissions: bigint, overwrites: readonly Overwrite[]): bigint {
  const denied = overwrites.reduce((sum, { deny }) => sum | parsePermissions(deny), 0n);
  const allowed = overwrites.reduce((sum, { allow }) => sum | parsePermissions(allow), 0n);
  return (permissions & ~denied) | allowed;
}

/**
 * What a member may do in a channel (docs.discord.com/developers/topics/permissions): what the server grants, changed by
 * what the channel says of everybody, then of their roles together, then of the member. Owners and administrators may all.
 */
export function channelPermissions(guildId: string, guild: GuildPayload, member: MemberPayload, channel: ChannelPayload): bigint {
  const person = member.user?.id ?? '';
  const base = serverPermissions(guildId, guild, member);
  if (person === guild.owner_id || (base & PermissionFlagsBits.Administrator) !== 0n) return base | PermissionFlagsBits.Administrator;
  const overwrites = channel.permission_overwrites ?? [];
  const held = new Set(member.roles ?? []);
  const steps = [
    overwrites.filter(({ id }) => id === guildId),
    overwrites.filter(({ id = '', type }) => type === OverwriteType.Role && id !== guildId && held.has(id)),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === person),
  ];
  return steps.reduce(apply, base);
}
