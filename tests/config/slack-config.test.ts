import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCOPES } from '../../adapters/slack/scopes.ts';
import { CONFIG_VARIABLES, parseConfig } from '../../src/config.ts';
import { problemsOf } from '../support/config-problems.ts';

describe('Slack', () => {
  const long = 'r'.repeat(32);
  const oauth = {
    SLACK_MODE: 'http',
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'c',
    SLACK_STATE_SECRET: long,
    SLACK_SIGNING_SECRET: 's',
  };

  test('is off without tokens, however it would be reached', () => {
    expect(parseConfig({ SLACK_MODE: 'http', SLACK_API_URL: 'http://localhost:1/api/', PORT: '1' }).slack).toBeNull();
  });

  test('needs two tokens for Socket Mode', () => {
    expect(parseConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }).slack).toEqual({
      transport: { kind: 'socket', appToken: 'xapp-1' },
      identity: { kind: 'token', botToken: 'xoxb-1' },
      apiUrl: 'https://slack.com/api/',
    });
    expect(Object.keys(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1' }))).toEqual(['SLACK_APP_TOKEN']);
    expect(Object.keys(problemsOf({ SLACK_APP_TOKEN: 'xapp-1' }))).toEqual(['SLACK_BOT_TOKEN']);
  });

  test('needs the signing secret over HTTP', () => {
    expect(Object.keys(problemsOf({ SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-1' }))).toEqual(['SLACK_SIGNING_SECRET']);
    expect(parseConfig({ SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }).slack?.transport).toEqual({
      kind: 'http',
      signingSecret: 's',
      host: '127.0.0.1',
      port: 3000,
    });
  });

  test('needs an address and secrets for several workspaces, and HTTP', () => {
    const publicUrl = 'https://attache.example.org';
    expect(parseConfig({ ...oauth, PUBLIC_URL: publicUrl, TENANCY: 'workspace' }).slack?.identity).toEqual({
      kind: 'oauth',
      clientId: '1.2',
      clientSecret: 'c',
      stateSecret: long,
      installationKey: long,
      publicUrl,
    });
    const key = 'k'.repeat(40);
    expect(parseConfig({ ...oauth, PUBLIC_URL: publicUrl, TENANCY: 'single', SLACK_INSTALLATION_KEY: key }).slack?.identity).toHaveProperty(
      'installationKey',
      key,
    );
    expect(Object.keys(problemsOf({ SLACK_CLIENT_ID: '1.2' })).toSorted()).toEqual([
      'PUBLIC_URL',
      'SLACK_CLIENT_SECRET',
      'SLACK_MODE',
      'SLACK_SIGNING_SECRET',
      'SLACK_STATE_SECRET',
      'TENANCY',
    ]);
  });

  test('must be told who shares articles where anybody may install it, and only there', () => {
    const given = { ...oauth, PUBLIC_URL: 'https://attache.example.org' };
    expect(Object.keys(problemsOf(given))).toEqual(['TENANCY']);
    expect(problemsOf(given)['TENANCY']).toMatch(/workspace.*single, if all workspaces are yours/);
    for (const tenancy of ['workspace', 'single'] as const) expect(parseConfig({ ...given, TENANCY: tenancy }).tenancy).toBe(tenancy);
    expect(parseConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }).tenancy).toBe('single');
  });

  test('is one workspace or several, not both', () => {
    expect(Object.keys(problemsOf({ ...oauth, SLACK_BOT_TOKEN: 'xoxb-1', PUBLIC_URL: 'https://a.example.org' }))).toEqual([
      'SLACK_CLIENT_ID',
    ]);
  });
});

describe('docs/slack.md', () => {
  const root = join(import.meta.dirname, '..', '..');
  const text = readFileSync(join(root, 'docs', 'slack.md'), 'utf8');
  const blocks = [...text.matchAll(/```sh\n([^`]*)```/g)].map(([, block = '']) => block.replaceAll('…', 'x'));
  const sources = globSync('{adapters/slack,src,src/config}/*.ts', { cwd: root }).map((path) => readFileSync(join(root, path), 'utf8'));

  test.each(blocks)('holds settings that can be used: %s', (block) => {
    const values = [...block.matchAll(/^ *(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]);

    expect(parseConfig(Object.fromEntries(values)).slack).not.toBeNull();
    for (const [name] of values) expect(CONFIG_VARIABLES).toContain(name);
  });

  test('has a block for each way', () => {
    expect(blocks).toHaveLength(3);
  });

  test('explains lines that are really written', () => {
    const table = text.slice(text.indexOf('## What a line in the log means'));
    const lines = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, line = '']) => line);

    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines.filter((other) => !other.startsWith("Slack's library")))
      expect({ line, isWritten: sources.some((source) => source.includes(line)) }).toEqual({ line, isWritten: true });
  });

  test('gives every scope its reason', () => {
    for (const { scope } of SCOPES) expect(text).toContain(`\`${scope}\``);
  });
});
