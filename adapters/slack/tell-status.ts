import type { WebClient } from '@slack/web-api';
import { cutLabel } from './legible.ts';
import { escapeMrkdwn } from './mrkdwn.ts';

const LEAST_MS = 1000;
const LONGEST = 100;

interface Status {
  readonly clientOf: () => Promise<WebClient | null>;
  readonly channel: string;
  readonly thread: string;
  readonly status: string;
}

interface Told {
  at: number;
  /** The newest status that waits; null when none does. */
  waiting: Status | null;
}

async function show({ clientOf, channel, thread, status }: Status): Promise<void> {
  try {
    const client = await clientOf();
    // Slack does not say what it reads into a status, and takes no `parse` for it.
    const text = escapeMrkdwn(cutLabel(status, LONGEST).replaceAll('://', ': //'));
    await client?.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status: text });
  } catch {
    // A status that cannot be shown is not missed.
  }
}

/** Shows what is being done in a thread: once a second at most, and of several statuses in a second only the newest. */
export function createStatusTeller(now: () => number, wait: (ms: number) => Promise<void>): (status: Status) => Promise<void> {
  const threads = new Map<string, Told>();
  return async (status) => {
    const name = `${status.channel} ${status.thread}`;
    const told = threads.get(name);
    if (told && (told.waiting !== null || now() - told.at < LEAST_MS)) {
      const isFirst = told.waiting === null;
      told.waiting = status;
      if (!isFirst) return;
      await wait(told.at + LEAST_MS - now());
    }
    const newest = told?.waiting ?? status;
    for (const [other, { at, waiting }] of threads) if (waiting === null && now() - at >= LEAST_MS) threads.delete(other);
    threads.set(name, { at: now(), waiting: null });
    await show(newest);
  };
}
