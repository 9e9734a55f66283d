import type { Command } from '../../src/domain/command.ts';
import type { CommandName } from '../../src/domain/command-table.ts';

/** A command with those arguments that hold something. */
export function namedCommand(name: CommandName, args: Readonly<Record<string, string | null | undefined>>): Command {
  const given = Object.entries(args).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  return { name, args: Object.fromEntries(given) };
}
