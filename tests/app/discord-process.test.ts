import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeGateway, startFakeGateway } from '../support/fake-discord/gateway.ts';
import { interaction, MENTION, message, slashData } from '../support/fake-discord/payloads.ts';
import { type FakeDiscord, startFakeDiscord } from '../support/fake-discord/rest.ts';
import { APPLICATION, BOT_TOKEN, CHANNEL, type FakeMessage, MEMBER } from '../support/fake-discord/world.ts';
import { COMPILED } from '../support/run-cli.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const QUESTION = `${MENTION} what did the committee call for?`;
const TEXT =
  'date 2025-01-14 The Foreign Affairs Committee called for a public version of the strategy on China on Tuesday, its chair said in London.';

interface Bot {
  readonly child: ChildProcess;
  readonly log: () => string;
  readonly ended: Promise<unknown>;
}

describe('the bot in a process of its own', () => {
  let app: TestApp;
  let rest: FakeDiscord;
  let gateway: FakeGateway;
  const bots: Bot[] = [];

  beforeEach(async () => {
    app = await openTestApp();
    await app.app.addTexts('main', [{ text: TEXT, origin: 'a.txt' }]);
    gateway = await startFakeGateway(() => rest.world);
    rest = await startFakeDiscord({ now: () => Date.now(), gatewayUrl: gateway.url });
  });
  afterEach(async () => {
    for (const { child, ended } of bots.splice(0)) {
      child.kill('SIGKILL');
      await ended;
    }
    await gateway.stop();
    await rest.close();
    await app.close();
  });

  function boot(over: Readonly<Record<string, string>> = {}): Bot {
    const env = {
      PATH: process.env['PATH'] ?? '',
      NODE_COMPILE_CACHE: COMPILED,
      DATABASE_URL: `file:${app.database}`,
      DISCORD_TOKEN: BOT_TOKEN,
      DISCORD_APPLICATION_ID: APPLICATION,
      DISCORD_API_URL: rest.api,
      ...over,
    };
    const child = spawn(process.execPath, [MAIN], { env, cwd: app.folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
    const bot = { child, log: () => log, ended: once(child, 'exit') };
    bots.push(bot);
    return bot;
  }

  /** Resolves when the bot has said as much; each request to the fake is a moment to look. */
  async function said(count: number): Promise<readonly FakeMessage[]> {
    for (;;) {
      const own = rest.world.messages.filter(({ author, isDeferred }) => author === rest.world.bot && !isDeferred);
      if (own.length >= count) return own;
      await rest.nextRequest();
    }
  }

  function command(line: string): void {
    gateway.dispatch('INTERACTION_CREATE', interaction(2, slashData(line), {}, rest.interact(CHANNEL, MEMBER)));
  }

  it('answers a mention and a command once, although it was killed after it had taken them', async () => {
    const first = boot();
    await gateway.identified(1);
    const asked = rest.say(CHANNEL, MEMBER, QUESTION);
    const mention = message(QUESTION, { id: asked.id });
    gateway.dispatch('MESSAGE_CREATE', mention);
    command('attache stats');
    while (rest.callsOf('POST /interactions/:id/:token/callback').length === 0) await rest.nextRequest();
    first.child.kill('SIGKILL');
    await first.ended;

    boot();
    await gateway.identified(2);
    gateway.dispatch('MESSAGE_CREATE', mention);
    await said(2);
    command('attache stats');
    const all = await said(3);
    const answers = all.filter(({ reference }) => reference === asked.id);
    expect(answers).toHaveLength(1);
    expect(JSON.stringify(answers[0]?.body)).toContain('public version of the strategy');
    expect(all.map(({ ephemeralTo }) => ephemeralTo).filter((person) => person === MEMBER)).toHaveLength(2);
  }, 120_000);

  it('ends with one clear line and code 1 when Discord does not take its token', async () => {
    const { child, log, ended } = boot({ DISCORD_TOKEN: 'wrong-token' });
    await ended;
    expect(child.exitCode).toBe(1);
    expect(log()).toContain('Discord does not accept DISCORD_TOKEN:');
    expect(log()).not.toContain('wrong-token');
    expect(log()).not.toMatch(/\n\s+at /);
  }, 60_000);

  it('ends with code 1 when its token is revoked while it runs', async () => {
    const { child, log, ended } = boot();
    await gateway.identified(1);
    command('attache stats');
    await said(1);
    gateway.close(4004);
    await ended;
    expect(child.exitCode).toBe(1);
    expect(log()).toContain('Discord does not accept DISCORD_TOKEN any more:');
  }, 60_000);

  it('ends with code 0 within ten seconds when it is told to', async () => {
    const { child, log, ended } = boot();
    await gateway.identified(1);
    command('attache stats');
    await said(1);
    const from = performance.now();
    child.kill('SIGTERM');
    await ended;
    expect(child.exitCode).toBe(0);
    expect(performance.now() - from).toBeLessThan(10_000);
    expect(log()).toContain('stopped');
  }, 60_000);
});
