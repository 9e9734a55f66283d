import type { WebClient } from '@slack/web-api';
import { escapeMrkdwn } from './mrkdwn.ts';
import { cutLabel } from './weigh.ts';

const LEAST_MS = 1000;
const LONGEST = 100;

interface StatusThread {
  readonly clientOf: () => Promise<WebClient | null>;
  readonly channel: string;
  readonly thread: string;
}

interface Status extends StatusThread {
  readonly status: string;
}

interface Told {
  at: number;
  /** The newest status that waits; null when none does. */
  waiting: Status | null;
  /** The newest status that is on its way; null when none is. */
  sending: Promise<void> | null;
}

export interface StatusTeller {
  /** Shows what is being done in a thread: once a second at most, and of several statuses in a second only the newest. */
  tell(status: Status): Promise<void>;
  /**
   * To be called before something is posted into a thread: nothing that waits is shown any more. What it returns is for when
   * it was posted, which takes a status away: one that was on its way may have come later, and is taken away when it is there.
   */
  beforePost(thread: StatusThread): () => Promise<void>;
}

async function show({ clientOf, channel, thread, status }: Status): Promise<void> {
  try {
    const client = await clientOf();
    // Slack does not say what it reads into a status, and takes no `parse` for it.
    const text = status === '' ? '' : escapeMrkdwn(cutLabel(status, LONGEST).replaceAll('://', ': //'));
    await client?.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status: text });
  } catch {
    // A status that cannot be shown is not missed.
  }
}

export function createStatusTeller(now: () => number, wait: (ms: number) => Promise<void>): StatusTeller {
  const threads = new Map<string, Told>();
  const nameOf = ({ channel, thread }: StatusThread): string => `${channel} ${thread}`;

  function forgetOld(): void {
    for (const [name, { at, waiting, sending }] of threads)
      if (waiting === null && sending === null && now() - at >= LEAST_MS) threads.delete(name);
  }

  function send(told: Told, status: Status): Promise<void> {
    const sending = show(status).finally(() => {
      if (told.sending === sending) told.sending = null;
    });
    Object.assign(told, { at: now(), waiting: null, sending });
    return sending;
  }

  /** Nothing waits any more when something was posted meanwhile. */
  async function sendWaiting(told: Told): Promise<void> {
    if (told.waiting !== null) await send(told, told.waiting);
  }

  return {
    async tell(status) {
      forgetOld();
      const name = nameOf(status);
      const told = threads.get(name) ?? { at: -Infinity, waiting: null, sending: null };
      threads.set(name, told);
      if (told.waiting === null && now() - told.at >= LEAST_MS) return send(told, status);
      const isFirst = told.waiting === null;
      told.waiting = status;
      if (!isFirst) return;
      await wait(told.at + LEAST_MS - now());
      await sendWaiting(told);
    },
    beforePost(thread) {
      const told = threads.get(nameOf(thread));
      if (told) told.waiting = null;
      const late = told?.sending ?? null;
      return async () => {
        await late;
        // Whatever is told by now is about something else.
        if (told && late !== null && told.waiting === null && told.sending === null) await send(told, { ...thread, status: '' });
      };
    },
  };
}
