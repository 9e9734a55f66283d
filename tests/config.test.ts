import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONFIG_VARIABLES, ConfigError, parseConfig } from '../src/config.ts';

const DEFAULTS = {
  databasePath: 'data/attache.db',
  tenancy: 'single',
  logLevel: 'info',
  zone: 'UTC',
  sourcesScanSeconds: 300,
};

function errorOf(env: Readonly<Record<string, string>>): ConfigError | null {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  return null;
}

function problemsOf(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const problems = errorOf(env)?.problems ?? [];
  return Object.fromEntries(problems.map(({ variable, message }) => [variable, message]));
}

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
      }),
    ).toEqual({
      databasePath: '/srv/attache.db',
      tenancy: 'workspace',
      logLevel: 'debug',
      zone: 'Pacific/Chatham',
      sourcesScanSeconds: 60,
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
    const env = Object.fromEntries(CONFIG_VARIABLES.map((name) => [name, `postgres://me:${secret}@host/a`]));
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
