import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { appMention } from '../../tests/support/fake-slack/payloads.ts';
import { startFakeSocketMode } from '../../tests/support/fake-slack/socket-mode.ts';
import { startFakeSlack } from '../../tests/support/fake-slack/start-fake-slack.ts';
import { APP_TOKEN, BOT_TOKEN } from '../../tests/support/fake-slack/world.ts';
import { atMost, type Figure, percentile } from './figure.ts';

const EVENTS_A_SECOND = 50;
const SECONDS = 10;
const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const ASKED = ['brief china-uk', 'what did Reeves say about growth?', 'brief export-controls', 'who denied what about the embassy?'];

/**
 * How long Slack waits for an acknowledgement while the bot works on all it was told: mentions at a steady rate, each a
 * brief or a question of its own, to the real process over Socket Mode.
 */
export async function measureAck(withSamples: string): Promise<readonly Figure[]> {
  const database = `${withSamples}.${process.pid}.ack`;
  await copyFile(withSamples, database);
  const socket = await startFakeSocketMode();
  const fake = await startFakeSlack({ now: () => Date.now(), socketUrl: socket.url });
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: `file:${database}`,
    LOG_LEVEL: 'error',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: fake.apiUrl,
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    await socket.connected(1);
    const waits: Promise<number>[] = [];
    for (let event = 0; event < EVENTS_A_SECOND * SECONDS; event += 1) {
      const ts = `17325${String(event).padStart(5, '0')}.000100`;
      const start = performance.now();
      const payload = appMention(`<@UBOT> ${ASKED[event % ASKED.length] ?? ''}`, { ts, event_ts: ts });
      waits.push(socket.deliver('events_api', payload).then(() => performance.now() - start));
      await delay(1_000 / EVENTS_A_SECOND);
    }
    const waited = await Promise.all(waits);
    const p99 = percentile(waited, 0.99);
    const name = `acknowledging ${EVENTS_A_SECOND} events a second, handler busy`;
    return [
      { name: `${name}, p99`, unit: 'ms', ours: p99, fts5: null, goal: atMost(300, 'ms', p99) },
      { name: '  the longest', unit: 'ms', ours: Math.max(...waited), fts5: null, goal: atMost(3_000, 'ms', Math.max(...waited)) },
    ];
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
    await fake.close();
    await socket.close();
  }
}
