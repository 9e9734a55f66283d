import type { Command } from '../../src/domain/command.ts';
import type { Inbound } from '../../src/domain/inbound.ts';
import { MESSAGE_COMMANDS } from './controls.ts';
import { formatChannelId, formatMessageName } from './discord-channels.ts';
import { namedCommand } from './named-command.ts';
import { inboundOf, type Origin } from './origin.ts';
import type { AttachmentPayload, InteractionPayload, MessagePayload } from './payloads.ts';
import type { Surroundings } from './surroundings.ts';
import { typedText } from './typed-text.ts';

/** The message whose menu it was; null when Discord did not send it along. */
export function targetOf({ data }: InteractionPayload): MessagePayload | null {
  return data?.resolved?.messages?.[data.target_id ?? ''] ?? null;
}

/** The files of a message as the core keeps them: each, as JSON, is the reference by which its text is read. */
function filesOf(files: readonly AttachmentPayload[]): string | null {
  if (files.length === 0) return null;
  return JSON.stringify(files.map(({ id, filename, content_type, size, url }) => ({ id, name: filename, content_type, size, url })));
}

/** A message as `delete` names it: one in a thread with the thread, since the place of the act is the channel. */
function nameOfMessage(id: string, channel: string, parent: string | null): string {
  return parent === null ? id : formatMessageName({ channel, message: id });
}

function commandOf(name: string, target: MessagePayload, { guild, channel, parent }: Origin, bot: string): Command | null {
  if (name === MESSAGE_COMMANDS.delete) return namedCommand('delete', { message: nameOfMessage(target.id ?? '', channel, parent) });
  if (name !== MESSAGE_COMMANDS.add) return null;
  const { id = '', content = '', attachments = [] } = target;
  return namedCommand('add', {
    text: typedText(content, bot),
    files: filesOf(attachments),
    // Names the message, so that what is added from it can be told from what is added from another.
    from: `discord ${formatChannelId({ guild, channel })}/${id}`,
  });
}

/** An entry of a message's menu, answered privately; null for one that opens a modal, or that is not the bot's. */
export function inboundOfMenu(body: InteractionPayload, origin: Origin, surroundings: Surroundings): Inbound | null {
  const target = targetOf(body);
  const command = target === null ? null : commandOf(body.data?.name ?? '', target, origin, surroundings.bot);
  return command === null ? null : inboundOf(origin, { kind: 'command', command }, 'asker', surroundings);
}
