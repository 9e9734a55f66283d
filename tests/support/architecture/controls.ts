import type { RuleName } from './rules.ts';

export type Files = Readonly<Record<string, string>>;

export interface Control {
  /** Made-up projects that the rule must refuse, each. */
  readonly bad: readonly Files[];
  /** Made-up projects that look alike and that it must let through. */
  readonly good: readonly Files[];
}

const lines = (count: number): string => 'work();\n'.repeat(count);

/** The type asks for every rule: none can be added without showing that it bites. */
export const CONTROLS: Readonly<Record<RuleName, Control>> = {
  'every file parses': {
    bad: [{ 'src/domain/a.ts': 'const = 1;' }],
    good: [{ 'src/domain/a.ts': 'const a: number = 1;' }],
  },
  'every file has a place': {
    bad: [
      { 'src/helpers/a.ts': '' },
      { 'src/a.ts': '' },
      { 'adapters/fax/a.ts': '' },
      { 'adapters/a.ts': '' },
      { 'adapters/constructor/a.ts': '' },
    ],
    good: [{ 'src/domain/a.ts': '', 'src/config.ts': '', 'adapters/sqlite/deep/a.ts': '' }],
  },
  'floors import downwards': {
    bad: [
      { 'src/domain/a.ts': `import type { B } from '../ports/b.ts';` },
      { 'src/ports/a.ts': `import { b } from '../corpus/b.ts';` },
      { 'src/corpus/a.ts': `export { b } from '../briefing/b.ts';` },
      { 'src/digests/a.ts': `const b = await import('../corpus/b.ts');` },
      { 'src/briefing/a.ts': `type B = import('../bot/b.ts').B;` },
      { 'src/bot/a.ts': `import '../../adapters/sqlite/b.ts';` },
      { 'src/bot/a.ts': `import { openApp } from '../app/open-app.ts';` },
      { 'src/bot/a.ts': `import { parseConfig } from '../config.ts';` },
      { 'src/config.ts': `import { b } from './domain/b.ts';` },
      { 'src/corpus/a.ts': `new URL('../bot/b.ts', import.meta.url);` },
      { 'src/domain/a.ts': `import { b } from '../../tests/support/b.ts';` },
      { 'adapters/sql/a.ts': `import { b } from '../../src/corpus/b.ts';` },
      { 'adapters/sql/a.ts': `import { b } from '../sqlite/b.ts';` },
      { 'adapters/slack/a.ts': `import { b } from '../discord/b.ts';` },
      { 'adapters/terminal/a.ts': `import { b } from '../../src/main.ts';` },
    ],
    good: [
      { 'src/bot/a.ts': `import { b } from '../digests/b.ts'; import { c } from './c.ts';` },
      { 'src/main.ts': `import { a } from '../adapters/slack/a.ts'; import { c } from './config.ts';` },
      { 'adapters/sqlite/a.ts': `import { b } from '../sql/b.ts';` },
      { 'adapters/postgres/a.ts': `import type { B } from '../../src/ports/b.ts';` },
      { 'src/domain/a.ts': `const text = "import { b } from '../bot/b.ts'"; // import '../bot/b.ts'` },
    ],
  },
  'packages stay on their floor': {
    bad: [
      { 'src/domain/a.ts': `import { z } from 'zod';` },
      { 'src/ports/a.ts': `import { z } from 'zod';` },
      { 'src/ports/a.ts': `import { type ZodType } from 'zod';` },
      { 'src/corpus/a.ts': `import type { Kysely } from 'kysely';` },
      { 'src/bot/a.ts': `import { z } from 'zod/v4';` },
      { 'src/config.ts': `import { readFileSync } from 'node:fs';` },
      { 'adapters/sql/a.ts': `import { DatabaseSync } from 'node:sqlite';` },
      { 'adapters/slack/a.ts': `import { Client } from 'discord.js';` },
      { 'adapters/sources/a.ts': `import { a } from '#internal';` },
    ],
    good: [
      { 'src/ports/a.ts': `import type { ZodType } from 'zod';` },
      { 'src/corpus/a.ts': `import stem from 'wink-porter2-stemmer'; import { franc } from 'franc-min';` },
      { 'adapters/slack/a.ts': `import { App } from '@slack/bolt'; import type { A } from '@slack/types';` },
      { 'adapters/sources/a.ts': `import { readFile } from 'node:fs/promises';` },
      { 'src/cli.ts': `import { Command } from 'commander';` },
    ],
  },
  'imports are readable': {
    bad: [{ 'src/bot/a.ts': 'const b = await import(name);' }],
    good: [{ 'src/bot/a.ts': `const b = await import('./b.ts');` }],
  },
  'relative imports end in .ts': {
    bad: [
      { 'src/bot/a.ts': `import { b } from './b';` },
      { 'src/bot/a.ts': `import { b } from './b.js';` },
      { 'src/bot/a.ts': `import { b } from '..';` },
      { 'tests/a.test.ts': `import type { B } from '../src/bot/b';` },
    ],
    good: [{ 'src/bot/a.ts': `import { b } from './b.ts'; import { z } from 'zod';` }],
  },
  'no cycles': {
    bad: [
      { 'src/bot/a.ts': `import './b.ts';`, 'src/bot/b.ts': `import './a.ts';` },
      { 'src/bot/a.ts': `import './a.ts';` },
      {
        'src/domain/a.ts': `import type { B } from './b.ts';`,
        'src/domain/b.ts': `export type { C } from './deep/c.ts';`,
        'src/domain/deep/c.ts': `type A = import('../a.ts').A;`,
      },
    ],
    good: [
      {
        'src/bot/a.ts': `import './b.ts'; import './c.ts';`,
        'src/bot/b.ts': `import './c.ts';`,
        'src/bot/c.ts': '',
      },
    ],
  },
  'no machine below the wiring': {
    bad: [
      { 'src/corpus/a.ts': `import { readFileSync } from 'node:fs';` },
      { 'src/domain/a.ts': 'const a = process.argv;' },
      { 'src/domain/a.ts': 'const a = { process };' },
      { 'src/domain/a.ts': 'const { process: own } = globalThis;' },
      { 'src/domain/a.ts': `const a = Buffer.from('a');` },
      { 'src/domain/a.ts': 'export type Bytes = Buffer;' },
      { 'src/domain/a.ts': 'const a = Date.now();' },
      { 'src/domain/a.ts': `const a = Date['now']();` },
      { 'src/domain/a.ts': 'const { now } = Date;' },
      { 'src/domain/a.ts': 'const a = new Date();' },
      { 'src/domain/a.ts': 'const a = Date();' },
      { 'src/domain/a.ts': 'const a = Math.random();' },
      { 'src/domain/a.ts': 'const { random } = Math;' },
      { 'src/domain/a.ts': 'const a = crypto.randomUUID();' },
      { 'src/bot/a.ts': 'setTimeout(work, 10);' },
      { 'src/bot/a.ts': `console.log('here');` },
      { 'src/config.ts': 'const a = process.env;' },
    ],
    good: [
      { 'src/domain/a.ts': 'const a = new Date(0), b = Date.UTC(2026, 1), c = Math.max(1, 2);' },
      { 'src/domain/a.ts': '// process.env, Date.now()\nconst a = "console.log(Date.now())";' },
      { 'src/domain/a.ts': 'const a = { process: 1, console: 2 }; const b = a.process + a.console;' },
      { 'src/domain/a.ts': 'const valueOf = 1; const a = valueOf + constructor;' },
      { 'src/domain/a.ts': 'interface Step { process(): void; at: Date }' },
      { 'src/cli.ts': `import { readFileSync } from 'node:fs'; console.log(Date.now(), process.argv);` },
      { 'adapters/terminal/a.ts': 'setTimeout(work, 10); process.stdout.write(Buffer.from("a"));' },
    ],
  },
  'only the entries read the environment': {
    bad: [
      { 'adapters/openai/a.ts': `const key = process.env['OPENAI_API_KEY'];` },
      { 'adapters/openai/a.ts': `const key = process['env'];` },
      { 'adapters/openai/a.ts': 'const { env } = process;' },
      { 'adapters/openai/a.ts': 'const { env: all } = process;' },
      { 'adapters/openai/a.ts': `import { env } from 'node:process';` },
      { 'adapters/openai/a.ts': `import machine from 'node:process'; const key = machine.env;` },
      { 'src/app/a.ts': 'const a = globalThis.process.env;' },
      { 'src/config.ts': 'const a = process.env;' },
    ],
    good: [
      { 'src/main.ts': 'const a = process.env;', 'src/cli.ts': 'const { env } = process;' },
      { 'src/app/a.ts': 'const a = options.env; const { env } = options; child.spawn({ env });' },
      { 'src/config.ts': 'const parse = (env: object) => Object.keys(env);' },
    ],
  },
  'no platform in the core': {
    bad: [
      { 'src/domain/a.ts': `const adapter = 'slack';` },
      { 'src/bot/a.ts': '// Discord wants this within 3 seconds' },
      { 'src/ports/a.ts': 'interface SlackThread {}' },
    ],
    good: [
      { 'src/main.ts': `import { a } from '../adapters/slack/a.ts';` },
      { 'src/config.ts': `const name = 'SLACK_BOT_TOKEN';` },
      { 'adapters/discord/a.ts': `const name = 'discord';` },
    ],
  },
  'no any': {
    bad: [
      { 'src/domain/a.ts': 'export function a(b: any): void {}' },
      { 'tests/a.test.ts': 'const a = b as unknown as Record<string, any>;' },
    ],
    good: [{ 'src/domain/a.ts': 'const any = 1; // any\nconst b = list.any; const c: unknown = "any";' }],
  },
  'no mocked modules': {
    bad: [
      { 'tests/a.test.ts': `vi.mock('../src/domain/a.ts');` },
      { 'tests/a.test.ts': `vi.doMock('../src/domain/a.ts');` },
      { 'tests/support/a.ts': `vitest.mock('../src/domain/a.ts');` },
    ],
    good: [{ 'tests/a.test.ts': `const a = vi.fn(); // vi.mock\nconst b = 'vi.mock()';` }],
  },
  'no default exports': {
    bad: [
      { 'src/domain/a.ts': 'export default 1;' },
      { 'src/domain/a.ts': 'export default function a() {}' },
      { 'src/domain/a.ts': 'const a = 1; export { a as default };' },
      { 'tests/support/a.ts': `export { default } from './b.ts';` },
      { 'src/domain/a.ts': 'export = 1;' },
    ],
    good: [{ 'src/domain/a.ts': `import b from 'b'; export const a = { default: b }; // export default` }],
  },
  'no barrels': {
    bad: [
      { 'src/domain/index.ts': 'export const a = 1;' },
      { 'src/domain/a.ts': `export { b } from './b.ts'; export type { C } from './c.ts';` },
      { 'src/domain/a.ts': `export * from './b.ts'; export const a = 1;` },
      { 'src/domain/a.ts': `import { b } from './b.ts'; export { b };` },
    ],
    good: [
      { 'src/domain/a.ts': `import { b } from './b.ts'; const a = b; export { a };` },
      { 'src/main.ts': `import './a.ts';` },
      { 'src/domain/search-index.ts': 'export const a = 1;' },
    ],
  },
  'names are kebab-case': {
    bad: [
      { 'src/domain/topicTable.ts': '' },
      { 'src/domain/Topic.ts': '' },
      { 'src/domain/topic_table.ts': '' },
      { 'adapters/Slack/a.ts': '' },
      { 'tests/domain/topicTable.test.ts': '' },
    ],
    good: [{ 'src/domain/near-slugs.ts': '', 'tests/domain/near-slugs.test.ts': '' }],
  },
  'files are short': {
    bad: [{ 'src/domain/a.ts': lines(301) }, { 'tests/a.test.ts': lines(301) }],
    good: [{ 'src/domain/a.ts': lines(300) }],
  },
  'functions are short': {
    bad: [
      { 'src/domain/a.ts': `function a() {\n${lines(49)}}` },
      { 'src/domain/a.ts': `const a = () => {\n${lines(49)}};` },
      { 'src/domain/a.ts': `class A { a() {\n${lines(49)}} }` },
      { 'adapters/sql/a.ts': `const a = { a() {\n${lines(49)}} };` },
    ],
    good: [
      { 'src/domain/a.ts': `function a() {\n${lines(48)}}` },
      { 'src/domain/a.ts': `const a = '}'; function b() {}\n${lines(60)}` },
      { 'tests/a.test.ts': `const a = () => {\n${lines(60)}};` },
    ],
  },
};
