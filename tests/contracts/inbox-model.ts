import fc from 'fast-check';
import { expect } from 'vitest';
import type { InboxStore } from '../../src/ports/inbox-store.ts';
import { sketchInbound } from './sketch-chat.ts';

type Step =
  | { readonly kind: 'put'; readonly number: number }
  | { readonly kind: 'take'; readonly owner: string; readonly forMs: number; readonly limit: number }
  | { readonly kind: 'hold'; readonly owner: string; readonly forMs: number }
  | { readonly kind: 'release'; readonly owner: string; readonly number: number; readonly afterMs: number }
  | { readonly kind: 'finish'; readonly owner: string; readonly number: number };

interface Entry {
  readonly number: number;
  readonly lane: number;
  owner: string | null;
  leaseUntil: number;
  attempt: number;
  finished: boolean;
}

/** Few keys, lanes and owners, so that they meet often. */
const LANES = 3;
const number = fc.nat(7);
const owner = fc.constantFrom('ann', 'ben');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('put'), number }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('take'), owner, forMs: fc.integer({ min: 1, max: 20 }), limit: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hold'), owner, forMs: fc.integer({ min: -5, max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('release'), owner, number, afterMs: fc.integer({ min: -5, max: 20 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('finish'), owner, number }) },
);
const timedStep = fc.record({ afterMs: fc.nat(10), step });

function isHeld({ owner: holder, leaseUntil, finished }: Entry, now: number): boolean {
  return holder !== null && leaseUntil > now && !finished;
}

function heldBy(
  entries: readonly Entry[],
  { owner: holder, number: wanted }: Extract<Step, { readonly number: number; readonly owner: string }>,
) {
  return entries.find((one) => one.number === wanted && one.owner === holder && !one.finished);
}

/** The port's sentences over a list: what a step gives, and what the list is afterwards. */
function expected(entries: Entry[], next: Step, now: number): unknown {
  switch (next.kind) {
    case 'put': {
      if (entries.some((entry) => entry.number === next.number)) return false;
      entries.push({ number: next.number, lane: next.number % LANES, owner: null, leaseUntil: 0, attempt: 0, finished: false });
      return true;
    }
    case 'take': {
      const open = entries.filter(({ finished }) => !finished);
      const heads = open.filter((entry) => open.find(({ lane }) => lane === entry.lane) === entry);
      const taken = heads.filter(({ leaseUntil }) => leaseUntil <= now).slice(0, next.limit);
      for (const entry of taken) Object.assign(entry, { owner: next.owner, leaseUntil: now + next.forMs, attempt: entry.attempt + 1 });
      return taken.map((entry) => ({ number: entry.number, attempt: entry.attempt }));
    }
    case 'hold': {
      const theirs = entries.filter((entry) => entry.owner === next.owner && !entry.finished);
      for (const entry of theirs) entry.leaseUntil = now + next.forMs;
      return undefined;
    }
    case 'release': {
      const entry = heldBy(entries, next);
      if (entry) Object.assign(entry, { owner: null, leaseUntil: now + next.afterMs });
      return undefined;
    }
    case 'finish': {
      const entry = heldBy(entries, next);
      if (entry) entry.finished = true;
      return entry !== undefined;
    }
    default:
      return next satisfies never;
  }
}

async function perform(inbox: InboxStore, run: number, next: Step, now: number): Promise<unknown> {
  switch (next.kind) {
    case 'put':
      return inbox.put(sketchInbound(`${run}:${next.number}`, `${run}:${next.number % LANES}`), now);
    case 'take': {
      const taken = await inbox.take(next.owner, now, now + next.forMs, next.limit);
      return taken.map(({ inbound, attempt }) => ({ number: Number(inbound.key.split(':')[1]), attempt }));
    }
    case 'hold':
      return inbox.hold(next.owner, now + next.forMs);
    case 'release':
      return inbox.release(next.owner, `${run}:${next.number}`, now + next.afterMs);
    case 'finish':
      return inbox.finish(next.owner, `${run}:${next.number}`, now);
    default:
      return next satisfies never;
  }
}

/** Finishes whatever is open, by everybody's leave, and says what it was. */
async function drain(inbox: InboxStore, now: number): Promise<readonly string[]> {
  const drained: string[] = [];
  for (;;) {
    const taken = await inbox.take('drain', now, now, 100);
    if (taken.length === 0) return drained;
    for (const { inbound } of taken) await inbox.finish('drain', inbound.key, now);
    drained.push(...taken.map(({ inbound }) => inbound.key));
  }
}

/** Longer than keys are remembered, so that runs do not meet. */
const RUN_MS = 1e9;

/**
 * The property that an inbox answers every sequence of calls as the list does. That the list itself never has two held
 * in a lane is asserted too, and what is open at the end is handled in the order of its lane: nothing is lost.
 */
export function inboxProperty(inbox: InboxStore, plain: InboxStore) {
  let run = 0;
  return fc.asyncProperty(fc.array(timedStep, { minLength: 10, maxLength: 25 }), async (steps) => {
    run += 1;
    let now = run * RUN_MS;
    const entries: Entry[] = [];
    let drained: readonly string[] = [];
    try {
      for (const { afterMs, step: next } of steps) {
        now += afterMs;
        expect(await perform(inbox, run, next, now)).toEqual(expected(entries, next, now));
        const lanes = entries.filter((entry) => isHeld(entry, now)).map(({ lane }) => lane);
        expect(new Set(lanes).size).toBe(lanes.length);
      }
    } finally {
      drained = await drain(plain, now + 1_000);
    }
    for (let lane = 0; lane < LANES; lane += 1) {
      const open = entries.filter((entry) => entry.lane === lane && !entry.finished).map((entry) => `${run}:${entry.number}`);
      expect(drained.filter((key) => Number(key.split(':')[1]) % LANES === lane)).toEqual(open);
    }
  });
}
