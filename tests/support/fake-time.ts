import { setImmediate as turn } from 'node:timers/promises';
import type { Wait } from '../../src/delivery/chats.ts';

/** A clock that stands still until it is moved, and sleepers that wake when it passes their time. */
export interface FakeTime {
  readonly clock: { now(): number; today(): string };
  readonly wait: Wait;
  /** Moves the clock on, wakes whoever's time has come, in order, and lets them do what they do. */
  advance(ms: number): Promise<void>;
  /** Lets everything that can go on without time go on. */
  settle(): Promise<void>;
}

/** Enough turns for whatever awaits stores in memory; nothing waits for real. */
const TURNS = 40;

export function createFakeTime(start = Date.UTC(2025, 0, 15, 12)): FakeTime {
  let now = start;
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();

  async function settle(): Promise<void> {
    for (let count = 0; count < TURNS; count += 1) await turn();
  }

  return {
    clock: { now: () => now, today: () => new Date(now).toISOString().slice(0, 10) },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { at: now + ms, wake: () => (sleepers.delete(sleeper), resolve()) };
        sleepers.add(sleeper);
        if (signal.aborted) sleeper.wake();
        else signal.addEventListener('abort', sleeper.wake, { once: true });
      }),
    settle,
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        const next = [...sleepers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = Math.max(now, next.at);
        next.wake();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}

/** Time that passes as soon as somebody waits: for whoever waits alone. */
export function createHastyTime(start = Date.UTC(2025, 0, 15, 12)): Pick<FakeTime, 'clock' | 'wait'> {
  let now = start;
  return {
    clock: { now: () => now, today: () => new Date(now).toISOString().slice(0, 10) },
    wait: async (ms) => {
      now += ms;
    },
  };
}
