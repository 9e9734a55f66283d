import { type APIMessageTopLevelComponent, ComponentType, MessageFlags, type RawFile } from 'discord.js';
import { componentIdOf } from './message-key.ts';
import type { MessagePayload } from './message-payload.ts';

/** Nobody is notified, not even whoever is replied to, of what is sent and of what is edited. */
const NOBODY = { parse: [], replied_user: false } as const;

/** The message's mark: its first text has the id that stands for the key. */
function markedWith(components: readonly APIMessageTopLevelComponent[], key: string): readonly APIMessageTopLevelComponent[] {
  const first = components.findIndex(({ type }) => type === ComponentType.TextDisplay);
  return components.map((one, index) => (index === first ? { ...one, id: componentIdOf(key) } : one));
}

/** A message as every call sends it: known by its key, without previews, notifying nobody. */
export function messageBody({ components, files = [] }: MessagePayload, key: string, isPrivate: boolean) {
  return {
    components: markedWith(components, key),
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds | (isPrivate ? MessageFlags.Ephemeral : 0),
    allowed_mentions: NOBODY,
    ...(files.length === 0 ? {} : { attachments: files.map(({ name }, id) => ({ id, filename: name })) }),
  };
}

export function rawFiles({ files = [] }: MessagePayload): RawFile[] {
  return files.map(({ name, text }) => ({ name, data: text, contentType: 'text/markdown; charset=utf-8' }));
}
