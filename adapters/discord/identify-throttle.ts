import type { Logger } from '../../src/ports/logger.ts';
import type { Pause } from './keep-trying.ts';
import { isLow, type SessionBudget } from './session-budget.ts';

interface ThrottleOptions {
  readonly budget: () => Promise<SessionBudget>;
  readonly logger: Logger;
  readonly pause: Pause;
  readonly now: () => number;
}

/** What lets a shard begin a session, for the SDK. */
export interface IdentifyThrottle {
  /** Resolves when the shard may. Rejects when the signal says stop. */
  readonly waitForIdentify: (shardId: number, signal: AbortSignal) => Promise<void>;
}

/** Discord's own rule for shards that begin one after the other. */
const APART_MS = 5000;
/** A session that begins again and again within this time is begun ever more slowly: then 150 a day at most, of a thousand. */
const REMEMBERED_MS = 60 * 60 * 1000;
const LONGEST_WAIT_MS = 10 * 60 * 1000;

/** Asks what is left; where it cannot be asked, the ever longer waits have to do. */
async function askBudget(budget: ThrottleOptions['budget']): Promise<SessionBudget | null> {
  try {
    return await budget();
  } catch {
    return null;
  }
}

/**
 * Lets shards begin sessions no faster than Discord allows, and one that fails at it ever more slowly: the SDK begins a new
 * one at once, and a gateway that ends each would use up the day's thousand in an hour and a half.
 */
export function createIdentifyThrottle({ budget, logger, pause, now }: ThrottleOptions): IdentifyThrottle {
  const begun = new Map<number, readonly number[]>();
  const free = new Map<number, number>();
  let atOnce = 1;

  async function waitUntil(at: number, signal: AbortSignal): Promise<void> {
    const left = at - now();
    if (left > 0) await pause(left, signal);
    signal.throwIfAborted();
  }

  async function waitForBudget(signal: AbortSignal): Promise<void> {
    const left = await askBudget(budget);
    if (left === null) return;
    atOnce = left.atOnce;
    if (!isLow(left)) return;
    logger.error('Discord lets this bot connect only a few more times: it waits until there are more', {
      remaining: left.remaining,
      afterMs: left.resetAfterMs,
    });
    await waitUntil(now() + left.resetAfterMs, signal);
  }

  return {
    async waitForIdentify(shardId, signal) {
      const recent = (begun.get(shardId) ?? []).filter((at) => at > now() - REMEMBERED_MS);
      const last = recent.at(-1);
      if (last !== undefined) {
        await waitUntil(last + Math.min(LONGEST_WAIT_MS, APART_MS * 2 ** (recent.length - 1)), signal);
        await waitForBudget(signal);
      }
      const bucket = shardId % atOnce;
      const at = Math.max(now(), free.get(bucket) ?? 0);
      free.set(bucket, at + APART_MS);
      await waitUntil(at, signal);
      begun.set(shardId, [...recent, at]);
    },
  };
}
