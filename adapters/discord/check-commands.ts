import { ApplicationCommandType } from 'discord.js';
import type { ApplicationCommand, CommandOption } from './application-commands.ts';
import { LIMITS } from './interaction-limits.ts';

const NAME = /^[-_\p{Ll}\p{N}]{1,32}$/u;

function charactersOf({ name, description, choices = [], options = [] }: CommandOption): number {
  const chosen = choices.reduce((sum, choice) => sum + choice.name.length + choice.value.length, 0);
  return options.reduce((sum, option) => sum + charactersOf(option), name.length + description.length + chosen);
}

function problemsOfOption(path: string, option: CommandOption): readonly string[] {
  const { name, description, choices = [], options = [] } = option;
  const at = `${path} ${name}`;
  return [
    ...(NAME.test(name) ? [] : [`${at}: a name has small letters, digits, - and _, at most ${LIMITS.commandName}`]),
    ...(description.length >= 1 && description.length <= LIMITS.description ? [] : [`${at}: a description has 1 to ${LIMITS.description}`]),
    ...(choices.length <= LIMITS.choices ? [] : [`${at}: more than ${LIMITS.choices} choices`]),
    ...problemsOfOptions(at, options),
  ];
}

function problemsOfOptions(path: string, options: readonly CommandOption[]): readonly string[] {
  const firstFree = options.findIndex(({ required }) => required !== true);
  const isOrdered = firstFree < 0 || options.slice(firstFree).every(({ required }) => required !== true);
  const names = new Set(options.map(({ name }) => name));
  return [
    ...(options.length <= LIMITS.options ? [] : [`${path}: more than ${LIMITS.options} options`]),
    ...(names.size === options.length ? [] : [`${path}: a name twice`]),
    ...(isOrdered ? [] : [`${path}: what is required comes first`]),
    ...options.flatMap((option) => problemsOfOption(path, option)),
  ];
}

function problemsOfCommand(command: ApplicationCommand): readonly string[] {
  const { type, name, description, options } = command;
  if (type !== ApplicationCommandType.ChatInput)
    return name.length >= 1 && name.length <= LIMITS.commandName ? [] : [`${name}: a name has 1 to ${LIMITS.commandName}`];
  const size = options.reduce((sum, option) => sum + charactersOf(option), name.length + description.length);
  return [
    ...(NAME.test(name) ? [] : [`${name}: a name has small letters, digits, - and _, at most ${LIMITS.commandName}`]),
    ...(description.length >= 1 && description.length <= LIMITS.description
      ? []
      : [`${name}: a description has 1 to ${LIMITS.description}`]),
    ...(size <= LIMITS.commandCharacters ? [] : [`${name}: ${size} characters, more than ${LIMITS.commandCharacters}`]),
    ...problemsOfOptions(name, options),
  ];
}

/** What Discord would refuse, one line each. */
export function problemsOfCommands(commands: readonly ApplicationCommand[]): readonly string[] {
  return commands.flatMap(problemsOfCommand);
}
