import type { InteractionPayload, MessagePayload } from '../../../adapters/discord/payloads.ts';
import type { FakeInteraction } from './world.ts';
import { APPLICATION, CHANNEL, GUILD, MEMBER } from './world.ts';

let count = 0;

/** A new id, later than those before. */
function nextId(): string {
  count += 1;
  return String(1_300_000_000_000_000_000n + BigInt(count));
}

/** What a person wrote in a channel, as the gateway tells it. */
export function message(content: string, more: Partial<MessagePayload> = {}): MessagePayload & { readonly id: string } {
  const id = nextId();
  const mentions = [...content.matchAll(/<@!?(\d+)>/g)].map(([, named = '']) => ({ id: named }));
  const author = { id: MEMBER, username: 'mia', discriminator: '0', avatar: null };
  const empty = { timestamp: '2026-11-25T12:00:00.000Z', edited_timestamp: null, tts: false, embeds: [], pinned: false, attachments: [] };
  return {
    id,
    type: 0,
    channel_id: CHANNEL,
    guild_id: GUILD,
    author,
    content,
    flags: 0,
    mentions,
    mention_roles: [],
    mention_everyone: false,
    components: [],
    ...empty,
    ...more,
  };
}

/** A message of the bot, for what refers to it. */
export function botMessage(more: Partial<MessagePayload> = {}): MessagePayload & { readonly id: string } {
  const author = { id: APPLICATION, bot: true, username: 'attache', discriminator: '0', avatar: null };
  return message('What is held.', { author, mentions: [], ...more });
}

export const MENTION = `<@${APPLICATION}>`;

/** What the bot may do in a channel where all is well, and where it may only look. */
const ALL_PERMISSIONS = String(0x400n | 0x800n | 0x10000n | (1n << 38n));
export const VIEW_ONLY = String(0x400n | 0x10000n);

/** An interaction in a server, made by a person; with one of the fake it can be answered. */
export function interaction(type: number, data: object, more: Partial<InteractionPayload> = {}, fake?: FakeInteraction) {
  const user = { id: fake?.user ?? MEMBER, username: 'mia', discriminator: '0', avatar: null, global_name: null };
  const channel = fake?.channel ?? CHANNEL;
  const id = fake?.id ?? nextId();
  return {
    id,
    application_id: APPLICATION,
    type,
    token: fake?.token ?? `token-${id}`,
    version: 1,
    guild_id: GUILD,
    channel_id: channel,
    channel: { id: channel, type: 0, guild_id: GUILD, name: 'general' },
    member: { user, roles: [], joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0, permissions: ALL_PERMISSIONS },
    app_permissions: ALL_PERMISSIONS,
    locale: 'en-GB',
    guild_locale: 'en-GB',
    entitlements: [],
    authorizing_integration_owners: { 0: GUILD },
    context: 0,
    attachment_size_limit: 10_485_760,
    data: { id: nextId(), ...data } as NonNullable<InteractionPayload['data']>,
    ...more,
  };
}

interface Option {
  readonly name: string;
  readonly type: number;
  readonly value?: string | boolean | number;
  readonly focused?: boolean;
  readonly options?: readonly Option[];
}

function optionsOf(args: Readonly<Record<string, string | boolean | number>>): readonly Option[] {
  return Object.entries(args).map(([name, value]) => ({
    name,
    type: typeof value === 'boolean' ? 5 : typeof value === 'number' ? 4 : 3,
    value,
  }));
}

/** `/brief topic:… private:…`, or `/attache topics …` as `attache topics`. */
export function slashData(line: string, args: Readonly<Record<string, string | boolean | number>> = {}): object {
  const [name = '', sub] = line.split(' ');
  const options = optionsOf(args);
  return { name, type: 1, options: sub === undefined ? options : [{ name: sub, type: 1, options }] };
}

/** An option of `/brief` or `/attache …` that is half typed. */
export function typingData(name: string, typed: string): object {
  return { name: 'brief', type: 1, options: [{ name, type: 3, value: typed, focused: true }] };
}

export function buttonData(customId: string): object {
  return { custom_id: customId, component_type: 2 };
}

export function selectData(customId: string, value: string): object {
  return { custom_id: customId, component_type: 3, values: [value] };
}

/** A modal that was sent off, its fields under labels. */
export function modalData(customId: string, fields: Readonly<Record<string, string>>): object {
  const components = Object.entries(fields).map(([name, value], index) => ({
    type: 18,
    id: index * 2 + 1,
    component: { type: 4, id: index * 2 + 2, custom_id: name, value },
  }));
  return { custom_id: customId, components };
}

/** An entry of a message's menu. */
export function menuData(name: string, target: MessagePayload & { readonly id: string }): object {
  return { name, type: 3, target_id: target.id, resolved: { messages: { [target.id]: target } } };
}
