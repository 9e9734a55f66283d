import { Command as Program } from 'commander';
import type { Command } from '../domain/command.ts';
import type { CommandName, CommandRow } from '../domain/command-table.ts';
import { COMMAND_TABLE } from '../domain/command-table.ts';
import { UserError } from '../domain/errors.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { parsePeriod } from '../domain/parse-period.ts';

/** `--since` and `--until` as the period that a person would type. */
function periodOf(since: string | undefined, until: string | undefined, today: LocalDate): string | undefined {
  if (since === undefined && until === undefined) return undefined;
  const start = since === undefined ? '7d' : since;
  const from = parsePeriod(start, until ?? today)?.from;
  const to = until === undefined ? today : parsePeriod(until, today)?.to;
  if (from === undefined) throw new UserError(`--since ${start} is not a number of days (7d) or a date (2023-11-01).`);
  if (to === undefined) throw new UserError(`--until ${until ?? ''} is not a date (2023-11-14).`);
  if (from > to) throw new UserError(`--since ${from} lies after --until ${to}.`);
  return `${from} to ${to}`;
}

/** Runs one command of the bot with the options that were given on the command line. */
export type RunCommand = (command: Command, options: Readonly<Record<string, string | undefined>>) => Promise<void>;

function helpText({ examples }: CommandRow): string {
  return `\nExamples:\n${examples.map((example) => `  npm run -s attache -- ${example}`).join('\n')}`;
}

function addArguments(program: Program, row: CommandRow): void {
  const last = row.arguments.findLast(({ kind }) => kind !== 'period');
  for (const argument of row.arguments) {
    if (argument.kind === 'period') {
      program.option('--since <days or date>', 'first day: 7d, or 2023-11-01').option('--until <date>', 'last day, included');
    } else {
      const choices = argument.choices === undefined ? '' : `: ${argument.choices.join(', ')}`;
      // The last takes all words that are left; only it can.
      const name = argument.kind === 'choice' || argument !== last ? argument.name : `${argument.name}...`;
      program.argument(`[${name}]`, argument.description + choices);
    }
  }
}

/** Turns what commander hands over into the arguments of the row; words of one argument are joined again. */
function readArguments(row: CommandRow, values: readonly unknown[]): Record<string, string> {
  const args: Record<string, string> = {};
  for (const [index, argument] of row.arguments.filter(({ kind }) => kind !== 'period').entries()) {
    const value = values[index];
    const text = Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';
    if (text !== '') args[argument.name] = text;
  }
  return args;
}

/** A subcommand of the command line for every row of the command table but those behind buttons, and `help`, which commander has its own. */
export function addBotCommands(program: Program, today: () => LocalDate, run: RunCommand): ReadonlyMap<CommandName, Program> {
  const commands = new Map<CommandName, Program>();
  for (const row of COMMAND_TABLE) {
    if (row.name === 'help' || row.where === 'control') continue;
    const command = program.command(row.name).description(row.description).addHelpText('after', helpText(row));
    addArguments(command, row);
    command.action(async (...values: unknown[]) => {
      const options: Record<string, string | undefined> = command.opts();
      const args = readArguments(row, values);
      const period = periodOf(options['since'], options['until'], today());
      await run({ name: row.name, args: { ...args, ...(period === undefined ? {} : { period }) } }, options);
    });
    commands.set(row.name, command);
  }
  return commands;
}
