import type { Inbound } from '../../src/domain/inbound.ts';
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

/** A slash command: the answer is private unless the person said otherwise. */
export function inboundOfSlash(body: InteractionPayload, origin: Origin, surroundings: Surroundings): Inbound {
  const { name, options } = givenIn(body);
  const args = valuesOf(options);
  const isShown = options.some((option) => option.name === OPTIONS.private && option.value === false);
  const act =
    name === DIGEST
      ? ({ kind: 'text', text: `${DIGEST} ${args[OPTIONS.line] ?? ''}`.trim(), isAddressed: true } as const)
      : ({ kind: 'command', command: namedCommand(name, args) } as const);
  return inboundOf(origin, act, isShown ? 'channel' : 'asker', surroundings);
}

/** What was typed so far into the option that the cursor is in; null when it is not a topic. */
export function typedTopic(body: InteractionPayload): string | null {
  const focused = givenIn(body).options.find((option) => option.focused === true);
  return focused?.name === OPTIONS.topic ? String(focused.value ?? '') : null;
}
