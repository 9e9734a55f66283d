import type { CommandName } from './command-table.ts';

/** What was asked: a row of the command table with its arguments as typed. An argument that was not given is absent. */
export interface Command {
  readonly name: CommandName;
  readonly args: Readonly<Record<string, string>>;
}
