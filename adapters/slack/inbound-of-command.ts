import type { Inbound } from '../../src/domain/inbound.ts';
import type { CommandBody } from './payloads.ts';
import { alone, keyOf, placeOf, type Surroundings } from './surroundings.ts';
import { typedText } from './typed-text.ts';

/** Slash commands that are a command of the bot by themselves; any other carries a whole line. */
const NAMED: ReadonlySet<string> = new Set(['brief', 'digest']);

/** The line that a slash command stands for: `/brief x` is `brief x`, `/attache x` is `x`, and `/brief help` asks for help. */
export function lineOfCommand({ command, text = '' }: CommandBody): string {
  const name = command.replace(/^\//, '').toLowerCase();
  const line = typedText(text);
  if (line.toLowerCase() === 'help') return 'help';
  if (NAMED.has(name)) return `${name} ${line}`.trim();
  return line === '' ? 'help' : line;
}

/** Answered privately; Slack delivers no slash command in a thread. */
export function inboundOfCommand(body: CommandBody, surroundings: Surroundings): Inbound | null {
  const { team_id: team = '', channel_id: channel = '', user_id: person = '', trigger_id: trigger = '' } = body;
  if (channel === '' || person === '' || trigger === '') return null;
  const token = body.response_url ?? null;
  const place = placeOf(surroundings, { team, channel, thread: null, audience: 'asker', person, token });
  return alone(keyOf(team, 'command', trigger), { kind: 'text', text: lineOfCommand(body), isAddressed: true }, place);
}
