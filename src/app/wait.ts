import { setTimeout as delay } from 'node:timers/promises';
import type { Wait } from '../delivery/chats.ts';

/** Waits, or not any longer once the signal says stop. */
export const wait: Wait = async (ms, signal) => {
  await delay(ms, undefined, { signal }).catch(() => undefined);
};
