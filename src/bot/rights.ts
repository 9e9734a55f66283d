import type { Caller, Role } from '../domain/caller.ts';
import type { Command } from '../domain/command.ts';
import type { CommandRow, Right } from '../domain/command-table.ts';
import { COMMAND_TABLE } from '../domain/command-table.ts';
import { UserError } from '../domain/errors.ts';
import type { TenantSettings } from '../domain/settings.ts';

const MAY: Readonly<Record<Role, readonly Right[]>> = {
  guest: ['read'],
  member: ['read', 'contribute'],
  manager: ['read', 'contribute', 'manage'],
};

/** What a command with these arguments needs: some choices of an argument need more than the command does. */
function rightFor({ name, args }: Command): Right {
  const row: CommandRow | undefined = COMMAND_TABLE.find((one) => one.name === name);
  if (!row) return 'manage';
  const choice = row.arguments.find(({ kind }) => kind === 'choice');
  return choice && row.managed.includes(args[choice.name] ?? '') ? 'manage' : row.right;
}

/** The role that the platform gives, or that of a manager for those whom the settings name. Guests are never managers. */
export function roleWith({ managers }: TenantSettings, { channel, person: { id, role } }: Caller): Role {
  const named = managers.some((one) => one.adapter === channel.adapter && one.id === id);
  return named && role === 'member' ? 'manager' : role;
}

/** @throws UserError when the role is not enough for what the command needs. */
export function requireRight(command: Command, role: Role): void {
  const right = rightFor(command);
  if (MAY[role].includes(right)) return;
  const who = right === 'manage' ? 'those who may manage ("home" says who)' : 'members of this workspace';
  throw new UserError(`"${command.name}" is for ${who}.`);
}
