import type { Inbound } from '../../src/domain/inbound.ts';
import { VIEWS } from './controls.ts';
import { type ModalOrigin, parseOrigin } from './modal-origin.ts';
import { FIELDS } from './modals.ts';
import { namedCommand } from './named-command.ts';
import type { FieldState, ViewBody } from './payloads.ts';
import { alone, keyOf, placeOf, type Surroundings } from './surroundings.ts';

function fieldOf(body: ViewBody, name: string): string | null {
  const field: FieldState | undefined = body.view?.state?.values?.[name]?.[name];
  return field?.selected_option?.value ?? field?.value ?? null;
}

interface Sent {
  readonly team: string;
  readonly person: string;
  readonly origin: ModalOrigin;
}

/** A modal that was sent off, as the command it stands for; null for a modal that is not the bot's. */
export function inboundOfView(body: ViewBody, surroundings: Surroundings): Inbound | null {
  const { view, user } = body;
  const origin = parseOrigin(view?.private_metadata ?? '');
  const person = user?.id ?? '';
  if (view?.id === undefined || origin === null || person === '') return null;
  const team = view.app_installed_team_id ?? body.team?.id ?? user?.team_id ?? '';
  const key = keyOf(team, 'view', view.id, view.hash ?? '');
  const sent = { team, person, origin };
  if (view.callback_id === VIEWS.ask) return inboundOfAsk(body, surroundings, key, sent);
  if (view.callback_id === VIEWS.wrong) return inboundOfWrong(body, surroundings, key, sent);
  return null;
}

function inboundOfAsk(body: ViewBody, surroundings: Surroundings, key: string, { team, person, origin }: Sent): Inbound {
  const { channel, thread, isEphemeral, token, reply } = origin;
  const isPublic = channel === null || !isEphemeral;
  const place = placeOf(surroundings, {
    team,
    channel: channel ?? person,
    thread,
    audience: isPublic ? 'everyone' : 'asker',
    person,
    token,
  });
  const command = namedCommand('ask', { question: fieldOf(body, FIELDS.question), about: reply });
  const inbound = alone(key, { kind: 'command', command }, place);
  return isPublic && channel !== null && thread !== null ? { ...inbound, lane: keyOf(team, channel, thread) } : inbound;
}

function inboundOfWrong(body: ViewBody, surroundings: Surroundings, key: string, { team, person, origin }: Sent): Inbound {
  const { channel, thread, token, reply } = origin;
  const audience = channel === null ? 'everyone' : 'asker';
  const place = placeOf(surroundings, { team, channel: channel ?? person, thread, audience, person, token });
  const args = { id: reply, mark: fieldOf(body, FIELDS.mark), why: fieldOf(body, FIELDS.why) };
  return alone(key, { kind: 'command', command: namedCommand('wrong', args) }, place);
}
