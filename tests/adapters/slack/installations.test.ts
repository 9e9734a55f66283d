import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createInstallations } from '../../../adapters/slack/installations.ts';
import { createSeal, SealError } from '../../../adapters/slack/seal.ts';
import type { InstallationStore } from '../../../src/ports/installation-store.ts';
import * as payloads from '../../support/fake-slack/payloads.ts';
import { SIGNING_SECRET } from '../../support/fake-slack/signed-request.ts';
import { type Bench, createBench, memoryInstallations } from '../../support/fake-slack/slack-bench.ts';

const KEY = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const CHANNEL = { tenant: 'main', adapter: 'slack', id: 'T7/C1' };

describe('a seal', () => {
  const { seal, open } = createSeal(KEY);

  test('opens what it sealed, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, name) => {
        expect(open(seal(text, name), name)).toBe(text);
      }),
    );
    expect(seal('xoxb-canary', 'T1')).not.toContain('canary');
  });

  test('never seals the same twice', () => {
    expect(seal('a', 'T1')).not.toBe(seal('a', 'T1'));
  });

  test('does not open what was changed in one place', () => {
    const sealed = seal('xoxb-1', 'T1');
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 2 }), fc.constantFrom('A', 'B', 'a', 'b', '0', '1', '-', '_', '.'), (at, character) => {
        const changed = sealed.slice(0, at) + character + sealed.slice(at + 1);
        fc.pre(changed !== sealed);
        expect(() => open(changed, 'T1')).toThrow(SealError);
      }),
    );
  });

  test('does not open what is under another name, another key, or cut short', () => {
    const sealed = seal('xoxb-1', 'T1');

    expect(() => open(sealed, 'T2')).toThrow(SealError);
    expect(() => createSeal(`${KEY}0`).open(sealed, 'T1')).toThrow(SealError);
    expect(() => open(sealed.slice(0, -4), 'T1')).toThrow(SealError);
    expect(() => open('v1.', 'T1')).toThrow('not a sealed installation');
    expect(() => open('', 'T1')).toThrow('not a sealed installation');
  });
});

describe('installations', () => {
  function installed(stored: InstallationStore) {
    const { store } = createInstallations(stored, KEY);
    const bot = { token: 'xoxb-canary', scopes: [], id: 'B7', userId: 'U7' };
    const user = { token: undefined, scopes: undefined, id: 'U1' };
    return store.storeInstallation({ team: { id: 'T7' }, enterprise: undefined, user, bot, isEnterpriseInstall: false, authVersion: 'v2' });
  }

  test('are kept sealed and found again', async () => {
    const stored = memoryInstallations();
    await installed(stored);
    const installations = createInstallations(stored, KEY);

    expect([...stored.kept.keys()]).toEqual(['slack/T7']);
    expect([...stored.kept.values()].join()).not.toContain('canary');
    expect(await installations.tokenOf('T7')).toBe('xoxb-canary');
    expect(await installations.tokenOf('T8')).toBeNull();
  });

  test('of one workspace do not open as another’s', async () => {
    const stored = memoryInstallations();
    await installed(stored);
    await stored.save('slack', 'T8', stored.kept.get('slack/T7') ?? '');

    await expect(createInstallations(stored, KEY).tokenOf('T8')).rejects.toThrow(SealError);
  });

  test('are forgotten', async () => {
    const stored = memoryInstallations();
    await installed(stored);
    const { store, ...installations } = createInstallations(stored, KEY);
    await store.deleteInstallation?.({ teamId: 'T7', enterpriseId: undefined, isEnterpriseInstall: false });

    expect(await installations.tokenOf('T7')).toBeNull();
    await expect(store.fetchInstallation({ teamId: 'T7', enterpriseId: undefined, isEnterpriseInstall: false })).rejects.toThrow(
      'not installed',
    );
  });
});

describe('a workspace that installs the bot', () => {
  const stored = memoryInstallations();
  let bench: Bench;
  let base: string;

  beforeEach(async () => {
    bench = await createBench('http', {
      identity: {
        kind: 'oauth',
        clientId: '1.2',
        clientSecret: 'client-secret',
        stateSecret: KEY,
        installationKey: KEY,
        publicUrl: 'https://attache.example.org/',
      },
      installations: stored,
    });
    bench.fake.world.tokens.set('xoxb-t7', { team: 'T7', scopes: new Set(['users:read']), state: 'good' });
    bench.fake.world.grants.set('good-code', {
      app_id: 'A1',
      authed_user: { id: 'U1' },
      scope: 'users:read',
      token_type: 'bot',
      access_token: 'xoxb-t7',
      bot_user_id: 'U7',
      team: { id: 'T7', name: 'Seven' },
      enterprise: null,
      is_enterprise_install: false,
    });
    await bench.start();
    base = `http://127.0.0.1:${bench.slack.port()}`;
  });

  afterEach(() => bench.close());

  /** The way of a person's browser: the install page, Slack, and back with a code. */
  async function install(code: string): Promise<number> {
    const page = await fetch(`${base}/slack/install`);
    const link = /<a href="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
    const state = new URL(link).searchParams.get('state') ?? '';
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
    const back = `${base}/slack/oauth_redirect?code=${code}&state=${encodeURIComponent(state)}`;
    return (await fetch(back, { headers: { cookie } })).status;
  }

  test('is sent to Slack with the scopes of the manifest, and back to this server', async () => {
    const page = await (await fetch(`${base}/slack/install`)).text();
    const link = new URL(/<a href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '');

    expect(link.origin + link.pathname).toBe(new URL('../oauth/v2/authorize', bench.fake.apiUrl).href);
    expect(link.searchParams.get('redirect_uri')).toBe('https://attache.example.org/slack/oauth_redirect');
    expect(link.searchParams.get('scope')).toContain('app_mentions:read,chat:write,commands');
  });

  test('is served with its own token, until it takes the bot out', async () => {
    expect(await bench.slack.clientOf('T7')).toBeNull();
    expect(await install('good-code')).toBe(200);
    expect((await bench.slack.clientOf('T7'))?.token).toBe('xoxb-t7');
    expect(await bench.slack.clientOf('T7')).toBe(await bench.slack.clientOf('T7'));

    const authorizations = [{ team_id: 'T7', user_id: 'U7', is_bot: true, is_enterprise_install: false }];
    const mention = { ...payloads.message('<@U7> brief'), team_id: 'T7', authorizations };
    expect((await bench.deliver(mention)).isAcked).toBe(true);
    expect(bench.received.map(({ place }) => place.channel)).toEqual([{ ...CHANNEL, tenant: 'tenant-T7' }]);

    const gone = { ...payloads.eventBody({ type: 'app_uninstalled' }), team_id: 'T7', authorizations };
    expect((await bench.deliver(gone)).isAcked).toBe(true);
    expect(await bench.slack.clientOf('T7')).toBeNull();
    expect(bench.fatal).toEqual([]);
  });

  test('is as good as not there once the key was changed, and the log says why', async () => {
    await stored.save('slack', 'T9', createSeal(`${KEY}0`).seal('{}', 'T9'));

    expect(await bench.slack.clientOf('T9')).toBeNull();
    expect(bench.logger.shown().join()).toContain('SLACK_INSTALLATION_KEY');
  });

  test('with a code that Slack did not give is not installed', async () => {
    expect(await install('bad-code')).not.toBe(200);
    expect(await bench.slack.clientOf('T7')).toBeNull();
  });

  test('with a state that was not given out is not installed', async () => {
    const response = await fetch(`${base}/slack/oauth_redirect?code=good-code&state=forged`);

    expect(response.status).not.toBe(200);
    expect(await bench.slack.clientOf('T7')).toBeNull();
  });

  test('an event from a workspace without the bot is acknowledged, and nothing is asked of Slack for it', async () => {
    expect((await bench.deliver(payloads.directMessage('stats'))).isAcked).toBe(true);
  });

  test('cannot be served by Socket Mode, and is told so', async () => {
    const identity = {
      kind: 'oauth',
      clientId: '1',
      clientSecret: 'c',
      stateSecret: KEY,
      installationKey: KEY,
      publicUrl: 'https://a.example.org',
    } as const;
    const other = await createBench('socket', { identity });

    await expect(other.start()).rejects.toThrow('set SLACK_MODE to http');
    await other.close();
    expect(SIGNING_SECRET).not.toBe(KEY);
  });
});
