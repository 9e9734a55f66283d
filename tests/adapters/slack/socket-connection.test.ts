import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Inbound } from '../../../src/domain/inbound.ts';
import * as payloads from '../../support/fake-slack/payloads.ts';
import { type Bench, createBench } from '../../support/fake-slack/slack-bench.ts';
import { startFakeSocketMode } from '../../support/fake-slack/socket-mode.ts';
import { startFakeSlack } from '../../support/fake-slack/start-fake-slack.ts';
import { APP_TOKEN } from '../../support/fake-slack/world.ts';

// A rejection that nobody handles fails the run: each of these ended the process with Bolt's own reconnecting.

let benches: Bench[] = [];

async function started(settings: Parameters<typeof createBench>[1] = {}): Promise<Bench> {
  const bench = await createBench('socket', settings);
  benches.push(bench);
  await bench.start();
  return bench;
}

afterEach(async () => {
  await Promise.all(benches.map((bench) => bench.close()));
  benches = [];
});

async function hears(bench: Bench, ts: string): Promise<boolean> {
  return (await bench.deliver(payloads.directMessage('stats', { ts }))).isAcked;
}

describe('the connection', () => {
  test('is made anew at once when Slack refreshes it', async () => {
    const bench = await started();
    bench.socket.disconnect('refresh_requested');
    await bench.socket.connected(2);

    expect(bench.pauses).toEqual([]);
    expect(await hears(bench, '1.1')).toBe(true);
    expect(bench.logger.shown().filter((line) => !line.includes('granted'))).toEqual([]);
  });

  test('is made anew when it is cut', async () => {
    const bench = await started();
    bench.socket.cut();
    await bench.socket.connected(2);

    expect(await hears(bench, '1.1')).toBe(true);
  });

  test('is given up and made anew when the other side no longer answers', async () => {
    const bench = await started({ pingTimeoutMs: 90 });
    bench.socket.mute();
    await bench.socket.connected(2);

    expect(bench.fatal).toEqual([]);
  });

  test.each([
    [{ kind: 'status', status: 500, when: 'before' }, 1000],
    [{ kind: 'cut', when: 'before' }, 1000],
    [{ kind: 'error', error: 'internal_error' }, 1000],
    [{ kind: 'page', body: 'upstream trouble' }, 1000],
    [{ kind: 'rate-limited', retryAfterSec: 30 }, 30_000],
  ] as const)('is tried again when Slack answers the reconnecting with %o', async (fault, waits) => {
    const bench = await started();
    bench.fake.faults.plan('apps.connections.open', fault);
    bench.socket.disconnect('refresh_requested');
    await bench.socket.connected(2);

    expect(bench.pauses).toEqual([waits]);
    expect(bench.logger.shown().filter((line) => line.includes('tried again'))).toHaveLength(1);
    expect(await hears(bench, '1.1')).toBe(true);
  });

  test('waits twice as long each time, and no longer than 30 seconds', async () => {
    const bench = await started();
    bench.fake.faults.plan(
      'apps.connections.open',
      ...Array.from({ length: 7 }, () => ({ kind: 'status', status: 500, when: 'before' }) as const),
    );
    bench.socket.disconnect('refresh_requested');
    await bench.socket.connected(2);

    expect(bench.pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  test.each(['invalid_auth', 'account_inactive', 'token_revoked', 'team_disabled'])(
    'ends for good when Slack answers %s',
    async (error) => {
      const bench = await started();
      bench.fake.faults.plan('apps.connections.open', { kind: 'error', error });
      bench.socket.disconnect('link_disabled');

      expect(await bench.gaveUp()).toContain(`Slack does not accept SLACK_APP_TOKEN: ${error}. Check`);
      expect(bench.logger.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
      expect(bench.socket.count()).toBe(1);
    },
  );

  test('survives messages that it cannot read', async () => {
    const bench = await started();
    bench.socket.sendRaw('null');
    bench.socket.sendRaw('{"type":"events_api","envelope_id":"E0","payload":{"type":"app_rate_limited","team_id":"T1"}}');
    bench.socket.sendRaw('no JSON');

    expect(await hears(bench, '1.1')).toBe(true);
  });

  test('that ended while an act was kept: it comes again over the next one, under the same key', async () => {
    const begun = Promise.withResolvers<undefined>();
    const held = Promise.withResolvers<undefined>();
    const keys: string[] = [];
    const bench = await createBench('socket');
    benches.push(bench);
    const receive = async ({ key }: Inbound): Promise<void> => {
      keys.push(key);
      begun.resolve(undefined);
      await held.promise;
    };
    await bench.slack.lifecycle.start(receive, { topics: async () => [] });
    const event = payloads.directMessage('stats');
    const first = bench.deliver(event);
    await begun.promise;
    bench.socket.cut();
    await bench.socket.connected(2);
    held.resolve(undefined);
    await first;

    expect((await bench.deliver(event, 1)).isAcked).toBe(true);
    expect(keys).toEqual(['slack:T1:D1:1732500000.000100', 'slack:T1:D1:1732500000.000100']);
  });

  test('a bad app token at the start: one line, and nothing after it', async () => {
    const bench = await createBench('socket', { transport: { kind: 'socket', appToken: 'xapp-wrong' } });
    benches.push(bench);

    await expect(bench.start()).rejects.toThrow(/^Slack does not accept SLACK_APP_TOKEN: invalid_auth\. Check/);
    expect(bench.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('stopped while Slack cannot be reached: it stops', async () => {
    const bench = await createBench('socket', {
      pause: (_ms, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    });
    benches.push(bench);
    bench.fake.faults.plan('apps.connections.open', { kind: 'status', status: 500, when: 'before' });
    const starting = bench.start();
    await bench.logger.said('tried again');
    await bench.slack.lifecycle.stop();
    await starting;

    expect(bench.socket.count()).toBe(0);
  });

  test('without our reconnecting, Bolt ends the process (the control)', async () => {
    const socket = await startFakeSocketMode();
    const fake = await startFakeSlack({ now: () => Date.now(), socketUrl: socket.url });
    const child = spawn(process.execPath, [join(import.meta.dirname, 'bolt-alone.child.ts'), fake.apiUrl, APP_TOKEN]);
    const exited = once(child, 'exit');
    await socket.connected(1);
    fake.faults.plan('apps.connections.open', { kind: 'error', error: 'invalid_auth' });
    socket.disconnect('refresh_requested');

    expect((await exited)[0]).not.toBe(0);
    await fake.close();
    await socket.close();
  });
});
