import type { Call, Json } from './call.ts';
import { listOf, textOf } from './call.ts';
import type { BotMay, FakeChannel, FakeGuild, FakeMessage, FakeUser, World } from './world.ts';

/** A person as Discord tells of one. */
export function shownUser({ id, name, isBot }: FakeUser): Json {
  return { id, username: name, global_name: name, discriminator: '0', avatar: null, bot: isBot };
}

export function shownMember(guild: FakeGuild, user: FakeUser): Json {
  return {
    user: shownUser(user),
    roles: guild.members.get(user.id) ?? [],
    nick: null,
    joined_at: '2026-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
  };
}

const BITS: Readonly<Record<BotMay, number>> = { view: 0x400, send: 0x800, history: 0x10000, thread: 0 };

/** What the channel denies the bot. */
function overwritesOf({ guild, botMay }: FakeChannel, { bot }: World): readonly Json[] {
  const denied = (Object.keys(BITS) as BotMay[]).reduce((sum, may) => (botMay.has(may) ? sum : sum | BITS[may]), 0);
  return guild === null || denied === 0 ? [] : [{ id: bot, type: 1, allow: '0', deny: String(denied) }];
}

export function shownChannel(channel: FakeChannel, world: World): Json {
  const { id, guild, type, name, parent, recipient, isLocked } = channel;
  const user = recipient === null ? undefined : world.users.get(recipient);
  const last = world.messages.findLast((message) => message.channel === id && message.ephemeralTo === null);
  return {
    id,
    last_message_id: last?.id ?? null,
    type,
    ...(guild === null ? { recipients: user ? [shownUser(user)] : [] } : { guild_id: guild, name, parent_id: parent }),
    ...(type === 11
      ? {
          thread_metadata: {
            archived: isLocked,
            locked: isLocked,
            auto_archive_duration: 1440,
            archive_timestamp: '2026-01-01T00:00:00.000Z',
          },
        }
      : {}),
    permission_overwrites: overwritesOf(channel, world),
  };
}

export function shownGuild({ id, name, owner, roles }: FakeGuild): Json {
  return { id, name, owner_id: owner, roles: roles.map(shownRole), emojis: [], stickers: [], features: [] };
}

export function shownRole({ id, name, permissions }: FakeGuild['roles'][number]): Json {
  return { id, name, permissions, color: 0, colors: { primary_color: 0 }, hoist: false, position: 0, managed: false, mentionable: false };
}

/** Components that came without an id get one, as Discord gives them. */
function numbered(components: readonly Json[], next: () => number): readonly Json[] {
  return components.map((one) => ({
    ...one,
    id: one['id'] ?? next(),
    ...(one['components'] === undefined ? {} : { components: numbered(listOf(one['components']), next) }),
  }));
}

/** A message as Discord tells of it. */
export function shownMessage(message: FakeMessage, { world }: Pick<Call, 'world'>, withNonce: boolean): Json {
  const { id, channel, author, body, nonce, createdAt, ephemeralTo, reference, isDeferred, files } = message;
  const user = world.users.get(author);
  let count = 0;
  return {
    id,
    channel_id: channel,
    author: user ? shownUser(user) : { id: author, username: 'gone', discriminator: '0', avatar: null },
    content: body['content'] ?? '',
    timestamp: new Date(createdAt).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [...textOf(body['content']).matchAll(/<@!?(\d+)>/g)].map(([, named]) => ({ id: named })),
    mention_roles: [],
    attachments: files.map(({ name, text }, index) => ({
      id: `${id}${index}`,
      filename: name,
      size: text.length,
      url: `https://cdn.test/${name}`,
    })),
    embeds: body['embeds'] ?? [],
    components: numbered(listOf(body['components']), () => (count += 1)),
    pinned: false,
    type: reference === null ? 0 : 19,
    flags: Number(body['flags'] ?? 0) | (ephemeralTo === null ? 0 : 64) | (isDeferred ? 128 : 0),
    ...(author === world.bot ? { application_id: world.application } : {}),
    ...(reference === null ? {} : { message_reference: { type: 0, message_id: reference, channel_id: channel } }),
    ...(withNonce && nonce !== null ? { nonce } : {}),
  };
}
