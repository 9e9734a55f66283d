import { type REST, Routes } from 'discord.js';
import { type ApplicationCommand, applicationCommands, type CommandOption } from './application-commands.ts';

interface RegisterOptions {
  readonly rest: Pick<REST, 'get' | 'put'>;
  readonly applicationId: string;
  /** One server, where commands change at once; null for all. */
  readonly guild: string | null;
}

/** What a command has of its own: what Discord adds (ids, versions, nulls for what was left out) is not compared. */
function essence(command: Partial<ApplicationCommand>): unknown {
  const { type = 1, name, description = '', options = [], default_member_permissions: permissions = null } = command;
  return [type, name, description, permissions, sorted(command.contexts), sorted(command.integration_types), options.map(ofOption)];
}

function sorted(values: readonly number[] | null | undefined): readonly number[] | null {
  return values === null || values === undefined ? null : values.toSorted((left, right) => left - right);
}

function ofOption(option: CommandOption): unknown {
  const { type, name, description, required = false, autocomplete = false, min_value: least = null } = option;
  const choices = (option.choices ?? []).map((choice) => [choice.name, choice.value]);
  return [type, name, description, required, autocomplete, least, choices, (option.options ?? []).map(ofOption)];
}

/** One text for a set of commands, whatever their order. */
export function digestOf(commands: readonly Partial<ApplicationCommand>[]): string {
  return JSON.stringify(commands.map((command) => JSON.stringify(essence(command))).toSorted());
}

/** In a server, Discord gives neither contexts nor kinds of installation back. */
function inGuild({ contexts: _contexts, integration_types: _types, ...command }: ApplicationCommand): Partial<ApplicationCommand> {
  return command;
}

/**
 * Makes the commands that Discord offers those of the command table. True when they had changed, and so were sent: Discord
 * takes only so many changes a day.
 */
export async function registerCommands({ rest, applicationId, guild }: RegisterOptions): Promise<boolean> {
  const route = guild === null ? Routes.applicationCommands(applicationId) : Routes.applicationGuildCommands(applicationId, guild);
  const wanted = guild === null ? applicationCommands() : applicationCommands().map(inGuild);
  const held = (await rest.get(route)) as readonly Partial<ApplicationCommand>[];
  const comparable = guild === null ? held : held.map((command) => inGuild(command as ApplicationCommand));
  if (digestOf(comparable) === digestOf(wanted)) return false;
  await rest.put(route, { body: wanted });
  return true;
}
