import type { CommandName } from '../../src/domain/command-table.ts';
import type { Act, Inbound } from '../../src/domain/inbound.ts';
import { ACTIONS } from './controls.ts';
import { namedCommand } from './named-command.ts';
import type { ActionBody } from './payloads.ts';
import { alone, isDirect, keyOf, placeOf, type Surroundings } from './surroundings.ts';

/** Where a control was used. On the person's own page `channel` is the person: what follows goes to the direct message. */
export interface Pressed {
  readonly team: string;
  readonly channel: string;
  readonly person: string;
  readonly isHome: boolean;
  readonly isEphemeral: boolean;
  /** The thread that the message stands in; null when it stands in none. */
  readonly standsIn: string | null;
  /** The thread that a public answer goes into: the message's own, or the one that begins with it. */
  readonly answersIn: string | null;
}

/** Null when it is not known who pressed. Everything here is from the payload that Slack signed, nothing from a value. */
export function pressedOf({ team, user, channel, container, message }: ActionBody): Pressed | null {
  const person = user?.id ?? '';
  if (person === '') return null;
  const isHome = channel?.id === undefined;
  const id = channel?.id ?? person;
  const standsIn = message?.thread_ts ?? container?.thread_ts ?? null;
  const isEphemeral = container?.is_ephemeral === true;
  const begins = isHome || isEphemeral || isDirect(id) ? null : (message?.ts ?? container?.message_ts ?? null);
  const answersIn = standsIn ?? begins;
  return { team: team?.id ?? user?.team_id ?? '', channel: id, person, isHome, isEphemeral, standsIn, answersIn };
}

/** What a control stands for, and whether the answer is for the channel. */
interface Meant {
  readonly act: Act;
  readonly isPublic: boolean;
}

function meantBy(id: string, value: string, pressed: Pressed): Meant | null {
  const command = (name: CommandName, args: Readonly<Record<string, string>>, isPublic: boolean): Meant => ({
    act: { kind: 'command', command: namedCommand(name, args) },
    isPublic,
  });
  if (value === '') return null;
  if (id === ACTIONS.quote) {
    const [reply = '', mark = ''] = value.split(' ');
    return command('quote', { id: reply, mark }, false);
  }
  if (id === ACTIONS.copy) return command('export', { id: value }, false);
  if (id === ACTIONS.share) return command('show', { id: value }, true);
  // Followed by a number, since ids are unique in a message.
  if (id.startsWith(ACTIONS.type)) return { act: { kind: 'text', text: value, isAddressed: true }, isPublic: !pressed.isEphemeral };
  return null;
}

/** A press that asks for something; null for one that opens a modal or a link. */
export function inboundOfAction(body: ActionBody, surroundings: Surroundings): Inbound | null {
  const [action] = body.actions ?? [];
  const pressed = pressedOf(body);
  if (action === undefined || pressed === null) return null;
  const meant = meantBy(action.action_id ?? '', action.value ?? action.selected_option?.value ?? '', pressed);
  if (meant === null) return null;
  const { team, channel, person, isHome, standsIn, answersIn } = pressed;
  const key = keyOf(team, 'action', body.trigger_id ?? '', action.action_ts ?? '');
  const isPublic = meant.isPublic || isHome;
  const isShared = action.action_id === ACTIONS.share;
  const place = placeOf(surroundings, {
    team,
    channel,
    // What is shared is for the whole channel: it goes where the message stands, not below it.
    thread: isPublic && !isShared ? answersIn : standsIn,
    audience: isPublic ? 'everyone' : 'asker',
    person,
    token: body.response_url ?? null,
  });
  const inbound = alone(key, meant.act, place);
  return isPublic && place.thread !== null ? { ...inbound, lane: keyOf(team, channel, place.thread) } : inbound;
}
