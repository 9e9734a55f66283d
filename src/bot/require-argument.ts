import type { Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';

/** The argument as it was typed, without blanks around it. @throws UserError with an example when there is none. */
export function requireArgument(command: Command, name: string, example: string): string {
  const value = command.args[name]?.trim() ?? '';
  if (value === '') throw new UserError(`"${command.name}" needs a ${name}, like: ${example}`);
  return value;
}
