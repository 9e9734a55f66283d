import type { Command } from '../../src/domain/command.ts';
import type { CommandName } from '../../src/domain/command-table.ts';

/** A command by its name, with the arguments that hold something. Whether there is such a command is for the core to say. */
export function namedCommand(name: string, args: Readonly<Record<string, string | null | undefined>>): Command {
  const given = Object.entries(args).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  return { name: name as CommandName, args: Object.fromEntries(given) };
}
