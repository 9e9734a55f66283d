import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApplicationCommandType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { applicationCommands } from '../../adapters/discord/application-commands.ts';
import { NEEDED } from '../../adapters/discord/permissions.ts';
import { CONFIG_VARIABLES, parseConfig } from '../../src/config.ts';
import { problemsOf } from '../support/config-problems.ts';

describe('Discord', () => {
  test('is off without a token, however it would be reached', () => {
    expect(parseConfig({ DISCORD_API_URL: 'http://localhost:1/api', DISCORD_THREADS_WITHOUT_MENTION: 'true' }).discord).toBeNull();
  });

  test('needs a token and nothing else', () => {
    expect(parseConfig({ DISCORD_TOKEN: 't.o.k' }).discord).toEqual({
      token: 't.o.k',
      applicationId: null,
      guild: null,
      apiUrl: 'https://discord.com/api',
      threadsWithoutMention: false,
    });
  });

  test.each(['DISCORD_APPLICATION_ID', 'DISCORD_GUILD_ID'])('%s is of no use without one', (name) => {
    expect(Object.keys(problemsOf({ [name]: '900000000000000001' }))).toEqual(['DISCORD_TOKEN']);
  });

  test.each(['https://discord.com', 'https://discord.com/api/v10', 'ftp://discord.com/api', 'https://a:b@discord.com/api'])(
    '%s is no address of its web API',
    (address) => {
      expect(Object.keys(problemsOf({ DISCORD_TOKEN: 't', DISCORD_API_URL: address }))).toEqual(['DISCORD_API_URL']);
    },
  );
});

describe('docs/discord.md', () => {
  const root = join(import.meta.dirname, '..', '..');
  const text = readFileSync(join(root, 'docs', 'discord.md'), 'utf8');
  const blocks = [...text.matchAll(/```sh\n([^`]*)```/g)].map(([, block = '']) => block.replaceAll('…', 'x'));
  const sources = globSync('{adapters/discord,src}/*.ts', { cwd: root }).map((path) => readFileSync(join(root, path), 'utf8'));

  test.each(blocks)('holds settings that can be used: %s', (block) => {
    const values = [...block.matchAll(/^ *(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]);

    expect(parseConfig(Object.fromEntries(values)).discord).not.toBeNull();
    for (const [name] of values) expect(CONFIG_VARIABLES).toContain(name);
  });

  test('explains lines that are really written', () => {
    const table = text.slice(text.indexOf('## What a line in the log means'));
    const lines = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, line = '']) => line);

    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines)
      expect({ line, isWritten: sources.some((source) => source.includes(line)) }).toEqual({ line, isWritten: true });
  });

  test('gives every permission its reason, and names every command', () => {
    for (const { name, reason } of NEEDED) expect(text).toContain(`| ${name} | ${reason} |`);
    for (const { type, name } of applicationCommands())
      expect(text).toContain(type === ApplicationCommandType.ChatInput ? `/${name}` : `*${name}*`);
  });
});
