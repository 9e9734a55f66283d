import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appMention, message, slashCommand } from '../support/fake-slack/payloads.ts';
import { type FakeSocketMode, startFakeSocketMode } from '../support/fake-slack/socket-mode.ts';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack/start-fake-slack.ts';
import { APP_TOKEN, BOT_TOKEN } from '../support/fake-slack/world.ts';
import { COMPILED } from '../support/run-cli.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const QUESTION = '<@UBOT> what did the committee call for?';
const TEXT =
  'date 2025-01-14 The Foreign Affairs Committee called for a public version of the strategy on China on Tuesday, its chair said in London.';

interface Bot {
  readonly child: ChildProcess;
  readonly log: () => string;
  readonly ended: Promise<unknown>;
}

describe('the bot in a process of its own', () => {
  let app: TestApp;
  let fake: FakeSlack;
  let socket: FakeSocketMode;
  const bots: Bot[] = [];

  beforeEach(async () => {
    app = await openTestApp();
    await app.app.addTexts('main', [{ text: TEXT, origin: 'a.txt' }]);
    socket = await startFakeSocketMode();
    fake = await startFakeSlack({ now: () => Date.now(), socketUrl: socket.url });
  });
  afterEach(async () => {
    for (const { child, ended } of bots.splice(0)) {
      child.kill('SIGKILL');
      await ended;
    }
    await fake.close();
    await socket.close();
    await app.close();
  });

  function boot(over: Readonly<Record<string, string>> = {}): Bot {
    const env = {
      PATH: process.env['PATH'] ?? '',
      NODE_COMPILE_CACHE: COMPILED,
      DATABASE_URL: `file:${app.database}`,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: fake.apiUrl,
      ...over,
    };
    const child = spawn(process.execPath, [MAIN], { env, cwd: app.folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
    const bot = { child, log: () => log, ended: once(child, 'exit') };
    bots.push(bot);
    return bot;
  }

  /** Resolves when the channel has as many messages; each request to the fake is a moment to look. */
  async function messages(count: number): Promise<FakeSlack['world']['messages']> {
    while (fake.world.messages.length < count) await fake.nextRequest();
    return fake.world.messages;
  }

  it('answers a mention once, in its thread, although it was killed after it had taken it', async () => {
    const first = boot();
    await socket.connected(1);
    const acked = socket.deliver('events_api', appMention(QUESTION));
    await acked;
    first.child.kill('SIGKILL');
    await first.ended;
    const before = fake.world.messages.length;

    boot();
    await socket.connected(2);
    // Slack did not see every acknowledgement, and delivers again, in both of its forms.
    await Promise.all([socket.deliver('events_api', message(QUESTION), 1), socket.deliver('events_api', appMention(QUESTION), 1)]);
    const [posted] = await messages(1);
    await socket.deliver('slash_commands', slashCommand('/attache', 'stats', { response_url: fake.responseUrl('C1', 'UMEMBER') }));
    const all = await messages(2);
    expect(before).toBeLessThanOrEqual(1);
    expect(posted?.threadTs).toBe('1732500000.000100');
    expect(JSON.stringify(posted?.blocks)).toContain('public version of the strategy');
    expect(all.map(({ ephemeralTo }) => ephemeralTo)).toEqual([null, 'UMEMBER']);
  }, 60_000);

  it('ends with one clear line and code 1 when Slack does not take its token', async () => {
    const { child, log, ended } = boot({ SLACK_BOT_TOKEN: 'xoxb-wrong' });
    await ended;
    expect(child.exitCode).toBe(1);
    expect(log()).toContain('SLACK_BOT_TOKEN');
    expect(log()).not.toContain('xoxb-wrong');
    expect(log()).not.toMatch(/\n\s+at /);
  }, 60_000);

  it('ends with code 0 within ten seconds when it is told to', async () => {
    const { child, log, ended } = boot();
    await socket.connected(1);
    await socket.deliver('slash_commands', slashCommand('/attache', 'stats', { response_url: fake.responseUrl('C1', 'UMEMBER') }));
    const from = performance.now();
    child.kill('SIGTERM');
    await ended;
    expect(child.exitCode).toBe(0);
    expect(performance.now() - from).toBeLessThan(10_000);
    expect(log()).toContain('stopped');
  }, 60_000);
});
