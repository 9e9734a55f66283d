/** The floors, as data. A change of the architecture is a change of this file and of nothing else here. */

export interface AllowedPackage {
  /** A package (`zod`), a scope (`@slack/*`), one built-in module (`node:sqlite`) or all of them (`node:*`). */
  readonly name: string;
  readonly typesOnly?: true;
}

interface Floor {
  readonly floor: number | null;
  readonly name: string;
  /** Folders end in a slash, files do not. */
  readonly at: readonly string[];
  readonly own: readonly string[] | 'everything';
  readonly packages: readonly AllowedPackage[] | 'everything';
}

export const FLOORS: readonly Floor[] = [
  { floor: 0, name: 'domain', at: ['src/domain/'], own: [], packages: [] },
  {
    floor: 1,
    name: 'ports',
    at: ['src/ports/'],
    own: ['domain'],
    packages: [{ name: 'zod', typesOnly: true }],
  },
  {
    floor: 2,
    name: 'corpus',
    at: ['src/corpus/'],
    own: ['domain', 'ports'],
    packages: [{ name: 'wink-porter2-stemmer' }, { name: 'franc-min' }],
  },
  {
    floor: 3,
    name: 'briefing',
    at: ['src/briefing/'],
    own: ['domain', 'ports', 'corpus'],
    packages: [{ name: 'zod' }],
  },
  {
    floor: 4,
    name: 'digests',
    at: ['src/digests/'],
    own: ['domain', 'ports', 'briefing'],
    packages: [{ name: 'croner' }],
  },
  {
    floor: 4,
    name: 'delivery',
    at: ['src/delivery/'],
    own: ['domain', 'ports'],
    packages: [],
  },
  {
    floor: 5,
    name: 'bot',
    at: ['src/bot/'],
    own: ['domain', 'ports', 'corpus', 'briefing', 'digests'],
    packages: [],
  },
  { floor: null, name: 'config', at: ['src/config.ts', 'src/config/'], own: [], packages: [{ name: 'zod' }] },
  {
    floor: 7,
    name: 'wiring',
    at: ['src/main.ts', 'src/cli.ts', 'src/app/'],
    own: 'everything',
    packages: 'everything',
  },
];

/** Floor 6. Every adapter may import these floors and its own folder. */
export const ADAPTERS_IMPORT: readonly string[] = ['domain', 'ports'];

export const ADAPTERS: Readonly<Record<string, readonly AllowedPackage[]>> = {
  desk: [{ name: 'hono' }, { name: '@hono/*' }, { name: 'node:*' }],
  // node: for waiting; nonces and marks of messages are hashes of their keys.
  discord: [{ name: 'discord.js' }, { name: 'node:*' }],
  openai: [{ name: 'openai' }, { name: 'cockatiel' }, { name: 'zod' }],
  postgres: [{ name: 'kysely' }, { name: 'pg' }],
  // node: for the web server that refuses stale requests before Bolt sees them, sealing of installations, and waiting.
  slack: [{ name: '@slack/*' }, { name: 'node:*' }],
  sources: [
    { name: 'node:*' },
    { name: 'yaml' },
    { name: 'chardet' },
    { name: 'linkedom' },
    { name: '@mozilla/readability' },
    { name: 'turndown' },
  ],
  sql: [{ name: 'kysely' }],
  sqlite: [{ name: 'kysely' }, { name: 'node:*' }],
  system: [{ name: 'node:*' }, { name: 'pino' }],
  terminal: [{ name: 'node:*' }],
};

/** Imports between adapters, which are refused but for these. */
export const ADAPTER_EXCEPTIONS: readonly { readonly from: string; readonly to: string }[] = [
  { from: 'sqlite', to: 'sql' },
  { from: 'postgres', to: 'sql' },
];

export const READERS_OF_THE_ENVIRONMENT: readonly string[] = ['src/main.ts', 'src/cli.ts'];

/** What code below floor 7 in `src/` may not touch: time, randomness and the machine come through ports. */
export const REFUSED_GLOBALS: readonly string[] = [
  'process',
  'Buffer',
  'console',
  'global',
  'globalThis',
  'require',
  'fetch',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
];

export const REFUSED_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  crypto: ['randomUUID', 'getRandomValues'],
  Temporal: ['Now'],
};

export const PLATFORM_WORDS = /slack|discord/i;

/** Files of the core that may name a platform. */
export const PLATFORM_WORD_EXCEPTIONS: readonly string[] = [];

export const MOST_LINES_IN_A_FILE = 300;
export const MOST_LINES_IN_A_FUNCTION = 50;
