import type { Json } from './call.ts';
import { shownChannel, shownGuild, shownMember, shownUser } from './shown.ts';
import type { FakeGuild, World } from './world.ts';

interface Begun {
  readonly sessionId: string;
  readonly url: string;
  readonly shard: readonly [number, number];
}

/** What a session begins with: servers are not told yet. */
export function readyData(world: World, { sessionId, url, shard }: Begun): Json {
  const user = world.users.get(world.bot);
  return {
    v: 10,
    user: user ? shownUser(user) : null,
    guilds: [...world.guilds.keys()].map((id) => ({ id, unavailable: true })),
    session_id: sessionId,
    resume_gateway_url: url,
    shard,
    application: { id: world.application, flags: world.limits.applicationFlags },
  };
}

/** A server with its channels and the threads that are open in them. */
export function guildCreate(world: World, guild: FakeGuild): Json {
  const channels = [...world.channels.values()].filter((channel) => channel.guild === guild.id);
  const users = [...guild.members.keys()].flatMap((id) => world.users.get(id) ?? []);
  return {
    ...shownGuild(guild),
    joined_at: '2026-01-01T00:00:00.000Z',
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    members: users.map((user) => shownMember(guild, user)),
    channels: channels.filter(({ type }) => type !== 11).map((channel) => shownChannel(channel, world)),
    threads: channels.filter(({ type }) => type === 11).map((channel) => shownChannel(channel, world)),
  };
}
