import { type Answer, type Call, fail, invalid, isRecord, type Json, ok, type Route, textOf } from './call.ts';
import { shownChannel, shownGuild, shownMember, shownRole, shownUser } from './shown.ts';
import { type FakeGuild, fakeChannel } from './world.ts';

const gateway: Route = ({ gatewayUrl, world }) => {
  const limit = { total: 1000, remaining: world.limits.sessionsLeft, reset_after: 14_400_000, max_concurrency: 1 };
  return ok({ url: gatewayUrl, shards: 1, session_start_limit: limit });
};

const me: Route = ({ world }) => {
  const user = world.users.get(world.bot);
  return user ? ok(shownUser(user)) : fail(404, 10013);
};

const application: Route = ({ world }) =>
  ok({ id: world.application, name: 'Attaché', description: '', bot_public: true, flags: world.limits.applicationFlags, verify_key: '' });

const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

function optionProblems(options: readonly Json[], at: string): readonly string[] {
  return options.flatMap((option) => {
    const here = `${at}/${textOf(option['name'])}`;
    const inner = Array.isArray(option['options']) ? optionProblems(option['options'].filter(isRecord), here) : [];
    return [...textProblems(option, here), ...inner];
  });
}

function textProblems({ name, description, options, choices }: Json, at: string): readonly string[] {
  const words = typeof description === 'string' ? description : '';
  return [
    ...(typeof name === 'string' && NAME.test(name) && name === name.toLowerCase() ? [] : [`${at}: name`]),
    ...(words.length >= 1 && words.length <= 100 ? [] : [`${at}: description`]),
    ...(Array.isArray(options) && options.length > 25 ? [`${at}: more than 25 options`] : []),
    ...(Array.isArray(choices) && choices.length > 25 ? [`${at}: more than 25 choices`] : []),
  ];
}

function commandProblems(command: Json): readonly string[] {
  const name = textOf(command['name']);
  const type = command['type'] ?? 1;
  if (type !== 1) return name.length >= 1 && name.length <= 32 && !command['description'] ? [] : [`${name}: name or description`];
  const options = Array.isArray(command['options']) ? command['options'].filter(isRecord) : [];
  return [...textProblems(command, name), ...optionProblems(options, name)];
}

function putCommands({ request, world }: Call, under: string): Answer {
  const commands = Array.isArray(request.body) ? request.body.filter(isRecord) : [];
  const problems = commands.flatMap(commandProblems);
  if (problems.length > 0) return invalid(problems);
  const kept = commands.map((command) => ({
    type: 1,
    ...command,
    id: world.nextId(),
    application_id: world.application,
    version: world.nextId(),
  }));
  world.commands.set(under, kept);
  return ok(kept);
}

function inGuild(effect: (call: Call, guild: FakeGuild) => Answer): Route {
  return (call) => {
    const guild = call.world.guilds.get(call.request.params[0] ?? '');
    if (!guild) return fail(404, 10004);
    return guild.members.has(call.world.bot) ? effect(call, guild) : fail(403, 50001);
  };
}

const member = inGuild(({ world, request }, guild) => {
  const user = world.users.get(request.params[1] ?? '');
  return user && guild.members.has(user.id) ? ok(shownMember(guild, user)) : fail(404, 10007);
});

const openDirect: Route = ({ world, body }) => {
  const user = world.users.get(textOf(body['recipient_id']));
  if (!user) return fail(400, 50033);
  const open = [...world.channels.values()].find(({ recipient }) => recipient === user.id);
  const channel = open ?? fakeChannel(world.nextId(), { guild: null, type: 1, recipient: user.id });
  world.channels.set(channel.id, channel);
  return ok(shownChannel(channel, world));
};

export const OTHER_ROUTES: Readonly<Record<string, Route>> = {
  'GET /gateway/bot': gateway,
  'GET /gateway': gateway,
  'GET /users/@me': me,
  'GET /applications/@me': application,
  'GET /oauth2/applications/@me': application,
  'GET /users/:id': ({ world, request }) => {
    const user = world.users.get(request.params[0] ?? '');
    return user ? ok(shownUser(user)) : fail(404, 10013);
  },
  'POST /users/@me/channels': openDirect,
  'GET /guilds/:id': inGuild((_call, guild) => ok(shownGuild(guild))),
  'GET /guilds/:id/roles': inGuild((_call, guild) => ok(guild.roles.map(shownRole))),
  'GET /guilds/:id/members/:id': member,
  'GET /guilds/:id/channels': inGuild(({ world }, { id }) =>
    ok(
      [...world.channels.values()].filter(({ guild, type }) => guild === id && type !== 11).map((channel) => shownChannel(channel, world)),
    ),
  ),
  'PUT /applications/:id/commands': (call) => putCommands(call, 'global'),
  'GET /applications/:id/commands': ({ world }) => ok(world.commands.get('global') ?? []),
  'PUT /applications/:id/guilds/:id/commands': (call) => putCommands(call, call.request.params[1] ?? ''),
  'GET /applications/:id/guilds/:id/commands': ({ world, request }) => ok(world.commands.get(request.params[1] ?? '') ?? []),
};
