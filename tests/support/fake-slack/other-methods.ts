import { channelOf, type Method, textArg } from './call.ts';
import { problemsOf } from './check-blocks.ts';
import { fakeChannel } from './world.ts';

const authTest: Method = ({ world, token }) => ({
  url: 'https://fake.slack.test/',
  team: 'Fake',
  user: 'attache',
  team_id: token.team,
  user_id: world.bot,
  bot_id: 'BBOT',
});

const open: Method = ({ args, world }) => {
  const user = textArg(args, 'users');
  if (!world.users.has(user)) return { error: 'user_not_found' };
  const id = `D${user}`;
  const found = [...world.channels.values()].find(({ kind, members }) => kind === 'im' && members.has(user) && members.has(world.bot));
  const channel = found ?? fakeChannel(id, [world.bot, user], { kind: 'im' });
  world.channels.set(channel.id, channel);
  return { channel: { id: channel.id } };
};

const channelInfo: Method = (call) => {
  const channel = channelOf(call);
  if ('error' in channel) return channel;
  const { id, name, kind, isArchived, members } = channel;
  const kinds = { is_private: kind === 'private', is_im: kind === 'im', is_mpim: kind === 'mpim', is_channel: kind === 'public' };
  return { channel: { id, name, is_archived: isArchived, is_member: members.has(call.world.bot), ...kinds } };
};

const userInfo: Method = ({ args, world }) => {
  const user = world.users.get(textArg(args, 'user'));
  if (!user) return { error: 'user_not_found' };
  const { id, team, name, timeZone, isAdmin, isOwner, isRestricted, isBot, isDeleted } = user;
  const rights = { is_admin: isAdmin, is_owner: isOwner, is_primary_owner: false, is_restricted: isRestricted, is_ultra_restricted: false };
  const stranger = team === world.team ? {} : { is_stranger: true };
  return { user: { id, team_id: team, name, tz: timeZone, deleted: isDeleted, is_bot: isBot, ...rights, ...stranger } };
};

function viewOf(args: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null {
  const view = args['view'];
  if (typeof view !== 'object' || view === null) return null;
  const { blocks } = view as { readonly blocks?: unknown };
  return Array.isArray(blocks) && problemsOf(blocks, 'view').length === 0 ? (view as Readonly<Record<string, unknown>>) : null;
}

const openView: Method = ({ args, world }) => {
  const view = viewOf(args);
  if (textArg(args, 'trigger_id') === '') return { error: 'invalid_trigger_id' };
  if (!view) return { error: 'invalid_arguments' };
  world.opened.push({ user: textArg(args, 'trigger_id'), view });
  return { view: { id: `V${world.opened.length}`, ...view } };
};

const publishView: Method = ({ args, world }) => {
  const view = viewOf(args);
  if (!world.users.has(textArg(args, 'user_id'))) return { error: 'user_not_found' };
  if (view?.['type'] !== 'home') return { error: 'invalid_arguments' };
  world.homes.set(textArg(args, 'user_id'), view);
  return { view: { id: `VHOME${textArg(args, 'user_id')}`, ...view } };
};

const setStatus: Method = ({ args, world }) => {
  const [channel, threadTs] = [textArg(args, 'channel_id'), textArg(args, 'thread_ts')];
  if (!world.channels.has(channel)) return { error: 'channel_not_found' };
  world.statuses.push({ channel, threadTs, status: textArg(args, 'status') });
  return {};
};

const setPrompts: Method = ({ args, world }) => {
  world.prompts.push(args);
  return {};
};

const openConnection: Method = ({ settings }) => (settings.socketUrl === null ? { error: 'internal_error' } : { url: settings.socketUrl });

const grant: Method = ({ args, world }) => world.grants.get(textArg(args, 'code')) ?? { error: 'invalid_code' };

export const OTHER_METHODS: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'conversations.open': open,
  'conversations.info': channelInfo,
  'users.info': userInfo,
  'views.open': openView,
  'views.publish': publishView,
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setSuggestedPrompts': setPrompts,
  'apps.connections.open': openConnection,
  'oauth.v2.access': grant,
};

/** The scopes of which one is needed. Histories ask for theirs by kind of channel. */
export const SCOPES_OF: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'conversations.open': ['im:write', 'mpim:write'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  'users.info': ['users:read'],
  'assistant.threads.setStatus': ['assistant:write', 'chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'apps.connections.open': ['connections:write'],
};

/** Methods that are called without a token, or with the app's own credentials. */
export const OPEN_METHODS: ReadonlySet<string> = new Set(['oauth.v2.access']);
