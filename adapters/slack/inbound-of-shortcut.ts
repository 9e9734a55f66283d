import type { Command } from '../../src/domain/command.ts';
import type { Inbound } from '../../src/domain/inbound.ts';
import { SHORTCUTS } from './controls.ts';
import { namedCommand } from './named-command.ts';
import type { FilePayload, ShortcutBody } from './payloads.ts';
import { formatChannelId } from './slack-calls.ts';
import { alone, keyOf, placeOf, type Surroundings } from './surroundings.ts';
import { typedText } from './typed-text.ts';

/** The files of a message as the core keeps them: each, as JSON, is the reference by which its text is read. */
function filesOf(files: readonly FilePayload[]): string | null {
  if (files.length === 0) return null;
  return JSON.stringify(files.map(({ id, name, mimetype, url_private, size }) => ({ id, name, mimetype, url_private, size })));
}

/** Names the message, so that what is added from it can be told from what is added from another. */
function originOf(team: string, channel: string, ts = ''): string {
  return `slack ${formatChannelId({ team, channel })}/${ts}`;
}

function commandOf({ callback_id: callback, message }: ShortcutBody, team: string, channel: string): Command | null {
  if (callback === SHORTCUTS.delete) return namedCommand('delete', { message: message?.ts });
  if (callback !== SHORTCUTS.add) return null;
  const { text = '', files = [], ts } = message ?? {};
  const from = originOf(team, channel, ts);
  return namedCommand('add', { text: typedText(text), files: filesOf(files), from });
}

/** A shortcut on a message, answered privately in the message's channel. */
export function inboundOfShortcut(body: ShortcutBody, surroundings: Surroundings): Inbound | null {
  const { team, user, channel, trigger_id: trigger = '', message } = body;
  if (user?.id === undefined || channel?.id === undefined || trigger === '') return null;
  const workspace = team?.id ?? user.team_id ?? '';
  const command = commandOf(body, workspace, channel.id);
  if (command === null) return null;
  const place = placeOf(surroundings, {
    team: workspace,
    channel: channel.id,
    thread: message?.thread_ts ?? null,
    audience: 'asker',
    person: user.id,
    token: body.response_url ?? null,
  });
  return alone(keyOf(workspace, 'shortcut', trigger), { kind: 'command', command }, place);
}
