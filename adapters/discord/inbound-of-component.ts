import type { CommandName } from '../../src/domain/command-table.ts';
import type { Act, Inbound } from '../../src/domain/inbound.ts';
import { ACTIONS } from './controls.ts';
import { namedCommand } from './named-command.ts';
import { inboundOf, type Origin, type Visibility } from './origin.ts';
import type { InteractionPayload } from './payloads.ts';
import type { Surroundings } from './surroundings.ts';

/** A custom id: the word, and what it is about. */
export function splitCustomId(id: string): { readonly action: string; readonly about: string } {
  const colon = id.indexOf(':');
  return colon < 0 ? { action: id, about: '' } : { action: id.slice(0, colon), about: id.slice(colon + 1) };
}

/** What a control stands for, and who sees the answer. */
interface Meant {
  readonly act: Act;
  readonly visibility: Visibility;
}

function meantBy(action: string, about: string, chosen: string | undefined, origin: Origin): Meant | null {
  const command = (name: CommandName, args: Readonly<Record<string, string>>, visibility: Visibility): Meant => ({
    act: { kind: 'command', command: namedCommand(name, args) },
    visibility,
  });
  switch (action) {
    case ACTIONS.quote:
      // What follows a second colon tells the selects of one message apart.
      return command('quote', { id: about.split(':', 1)[0] ?? '', mark: chosen ?? '' }, 'asker');
    case ACTIONS.copy:
      return command('export', { id: about }, 'asker');
    case ACTIONS.share:
      return command('show', { id: about }, 'channel');
    case ACTIONS.type: {
      const text = (chosen ?? about).trim();
      return { act: { kind: 'text', text, isAddressed: true }, visibility: origin.isEphemeral ? 'asker' : 'conversation' };
    }
    default:
      return null;
  }
}

/** A press that asks for something; null for one that opens a modal, or that is not the bot's. */
export function inboundOfComponent(body: InteractionPayload, origin: Origin, surroundings: Surroundings): Inbound | null {
  const { custom_id: id = '', values } = body.data ?? {};
  const { action, about } = splitCustomId(id);
  const meant = meantBy(action, about, values?.[0], origin);
  return meant === null ? null : inboundOf(origin, meant.act, meant.visibility, surroundings);
}
