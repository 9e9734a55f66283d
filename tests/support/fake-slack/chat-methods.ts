import { type Answer, blocksArg, type Call, channelOf, type Method, shown, textArg } from './call.ts';
import { refusalOf } from './check-blocks.ts';
import type { FakeChannel, FakeMessage, World } from './world.ts';

function refuse(
  { args, world }: Call,
  needsMember: boolean,
  channel: { readonly isArchived: boolean; readonly members: ReadonlySet<string> },
) {
  if (channel.isArchived) return 'is_archived';
  if (needsMember && !channel.members.has(world.bot)) return 'not_in_channel';
  if (isReply(world, textArg(args, 'thread_ts'))) return 'cannot_reply_to_message';
  return refusalOf(textArg(args, 'text'), blocksArg(args));
}

/** Slack asks not to be given these and does not say what becomes of it: here it is refused. */
function isReply({ messages }: World, ts: string): boolean {
  return messages.some((message) => message.ts === ts && message.threadTs !== null && message.threadTs !== ts);
}

function create({ args, world }: Call, channel: string, ephemeralTo: string | null): FakeMessage {
  const thread = textArg(args, 'thread_ts');
  const message: FakeMessage = {
    channel,
    ts: world.nextTs(),
    user: world.bot,
    text: textArg(args, 'text'),
    blocks: blocksArg(args),
    metadata: args['metadata'],
    threadTs: thread === '' ? null : thread,
    ephemeralTo,
    isBot: true,
  };
  world.messages.push(message);
  return message;
}

/** The one method that takes a person's id for the direct message with them. */
function channelOrPerson(call: Call): ReturnType<typeof channelOf> {
  const asked = textArg(call.args, 'channel');
  const isWith = ({ kind, members }: FakeChannel): boolean => kind === 'im' && members.has(asked) && members.has(call.world.bot);
  return [...call.world.channels.values()].find(isWith) ?? channelOf(call);
}

const postMessage: Method = (call) => {
  const channel = channelOrPerson(call);
  if ('error' in channel) return channel;
  const needsMember = channel.kind !== 'im' && !call.token.scopes.has('chat:write.public');
  const error = refuse(call, needsMember, channel);
  if (error !== null) return { error };
  const message = create(call, channel.id, null);
  return { channel: channel.id, ts: message.ts, message: shown(message, call.world, true) };
};

const postEphemeral: Method = (call) => {
  const channel = channelOf(call);
  if ('error' in channel) return channel;
  const error = refuse(call, true, channel);
  if (error !== null) return { error };
  const user = textArg(call.args, 'user');
  if (!channel.members.has(user)) return { error: 'user_not_in_channel' };
  return { message_ts: create(call, channel.id, user).ts };
};

function own({ args, world }: Call): FakeMessage | null {
  const found = world.messages.find(({ ts, channel }) => ts === textArg(args, 'ts') && channel === textArg(args, 'channel'));
  return found && found.ephemeralTo === null ? found : null;
}

function change(call: Call, missing: string, effect: (message: FakeMessage) => Answer): Answer {
  const message = own(call);
  if (!message) return { error: 'message_not_found' };
  return message.user === call.world.bot ? effect(message) : { error: missing };
}

const update: Method = (call) =>
  change(call, 'cant_update_message', (message) => {
    const error = refusalOf(textArg(call.args, 'text'), blocksArg(call.args));
    if (error !== null) return { error };
    message.text = textArg(call.args, 'text');
    message.blocks = blocksArg(call.args);
    return { channel: message.channel, ts: message.ts, text: message.text };
  });

const remove: Method = (call) =>
  change(call, 'cant_delete_message', (message) => {
    call.world.messages.splice(call.world.messages.indexOf(message), 1);
    return { channel: message.channel, ts: message.ts };
  });

export const CHAT_METHODS: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
};
