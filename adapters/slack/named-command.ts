import type { Command } from '../../src/domain/command.ts';
import type { CommandName } from '../../src/domain/command-table.ts';

/** A command with the arguments that were given. */
export function namedCommand(name: CommandName, args: Readonly<Record<string, string | null | undefined>>): Command {
  const given = Object.entries(args).flatMap(([key, value]) =>
    value === undefined || value === null || value === '' ? [] : [[key, value]],
  );
  return { name, args: Object.fromEntries(given) };
}
