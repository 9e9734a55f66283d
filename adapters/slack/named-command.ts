import type { Command } from '../../src/domain/command.ts';
import type { CommandName } from '../../src/domain/command-table.ts';

/** A command by its name. The one place where a control's name becomes a row of the table, which has the last word. */
export function namedCommand(name: string, args: Readonly<Record<string, string | null | undefined>>): Command {
  const given = Object.entries(args).flatMap(([key, value]) =>
    value === undefined || value === null || value === '' ? [] : [[key, value]],
  );
  return { name: name as CommandName, args: Object.fromEntries(given) };
}
