import { ApplicationCommandOptionType, ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { COMMAND_TABLE, type CommandArgument, type CommandRow } from '../../src/domain/command-table.ts';
import { MESSAGE_COMMANDS } from './controls.ts';
import { LIMITS } from './interaction-limits.ts';
import { MANAGE_SERVER } from './permissions.ts';

/** The command that holds all those that have no command of their own. */
export const ROOT = 'attache';
/** What is wished of it is one line, as a person would type it. */
export const DIGEST = 'digest';

/** Options that mean something to the adapter: `private` is on every command; topics are suggested. */
export const OPTIONS = { private: 'private', topic: 'topic' } as const;

/** Rows that are a command by themselves. */
const OWN: ReadonlySet<string> = new Set(['brief', 'ask', DIGEST]);

/** A command as Discord takes and gives it, as far as it is compared. */
export interface ApplicationCommand {
  readonly type: ApplicationCommandType;
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
  readonly default_member_permissions: string | null;
  readonly contexts: readonly InteractionContextType[];
  readonly integration_types: readonly ApplicationIntegrationType[];
}

export interface CommandOption {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly min_value?: number;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly options?: readonly CommandOption[];
}

function cut(text: string): string {
  return text.length <= LIMITS.description ? text : `${text.slice(0, LIMITS.description - 1)}…`;
}

function optionOf({ name, kind, required, description, choices }: CommandArgument): CommandOption {
  const parts = { name, description: cut(description), required };
  if (kind === 'number') return { ...parts, type: ApplicationCommandOptionType.Integer, min_value: 1 };
  const text = { ...parts, type: ApplicationCommandOptionType.String };
  if (kind === 'topic') return { ...text, autocomplete: true };
  return choices === undefined ? text : { ...text, choices: choices.map((choice) => ({ name: choice, value: choice })) };
}

const PRIVATE: CommandOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: OPTIONS.private,
  description: 'whether only you see the answer: true unless you say otherwise',
  required: false,
};

/** Discord wants what is required before what is not. */
function optionsOf(row: CommandRow): readonly CommandOption[] {
  const options = row.arguments.map(optionOf);
  return [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required), PRIVATE];
}

type Parts = Pick<ApplicationCommand, 'name' | 'description' | 'options'> & { readonly isManaged: boolean };

function command(type: ApplicationCommandType, { isManaged, ...parts }: Parts): ApplicationCommand {
  return {
    type,
    ...parts,
    default_member_permissions: isManaged ? String(MANAGE_SERVER) : null,
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  };
}

function slash(name: string, description: string, options: readonly CommandOption[], isManaged: boolean): ApplicationCommand {
  return command(ApplicationCommandType.ChatInput, { name, description: cut(description), options, isManaged });
}

/** Everything that people may choose from in Discord: the rows of the command table, and the entries of a message's menu. */
export function applicationCommands(table: readonly CommandRow[] = COMMAND_TABLE): readonly ApplicationCommand[] {
  const rows = table.filter(({ name, where }) => where === 'everywhere' || name === DIGEST);
  const own = rows.filter(({ name }) => OWN.has(name));
  const others = rows.filter(({ name }) => !OWN.has(name));
  return [
    ...own.map((row) => slash(row.name, row.description, optionsOf(row), row.right === 'manage')),
    slash(
      ROOT,
      'Everything else that Attaché does',
      others.map((row) => ({
        type: ApplicationCommandOptionType.Subcommand,
        name: row.name,
        description: cut(row.description),
        options: optionsOf(row),
      })),
      false,
    ),
    ...Object.values(MESSAGE_COMMANDS).map((name) =>
      command(ApplicationCommandType.Message, { name, description: '', options: [], isManaged: name === MESSAGE_COMMANDS.delete }),
    ),
  ];
}
