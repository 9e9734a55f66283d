/** A person of the fake workspace, or one from elsewhere. */
export interface FakeUser {
  readonly id: string;
  /** Another team's for a stranger of a shared channel. */
  readonly team: string;
  readonly name: string;
  readonly timeZone: string;
  readonly isAdmin: boolean;
  readonly isOwner: boolean;
  /** A guest. */
  readonly isRestricted: boolean;
  readonly isBot: boolean;
  readonly isDeleted: boolean;
}

export interface FakeChannel {
  readonly id: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly name: string;
  isArchived: boolean;
  /** Ids of users, the bot's among them. */
  readonly members: Set<string>;
}

/** A message that is there, oldest first in its channel. */
export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  text: string;
  blocks: readonly unknown[];
  readonly metadata: unknown;
  readonly threadTs: string | null;
  /** Who alone sees it; such a message is in no history. */
  readonly ephemeralTo: string | null;
  readonly isBot: boolean;
}

export interface FakeView {
  readonly user: string;
  readonly view: Readonly<Record<string, unknown>>;
}

/** What a token is good for. */
export interface FakeToken {
  readonly team: string;
  readonly scopes: Set<string>;
  state: 'good' | 'revoked' | 'inactive';
}

export interface FakeFile {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** All that the fake Slack knows. Tests read it and change it. */
export interface World {
  readonly team: string;
  readonly bot: string;
  readonly users: Map<string, FakeUser>;
  readonly channels: Map<string, FakeChannel>;
  readonly messages: FakeMessage[];
  readonly opened: FakeView[];
  /** The home page of each user, as published last. */
  readonly homes: Map<string, FakeView['view']>;
  readonly statuses: { readonly channel: string; readonly threadTs: string; readonly status: string }[];
  readonly prompts: Readonly<Record<string, unknown>>[];
  readonly tokens: Map<string, FakeToken>;
  /** Answers of `oauth.v2.access`, by code. */
  readonly grants: Map<string, Readonly<Record<string, unknown>>>;
  readonly files: Map<string, FakeFile>;
  nextTs(): string;
}

/** The bot's token and the app's in a new world. */
export const BOT_TOKEN = 'xoxb-fake-bot-token';
export const APP_TOKEN = 'xapp-fake-app-token';

const SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'users:read',
];

function fakeUser(id: string, settings: Partial<FakeUser> = {}): FakeUser {
  const none = { isAdmin: false, isOwner: false, isRestricted: false, isBot: false, isDeleted: false };
  return { id, team: 'T1', name: id.toLowerCase(), timeZone: 'Europe/London', ...none, ...settings };
}

export function fakeChannel(id: string, members: readonly string[], settings: Partial<FakeChannel> = {}): FakeChannel {
  return { id, kind: 'public', name: id.toLowerCase(), isArchived: false, members: new Set(members), ...settings };
}

const BOT = 'UBOT';

function usersOf(): readonly FakeUser[] {
  return [
    fakeUser(BOT, { isBot: true }),
    fakeUser('UADMIN', { isAdmin: true }),
    fakeUser('UOWNER', { isAdmin: true, isOwner: true }),
    fakeUser('UMEMBER'),
    fakeUser('UGUEST', { isRestricted: true }),
    fakeUser('USTRANGER', { team: 'T2' }),
  ];
}

function channelsOf(): readonly FakeChannel[] {
  const people = ['UADMIN', 'UOWNER', 'UMEMBER', 'UGUEST', 'USTRANGER'];
  return [
    fakeChannel('C1', [BOT, ...people]),
    fakeChannel('C2', [BOT, ...people]),
    fakeChannel('CELSEWHERE', people),
    fakeChannel('G1', [BOT, 'UADMIN', 'UMEMBER'], { kind: 'private' }),
    fakeChannel('GELSEWHERE', ['UADMIN', 'UMEMBER'], { kind: 'private' }),
    fakeChannel('D1', [BOT, 'UMEMBER'], { kind: 'im' }),
  ];
}

/** Times of messages: of the clock, to the microsecond, no two alike. */
function createTs(now: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now() * 1000);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
  };
}

/** Team `T1` with the bot `UBOT`, one user of each kind, channels with and without the bot, and a good token. */
export function createWorld(now: () => number): World {
  return {
    team: 'T1',
    bot: BOT,
    users: new Map(usersOf().map((user) => [user.id, user])),
    channels: new Map(channelsOf().map((channel) => [channel.id, channel])),
    messages: [],
    opened: [],
    homes: new Map(),
    statuses: [],
    prompts: [],
    tokens: new Map([
      [BOT_TOKEN, { team: 'T1', scopes: new Set(SCOPES), state: 'good' }],
      [APP_TOKEN, { team: 'T1', scopes: new Set(['connections:write']), state: 'good' }],
    ]),
    grants: new Map(),
    files: new Map(),
    nextTs: createTs(now),
  };
}
