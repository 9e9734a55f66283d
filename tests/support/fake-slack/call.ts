import type { Faults } from './faults.ts';
import type { FakeChannel, FakeMessage, FakeToken, World } from './world.ts';

export type Args = Readonly<Record<string, unknown>>;

/** A request as the fake saw it. Of the headers the token is left out. */
export interface FakeRequest {
  /** A method of the web API, or `response` and `file` for the other addresses. */
  readonly method: string;
  readonly args: Args;
  readonly headers: Readonly<Record<string, string>>;
  /** The team of the token; null without a good one. */
  readonly team: string | null;
  readonly at: number;
}

/** An answer: `ok` is added. An error is `{ error }`. */
export type Answer = Readonly<Record<string, unknown>>;

export interface Settings {
  readonly now: () => number;
  /** What `apps.connections.open` answers. */
  readonly socketUrl: string | null;
  /** The most messages in one page of a history; Slack gives apps outside its marketplace 15. */
  readonly historyPage: number;
  /** Whether histories may be read once a minute only, as Slack rules for the same apps. */
  readonly oneHistoryAMinute: boolean;
}

/** One call, as a method sees it. */
export interface Call {
  readonly method: string;
  readonly args: Args;
  readonly world: World;
  readonly settings: Settings;
  readonly faults: Faults;
  readonly token: FakeToken;
}

export type Method = (call: Call) => Answer;

/** An argument as text; empty where it was left out. */
export function textArg(args: Args, name: string): string {
  const value = args[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function flagArg(args: Args, name: string): boolean {
  return args[name] === true || args[name] === 'true' || args[name] === '1';
}

export function blocksArg(args: Args): readonly unknown[] {
  return Array.isArray(args['blocks']) ? args['blocks'] : [];
}

/** The channel of a call as the bot may see it: an error where it is not there, or private and not the bot's. A person's id is none. */
export function channelOf({ args, world }: Call): FakeChannel | { readonly error: string } {
  const channel = world.channels.get(textArg(args, 'channel'));
  if (!channel) return { error: 'channel_not_found' };
  if (channel.kind !== 'public' && !channel.members.has(world.bot)) return { error: 'channel_not_found' };
  return channel;
}

/** What history tells of a message. */
export function shown(message: FakeMessage, world: World, withMetadata: boolean): Readonly<Record<string, unknown>> {
  const replies = world.messages.filter(({ threadTs, channel }) => channel === message.channel && threadTs === message.ts);
  const root = replies.some(({ ts }) => ts !== message.ts);
  return {
    type: 'message',
    user: message.user,
    ...(message.isBot ? { bot_id: 'BBOT', app_id: 'A1' } : {}),
    text: message.text,
    ts: message.ts,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(root ? { thread_ts: message.ts, reply_count: replies.length } : {}),
    ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  };
}
