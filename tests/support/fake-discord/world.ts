/** A role of the fake server. `permissions` is a bit set in decimal, as Discord writes it. */
export interface FakeRole {
  readonly id: string;
  readonly name: string;
  readonly permissions: string;
}

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  /** Whether the bot may write to this person directly. */
  takesDirectMessages: boolean;
}

export interface FakeGuild {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly roles: FakeRole[];
  /** Ids of roles, by the id of the user. */
  readonly members: Map<string, string[]>;
}

/** What the bot may do in a channel. */
export type BotMay = 'view' | 'send' | 'history' | 'thread';

export interface FakeChannel {
  readonly id: string;
  /** Null for a direct message. */
  readonly guild: string | null;
  /** Discord's number: 0 text, 1 direct message, 11 public thread. */
  readonly type: number;
  readonly name: string;
  /** The channel that a thread belongs to. */
  readonly parent: string | null;
  /** The person of a direct message. */
  readonly recipient: string | null;
  readonly botMay: Set<BotMay>;
  isLocked: boolean;
}

export interface FakeFile {
  readonly name: string;
  readonly text: string;
}

type Json = Readonly<Record<string, unknown>>;

/** A message that is there, oldest first. */
export interface FakeMessage {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  /** The body with which it was sent or last edited. */
  body: Json;
  readonly nonce: string | null;
  readonly createdAt: number;
  /** Who alone sees it; such a message is in no history. */
  readonly ephemeralTo: string | null;
  readonly reference: string | null;
  /** True until a deferred answer is edited. */
  isDeferred: boolean;
  isDeleted: boolean;
  readonly files: readonly FakeFile[];
}

/** An interaction as a command or a button makes one, and what was answered to it. */
export interface FakeInteraction {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly user: string;
  readonly madeAt: number;
  /** The callback, once there was one. */
  answer: Json | null;
  /** The id of `@original`. */
  original: string | null;
}

/** All that the fake Discord knows. Tests read it and change it. */
export interface World {
  readonly application: string;
  /** The bot's user; its id is the application's. */
  readonly bot: string;
  readonly tokens: Map<string, 'good' | 'revoked'>;
  readonly users: Map<string, FakeUser>;
  readonly guilds: Map<string, FakeGuild>;
  readonly channels: Map<string, FakeChannel>;
  readonly messages: FakeMessage[];
  readonly interactions: Map<string, FakeInteraction>;
  /** Commands as registered: under `global` or the id of a server. */
  readonly commands: Map<string, readonly Json[]>;
  /** What the application was switched on for, and how many sessions it may still begin. */
  readonly limits: { applicationFlags: number; sessionsLeft: number };
  /** Channels in which the bot was seen typing, with when. */
  readonly typing: { readonly channel: string; readonly at: number }[];
  /** Files that are served at `fileUrl`. */
  readonly files: Map<string, FakeFile>;
  nextId(): string;
}

export const BOT_TOKEN = 'fake-discord-bot-token';
export const APPLICATION = '900000000000000001';
export const GUILD = '800000000000000001';
export const CHANNEL = '700000000000000001';
export const OTHER_CHANNEL = '700000000000000002';
/** A channel that the bot cannot see, and one where it may not write. */
export const HIDDEN_CHANNEL = '700000000000000003';
export const SILENT_CHANNEL = '700000000000000004';
export const OWNER = '600000000000000001';
export const MEMBER = '600000000000000002';
export const MANAGER = '600000000000000003';
const MANAGER_ROLE = '500000000000000001';

const ALL: readonly BotMay[] = ['view', 'send', 'history', 'thread'];
/** 1 January 2015: Discord's ids count from there. */
const EPOCH = 1_420_070_400_000n;

/** Ids of the clock, no two alike. */
function createIds(now: () => number): () => string {
  let last = 0n;
  return () => {
    const next = (BigInt(now()) - EPOCH) << 22n;
    last = next > last ? next : last + 1n;
    return String(last);
  };
}

export function fakeChannel(id: string, settings: Partial<FakeChannel> = {}): FakeChannel {
  const none = { guild: GUILD, type: 0, name: `channel-${id.slice(-1)}`, parent: null, recipient: null, isLocked: false };
  return { id, ...none, botMay: new Set(ALL), ...settings };
}

function fakeUser(id: string, settings: Partial<FakeUser> = {}): FakeUser {
  return { id, name: `user${id.slice(-1)}`, isBot: false, takesDirectMessages: true, ...settings };
}

function guildOf(): FakeGuild {
  const roles = [
    // View channels, send messages, also in threads, read histories.
    { id: GUILD, name: '@everyone', permissions: String(0x400n | 0x800n | (1n << 38n) | 0x10000n) },
    // Manage Server.
    { id: MANAGER_ROLE, name: 'Editors', permissions: String(0x20) },
  ];
  const members = new Map<string, string[]>([
    [APPLICATION, []],
    [OWNER, []],
    [MEMBER, []],
    [MANAGER, [MANAGER_ROLE]],
  ]);
  return { id: GUILD, name: 'Newsroom', owner: OWNER, roles, members };
}

/** One server with the bot, an owner, a manager and a member, and channels where the bot may do more and less. */
export function createWorld(now: () => number): World {
  const users = [
    fakeUser(APPLICATION, { name: 'attache', isBot: true }),
    fakeUser(OWNER, { name: 'olga' }),
    fakeUser(MEMBER, { name: 'mia' }),
    fakeUser(MANAGER, { name: 'max' }),
  ];
  const channels = [
    fakeChannel(CHANNEL),
    fakeChannel(OTHER_CHANNEL),
    fakeChannel(HIDDEN_CHANNEL, { botMay: new Set() }),
    fakeChannel(SILENT_CHANNEL, { botMay: new Set(['view', 'history']) }),
  ];
  return {
    application: APPLICATION,
    bot: APPLICATION,
    tokens: new Map([[BOT_TOKEN, 'good']]),
    users: new Map(users.map((user) => [user.id, user])),
    guilds: new Map([[GUILD, guildOf()]]),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    messages: [],
    interactions: new Map(),
    commands: new Map(),
    limits: { applicationFlags: 0, sessionsLeft: 999 },
    typing: [],
    files: new Map(),
    nextId: createIds(now),
  };
}
