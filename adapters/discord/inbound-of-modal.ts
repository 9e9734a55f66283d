import type { Inbound } from '../../src/domain/inbound.ts';
import { MODALS } from './controls.ts';
import { splitCustomId } from './inbound-of-component.ts';
import { FIELDS } from './modals.ts';
import { namedCommand } from './named-command.ts';
import { inboundOf, type Origin } from './origin.ts';
import type { FieldPayload, InteractionPayload } from './payloads.ts';
import type { Surroundings } from './surroundings.ts';

/** The field of this name, in whatever holds it. */
function findField(fields: readonly FieldPayload[], name: string): FieldPayload | null {
  for (const field of fields) {
    if (field.custom_id === name) return field;
    const inner = findField([...(field.component === undefined ? [] : [field.component]), ...(field.components ?? [])], name);
    if (inner !== null) return inner;
  }
  return null;
}

function entered({ data }: InteractionPayload, name: string): string {
  const field = findField(data?.components ?? [], name);
  return (field?.values?.[0] ?? field?.value ?? '').trim();
}

/** A question with the words that it is about behind it. */
function withContext(question: string, about: string): string {
  return about === '' ? question : `${question} (about: "${about.replaceAll(/\s+/g, ' ')}")`;
}

/** A modal that was sent off, as the command it stands for; null for one that is not the bot's. */
export function inboundOfModal(body: InteractionPayload, origin: Origin, surroundings: Surroundings): Inbound | null {
  const { action, about: reply } = splitCustomId(body.data?.custom_id ?? '');
  if (action === MODALS.ask) {
    const question = withContext(entered(body, FIELDS.question), entered(body, FIELDS.about));
    const command = namedCommand('ask', { question, about: reply });
    // Asked from a menu, or on what only this person sees, the answer is for this person.
    const isShown = body.message !== undefined && !origin.isEphemeral;
    return inboundOf(origin, { kind: 'command', command }, isShown ? 'conversation' : 'asker', surroundings);
  }
  if (action !== MODALS.wrong) return null;
  const command = namedCommand('wrong', { id: reply, mark: entered(body, FIELDS.mark), why: entered(body, FIELDS.why) });
  return inboundOf(origin, { kind: 'command', command }, 'asker', surroundings);
}
