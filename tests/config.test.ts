import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONFIG_VARIABLES, parseConfig } from '../src/config.ts';
import { errorOf, problemsOf } from './support/config-problems.ts';

const DEFAULTS = {
  databasePath: 'data/attache.db',
  tenancy: 'single',
  logLevel: 'info',
  zone: 'UTC',
  sourcesScanSeconds: 300,
  model: null,
  slack: null,
  discord: null,
};

/** What `.env.example` sets, and the comment above each. */
function readExample(text: string): ReadonlyMap<string, { readonly value: string; readonly comment: string }> {
  const blocks = text.split(/\n\s*\n/).map((block) => block.trim().split('\n'));
  return new Map(
    blocks.flatMap((lines) => {
      const comment = lines
        .filter((line) => line.startsWith('#'))
        .map((line) => line.replace(/^#\s*/, ''))
        .join(' ');
      return lines
        .filter((line) => !line.startsWith('#') && line.includes('='))
        .map((line): [string, { value: string; comment: string }] => {
          const [name = '', ...value] = line.split('=');
          return [name, { value: value.join('='), comment }];
        });
    }),
  );
}

const example = readExample(readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8'));

describe('parseConfig', () => {
  test('needs nothing', () => {
    expect(parseConfig({})).toEqual(DEFAULTS);
  });

  test('reads every variable', () => {
    expect(
      parseConfig({
        DATABASE_URL: 'file:/srv/attache.db',
        TENANCY: 'workspace',
        LOG_LEVEL: 'debug',
        TZ: 'Pacific/Chatham',
        SOURCES_SCAN_SECONDS: '60',
        OPENAI_API_KEY: 'sk-1',
        OPENAI_BASE_URL: 'https://models.example.org/v1',
        OPENAI_MODEL: 'org/small:8b',
        OPENAI_API: 'chat',
        OPENAI_TIMEOUT_MS: '30000',
        MODEL_DAILY_TOKENS: '0',
        MODEL_DAILY_TOKENS_CHANNEL: '5000',
        MODEL_DAILY_TOKENS_PERSON: '400',
        MODEL_DAILY_COST: '12',
        MODEL_DAILY_COST_CHANNEL: '2.50',
        MODEL_DAILY_COST_PERSON: '0.000001',
        MODEL_PRICE_INPUT: '0.10',
        MODEL_PRICE_OUTPUT: '12',
        SLACK_MODE: 'http',
        SLACK_BOT_TOKEN: 'xoxb-1',
        SLACK_APP_TOKEN: 'xapp-1',
        SLACK_SIGNING_SECRET: 's1',
        SLACK_API_URL: 'http://localhost:9000/api',
        DISCORD_TOKEN: 't.o.k',
        DISCORD_APPLICATION_ID: '900000000000000001',
        DISCORD_GUILD_ID: '800000000000000001',
        DISCORD_API_URL: 'http://localhost:9000/api/',
        DISCORD_THREADS_WITHOUT_MENTION: 'true',
        HOST: '0.0.0.0',
        PORT: '8080',
      }),
    ).toEqual({
      databasePath: '/srv/attache.db',
      tenancy: 'workspace',
      logLevel: 'debug',
      zone: 'Pacific/Chatham',
      sourcesScanSeconds: 60,
      model: {
        apiKey: 'sk-1',
        baseUrl: 'https://models.example.org/v1',
        name: 'org/small:8b',
        api: 'chat',
        timeoutMs: 30_000,
        daily: {
          tenant: { tokens: 0, dollars: 12 },
          channel: { tokens: 5_000, dollars: 2.5 },
          person: { tokens: 400, dollars: 0.000001 },
        },
        price: { input: 0.1, output: 12 },
      },
      slack: {
        transport: { kind: 'http', signingSecret: 's1', host: '0.0.0.0', port: 8080 },
        identity: { kind: 'token', botToken: 'xoxb-1' },
        apiUrl: 'http://localhost:9000/api/',
      },
      discord: {
        token: 't.o.k',
        applicationId: '900000000000000001',
        guild: '800000000000000001',
        apiUrl: 'http://localhost:9000/api',
        threadsWithoutMention: true,
      },
    });
  });

  test('takes an empty or blank variable as unset', () => {
    const empty = Object.fromEntries(CONFIG_VARIABLES.map((name, index) => [name, index % 2 === 0 ? '' : '  ']));
    expect(parseConfig(empty)).toEqual(DEFAULTS);
  });

  test('is not troubled by what else is in the environment', () => {
    expect(parseConfig({ PATH: '/bin', HOME: '/root', UNSET: undefined })).toEqual(DEFAULTS);
  });

  test('reports every problem at once, each with what to do', () => {
    const problems = problemsOf({
      DATABASE_URL: 'mysql://localhost/a',
      TENANCY: 'several',
      LOG_LEVEL: 'loud',
      TZ: 'Europe/Lundun',
      SOURCES_SCAN_SECONDS: 'often',
      OPENAI_API_KEY: 'two words',
      OPENAI_BASE_URL: 'localhost:11434',
      OPENAI_MODEL: 'two words',
      OPENAI_API: 'completions',
      OPENAI_TIMEOUT_MS: '1 min',
      MODEL_DAILY_TOKENS: 'many',
      MODEL_DAILY_TOKENS_CHANNEL: '1e6',
      MODEL_DAILY_TOKENS_PERSON: '-1',
      MODEL_DAILY_COST: '$5',
      MODEL_DAILY_COST_CHANNEL: '5 USD',
      MODEL_DAILY_COST_PERSON: 'none',
      MODEL_PRICE_INPUT: '$1',
      MODEL_PRICE_OUTPUT: '-1',
      SLACK_MODE: 'rtm',
      SLACK_BOT_TOKEN: 'xoxp-1',
      SLACK_APP_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'two words',
      SLACK_API_URL: 'slack.com/api',
      SLACK_CLIENT_ID: 'two words',
      SLACK_CLIENT_SECRET: 'two words',
      SLACK_STATE_SECRET: 'short',
      SLACK_INSTALLATION_KEY: 'short',
      DISCORD_TOKEN: 'Bot t.o.k',
      DISCORD_APPLICATION_ID: 'attache',
      DISCORD_GUILD_ID: 'newsroom',
      DISCORD_API_URL: 'https://discord.com/api/v10',
      DISCORD_THREADS_WITHOUT_MENTION: 'yes',
      PORT: '70000',
      HOST: 'two words',
      PUBLIC_URL: 'attache.example.org',
    });
    expect(Object.keys(problems).toSorted()).toEqual(CONFIG_VARIABLES.toSorted());
    for (const message of Object.values(problems)) expect(message).toMatch(/^set /);
  });

  test('lists the problems in its message', () => {
    expect(() => parseConfig({ TENANCY: 'several', LOG_LEVEL: 'loud' })).toThrow(
      /^The configuration cannot be used:\n {2}TENANCY: set one of single, workspace.*\n {2}LOG_LEVEL: set one of fatal/,
    );
  });

  test('repeats no value, because it may be a secret', () => {
    const secret = 'hunter2';
    const env = Object.fromEntries(CONFIG_VARIABLES.map((name) => [name, `postgres://me:${secret}@host/a b`]));
    const error = errorOf(env);
    expect(error?.problems).toHaveLength(CONFIG_VARIABLES.length);
    expect(`${error?.stack} ${JSON.stringify(error)}`).not.toContain(secret);
  });
});

describe('DATABASE_URL', () => {
  test.each([
    ['file:data/attache.db', 'data/attache.db'],
    ['file:./a.db', './a.db'],
    ['file:/srv/a.db', '/srv/a.db'],
    ['file:///srv/a.db', '/srv/a.db'],
  ])('%s is the path %s', (url, path) => {
    expect(parseConfig({ DATABASE_URL: url }).databasePath).toBe(path);
  });

  test.each(['postgres://localhost/a', 'postgresql://localhost/a', 'POSTGRES://localhost/a'])('%s is for a later release', (url) => {
    expect(problemsOf({ DATABASE_URL: url })['DATABASE_URL']).toContain('later release');
  });

  test.each(['data/attache.db', 'file:', 'file:///', 'file://host/a.db', 'http://localhost/a'])('%s is refused', (url) => {
    expect(problemsOf({ DATABASE_URL: url })).toHaveProperty('DATABASE_URL');
  });
});

describe('TZ', () => {
  test.each(['UTC', 'Europe/London', 'America/Argentina/Buenos_Aires', 'Pacific/Chatham'])('%s is a zone', (zone) => {
    expect(parseConfig({ TZ: zone }).zone).toBe(zone);
  });

  test.each(['Mars/Olympus', '+01:00', ':/etc/localtime', 'GMT+1:30'])('%s is none', (zone) => {
    expect(problemsOf({ TZ: zone })).toHaveProperty('TZ');
  });
});

describe('SOURCES_SCAN_SECONDS', () => {
  test.each(['0', '-5', '1.5', '1e3', '0x10', 'NaN', '10 s', '9999999'])('%s is refused', (seconds) => {
    expect(problemsOf({ SOURCES_SCAN_SECONDS: seconds })).toHaveProperty('SOURCES_SCAN_SECONDS');
  });
});

describe('.env.example', () => {
  test('has every variable of the schema and no other', () => {
    expect([...example.keys()].toSorted()).toEqual(CONFIG_VARIABLES.toSorted());
  });

  test('explains each of them', () => {
    for (const { comment } of example.values()) expect(comment.length).toBeGreaterThan(20);
  });

  test('sets the defaults', () => {
    const values = Object.fromEntries([...example].map(([name, { value }]) => [name, value]));
    expect(parseConfig(values)).toEqual(DEFAULTS);
  });

  test('is read so that a missing comment or a surplus variable shows', () => {
    const read = readExample('# Explained\nONE=1\n\nTWO=a=b\n\n# THREE=commented out\n');
    expect([...read]).toEqual([
      ['ONE', { value: '1', comment: 'Explained' }],
      ['TWO', { value: 'a=b', comment: '' }],
    ]);
  });
});
