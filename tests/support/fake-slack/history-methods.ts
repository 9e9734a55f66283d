import { type Answer, type Call, channelOf, flagArg, type Method, shown, textArg } from './call.ts';
import type { FakeChannel, FakeMessage } from './world.ts';

const DEFAULT_LIMIT = 100;

const micros = (ts: string): number => Math.round(Number(ts) * 1e6);

/** Whether a message lies between `oldest` and `latest`; the ends count when `inclusive`. */
function inWindow({ args }: Call, { ts }: FakeMessage): boolean {
  const [oldest, latest] = [textArg(args, 'oldest'), textArg(args, 'latest')];
  const slack = flagArg(args, 'inclusive') ? 1 : 0;
  if (oldest !== '' && micros(ts) + slack <= micros(oldest)) return false;
  return latest === '' || micros(ts) - slack < micros(latest);
}

/** One page; the cursor names how many messages were given already. */
function page(call: Call, all: readonly FakeMessage[], always: readonly FakeMessage[]): Answer {
  const { args, settings, world } = call;
  const cursor = textArg(args, 'cursor');
  const start = cursor === '' ? 0 : Number(atob(cursor).replace('next:', ''));
  if (Number.isNaN(start)) return { error: 'invalid_cursor' };
  const asked = Number(textArg(args, 'limit') || DEFAULT_LIMIT);
  const end = start + Math.max(1, Math.min(asked, settings.historyPage) - always.length);
  const more = end < all.length;
  return {
    messages: [...always, ...all.slice(start, end)].map((message) => shown(message, world, flagArg(args, 'include_all_metadata'))),
    has_more: more,
    response_metadata: { next_cursor: more ? btoa(`next:${end}`) : '' },
  };
}

function readable(call: Call): FakeChannel | { readonly error: string } {
  const channel = channelOf(call);
  if ('error' in channel) return channel;
  const scope = `${{ public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' }[channel.kind]}:history`;
  if (!call.token.scopes.has(scope)) return { error: 'missing_scope' };
  return channel.members.has(call.world.bot) ? channel : { error: 'not_in_channel' };
}

/** Newest first; replies in threads and private messages are not in it. */
const history: Method = (call) => {
  const channel = readable(call);
  if ('error' in channel) return channel;
  const all = call.world.messages.filter(
    (message) => message.channel === channel.id && message.ephemeralTo === null && (message.threadTs ?? message.ts) === message.ts,
  );
  return page(call, all.filter((message) => inWindow(call, message)).toReversed(), []);
};

/** Oldest first; the message that the thread hangs on comes first on every page. */
const replies: Method = (call) => {
  const channel = readable(call);
  if ('error' in channel) return channel;
  const here = call.world.messages.filter((message) => message.channel === channel.id && message.ephemeralTo === null);
  const root = here.find(({ ts }) => ts === textArg(call.args, 'ts'));
  if (!root) return { error: 'thread_not_found' };
  const all = here.filter(({ threadTs, ts }) => threadTs === root.ts && ts !== root.ts);
  return page(
    call,
    all.filter((message) => inWindow(call, message)),
    [root],
  );
};

export const HISTORY_METHODS: Readonly<Record<string, Method>> = { 'conversations.history': history, 'conversations.replies': replies };
