import { COMMAND_TABLE, type CommandName } from '../../src/domain/command-table.ts';
import type { Act, Inbound } from '../../src/domain/inbound.ts';
import { DIGEST, OPTIONS, ROOT } from './application-commands.ts';
import { namedCommand } from './named-command.ts';
import { inboundOf, type Origin } from './origin.ts';
import type { InteractionPayload, OptionPayload } from './payloads.ts';
import type { Surroundings } from './surroundings.ts';

/** A slash command with its options: of a subcommand, those below it. */
interface Given {
  readonly name: string;
  readonly options: readonly OptionPayload[];
}

function givenIn({ data }: InteractionPayload): Given {
  const { name = '', options = [] } = data ?? {};
  const [first] = options;
  if (name !== ROOT || first === undefined) return { name: name === ROOT ? 'help' : name, options };
  return { name: first.name ?? '', options: first.options ?? [] };
}

function valuesOf(options: readonly OptionPayload[]): Readonly<Record<string, string>> {
  const values = options.filter(({ name, value }) => name !== OPTIONS.private && value !== undefined);
  return Object.fromEntries(values.map(({ name = '', value = '' }) => [name, String(value).trim()]));
}

/** A command that an older version has registered, and that there is no more, asks what there is. */
function nameOf(name: string): CommandName {
  return COMMAND_TABLE.find((row) => row.name === name)?.name ?? 'help';
}

/** Of a digest all words are one wish, as it would be typed. */
function actOf({ name, options }: Given): Act {
  const args = valuesOf(options);
  if (name === DIGEST) return { kind: 'text', text: [DIGEST, ...Object.values(args)].join(' ').trim(), isAddressed: true };
  return { kind: 'command', command: namedCommand(nameOf(name), args) };
}

/** A slash command: the answer is private unless the person said otherwise. */
export function inboundOfSlash(body: InteractionPayload, origin: Origin, surroundings: Surroundings): Inbound {
  const given = givenIn(body);
  const isShown = given.options.some((option) => option.name === OPTIONS.private && option.value === false);
  return inboundOf(origin, actOf(given), isShown ? 'channel' : 'asker', surroundings);
}

/** What was typed so far into the option that the cursor is in; null when it is not a topic. */
export function typedTopic(body: InteractionPayload): string | null {
  const focused = givenIn(body).options.find((option) => option.focused === true);
  return focused?.name === OPTIONS.topic ? String(focused.value ?? '') : null;
}
