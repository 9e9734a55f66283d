import { describe, expect, test } from 'vitest';
import { createIdentifyThrottle } from '../../../adapters/discord/identify-throttle.ts';
import type { SessionBudget } from '../../../adapters/discord/session-budget.ts';
import { createRecordingLogger } from '../../support/fake-slack/recording-logger.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function throttleWith(budget: SessionBudget | Error) {
  let at = 0;
  const pauses: number[] = [];
  const logger = createRecordingLogger();
  const throttle = createIdentifyThrottle({
    budget: async () => {
      if (budget instanceof Error) throw budget;
      return budget;
    },
    logger,
    pause: async (ms) => {
      pauses.push(ms);
      at += ms;
    },
    now: () => at,
  });
  return { throttle, pauses, logger, now: () => at, pass: (ms: number) => void (at += ms) };
}

const PLENTY: SessionBudget = { shards: 1, remaining: 900, resetAfterMs: 1000, atOnce: 1 };
const { signal } = new AbortController();

describe('sessions', () => {
  test('begin at once, and one every five seconds where there are several', async () => {
    const { throttle, pauses } = throttleWith(PLENTY);
    for (const shard of [0, 1, 2]) await throttle.waitForIdentify(shard, signal);
    expect(pauses).toEqual([5000, 5000]);
  });

  test('that fail all day stay far below what Discord allows', async () => {
    const { throttle, now } = throttleWith(PLENTY);
    let begun = 0;
    for (; now() < DAY_MS; begun += 1) await throttle.waitForIdentify(0, signal);
    expect(begun).toBeLessThan(250);
  });

  test('that last are begun at once when they end', async () => {
    const { throttle, pauses, pass } = throttleWith(PLENTY);
    await throttle.waitForIdentify(0, signal);
    pass(2 * 60 * 60 * 1000);
    await throttle.waitForIdentify(0, signal);
    expect(pauses).toEqual([]);
  });

  test('wait for more when few are left, and say so', async () => {
    const { throttle, pauses, logger } = throttleWith({ ...PLENTY, remaining: 3, resetAfterMs: 3_600_000 });
    await throttle.waitForIdentify(0, signal);
    await throttle.waitForIdentify(0, signal);
    expect(pauses).toEqual([5000, 3_600_000]);
    expect(logger.shown()[0]).toContain('only a few more times');
  });

  test('begin also when it cannot be asked how many are left', async () => {
    const { throttle, pauses } = throttleWith(new Error('no answer'));
    await throttle.waitForIdentify(0, signal);
    await throttle.waitForIdentify(0, signal);
    expect(pauses).toEqual([5000]);
  });

  test('do not begin for a connection that is gone', async () => {
    const { throttle } = throttleWith(PLENTY);
    await expect(throttle.waitForIdentify(0, AbortSignal.abort())).rejects.toThrow('aborted');
  });
});
