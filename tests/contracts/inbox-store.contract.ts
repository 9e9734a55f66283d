import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InboxStore, TakenInbound } from '../../src/ports/inbox-store.ts';
import { inboxProperty } from './inbox-model.ts';
import { sketchChannel, sketchInbound } from './sketch-chat.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function keysOf(taken: readonly TakenInbound[]): string {
  return taken.map(({ inbound }) => inbound.key).join(' ');
}

/** Lets everybody finish what whoever took it last has. */
function withoutFencing(inbox: InboxStore): InboxStore {
  const owners = new Map<string, string>();
  return {
    ...inbox,
    async take(owner, ...rest) {
      const taken = await inbox.take(owner, ...rest);
      for (const { inbound } of taken) owners.set(inbound.key, owner);
      return taken;
    },
    finish: (owner, key, now) => inbox.finish(owners.get(key) ?? owner, key, now),
  };
}

/** Gives every entry a lane of its own. */
function withoutLanes(inbox: InboxStore): InboxStore {
  return { ...inbox, put: (inbound, now) => inbox.put({ ...inbound, lane: inbound.key }, now) };
}

/** Lets go of an entry by shortening its owner's hold, which that owner then renews with all the rest. */
function withoutRelease(inbox: InboxStore): InboxStore {
  return { ...inbox, release: (owner, _, retryAt) => inbox.hold(owner, retryAt) };
}

const CONTROLS = [
  ['anybody may finish anything', withoutFencing],
  ['lanes are not kept', withoutLanes],
  ['what is let go still has its owner', withoutRelease],
] as const;

/** What holds for every inbox. */
export function inboxStoreContract(implementation: StoreImplementation): void {
  const withInbox = (test: (inbox: InboxStore) => Promise<void>) => () => withStores(implementation, ({ inbox }) => test(inbox));

  describe('inbox', () => {
    it(
      'gives back exactly what was put, oldest first, and one of each lane',
      withInbox(async (inbox) => {
        for (const [key, lane] of ['b1', 'a1', 'a2', 'c1'].map((name) => [name, name.slice(0, 1)] as const)) {
          expect(await inbox.put(sketchInbound(key, lane), 1)).toBe(true);
        }
        expect(await inbox.take('ann', 10, 20, 0)).toEqual([]);
        const taken = await inbox.take('ann', 10, 20, 2);
        expect(taken).toEqual([
          { inbound: sketchInbound('b1', 'b'), attempt: 1 },
          { inbound: sketchInbound('a1', 'a'), attempt: 1 },
        ]);
        expect(keysOf(await inbox.take('ben', 10, 20, 9))).toBe('c1');
        expect(await inbox.finish('ann', 'a1', 11)).toBe(true);
        expect(await inbox.finish('ann', 'a1', 11)).toBe(false);
        expect(keysOf(await inbox.take('ben', 12, 20, 9))).toBe('a2');
      }),
    );

    it(
      'takes what came after its time again, and the first owner has lost it',
      withInbox(async (inbox) => {
        await inbox.put(sketchInbound('a', 'lane'), 1);
        await inbox.take('ann', 10, 20, 1);
        expect(await inbox.take('ben', 19, 30, 1)).toEqual([]);
        await inbox.hold('ann', 25);
        expect(await inbox.take('ben', 20, 30, 1)).toEqual([]);
        expect(await inbox.take('ben', 25, 30, 1)).toMatchObject([{ attempt: 2 }]);
        expect(await inbox.finish('ann', 'a', 26)).toBe(false);
        await inbox.hold('ann', 99);
        await inbox.hold('ben', 5);
        expect(await inbox.take('ann', 26, 40, 1)).toMatchObject([{ attempt: 3 }]);
        expect(await inbox.finish('ben', 'a', 27)).toBe(false);
        expect(await inbox.finish('ann', 'a', 27)).toBe(true);
      }),
    );

    it(
      'lets one entry go until it may be tried again, whatever its owner holds, and its lane waits for it',
      withInbox(async (inbox) => {
        for (const [key, lane] of [
          ['a1', 'a'],
          ['a2', 'a'],
          ['b1', 'b'],
        ] as const)
          await inbox.put(sketchInbound(key, lane), 1);
        expect(keysOf(await inbox.take('ann', 10, 20, 9))).toBe('a1 b1');
        await inbox.release('ben', 'a1', 0);
        expect(await inbox.take('ben', 19, 30, 9), 'nobody lets go what another has').toEqual([]);
        await inbox.release('ann', 'a1', 15);
        await inbox.hold('ann', 99);
        expect(await inbox.finish('ann', 'a1', 12)).toBe(false);
        expect(await inbox.take('ben', 14, 30, 9)).toEqual([]);
        expect(await inbox.take('ann', 14, 30, 9)).toEqual([]);
        expect(await inbox.take('ben', 15, 30, 9)).toEqual([{ inbound: sketchInbound('a1', 'a'), attempt: 2 }]);
        expect(await inbox.finish('ben', 'a1', 16)).toBe(true);
        await inbox.release('ben', 'a1', 0);
        expect(keysOf(await inbox.take('ben', 17, 30, 9)), 'what is finished stays finished').toBe('a2');
        expect(await inbox.finish('ann', 'b1', 98), 'the rest is still held').toBe(true);
      }),
    );

    it(
      'knows a key for three days after it was handled, and as long as it takes before',
      withInbox(async (inbox) => {
        const first = sketchInbound('a', 'lane');
        await inbox.put(first, 0);
        expect(await inbox.put({ ...first, lane: 'another' }, 9 * DAY_MS)).toBe(false);
        expect(await inbox.take('ann', 9 * DAY_MS, 10 * DAY_MS, 9)).toEqual([{ inbound: first, attempt: 1 }]);
        await inbox.finish('ann', 'a', 9 * DAY_MS);
        expect(await inbox.put(first, 12 * DAY_MS)).toBe(false);
        expect(await inbox.take('ann', 12 * DAY_MS, 13 * DAY_MS, 9)).toEqual([]);
        expect(await inbox.put(first, 12 * DAY_MS + 1)).toBe(true);
        expect(await inbox.take('ann', 13 * DAY_MS, 14 * DAY_MS, 9)).toEqual([{ inbound: first, attempt: 1 }]);
      }),
    );

    it(
      'keeps tenants and adapters apart that use the same keys and lanes',
      withInbox(async (inbox) => {
        const channels = [sketchChannel('ours'), sketchChannel('theirs'), { ...sketchChannel('ours'), adapter: 'other' }];
        for (const channel of channels) {
          expect(await inbox.put(sketchInbound('a', 'lane', channel), 1)).toBe(true);
          expect(await inbox.put(sketchInbound('a', 'lane', channel), 1)).toBe(false);
        }
        // One after the other, because who finishes `a` must know which.
        for (const channel of channels) {
          const taken = await inbox.take('ann', 10, 20, 9);
          expect(taken).toEqual([{ inbound: sketchInbound('a', 'lane', channel), attempt: 1 }]);
          expect(await inbox.finish('ann', 'a', 11)).toBe(true);
        }
        for (const [index, channel] of channels.entries()) await inbox.put(sketchInbound(`b${index}`, 'lane', channel), 12);
        expect(keysOf(await inbox.take('ann', 12, 20, 9))).toBe('b0 b1 b2');
      }),
    );

    it(
      'never gives the same to two who ask at once',
      withInbox(async (inbox) => {
        const keys = Array.from({ length: 30 }, (_, index) => `key ${index}`);
        for (const key of keys) await inbox.put(sketchInbound(key, key), 1);
        const taken = await Promise.all(Array.from({ length: 20 }, (_, index) => inbox.take(`owner ${index}`, 10, 20, 2)));
        expect(
          taken
            .flat()
            .map(({ inbound }) => inbound.key)
            .toSorted(),
        ).toEqual(keys.toSorted());
      }),
    );

    it(
      'answers any sequence of calls as a list would: one owner, lanes in order, nothing lost',
      withInbox(async (inbox) => fc.assert(inboxProperty(inbox, inbox), { numRuns: 20 })),
    );

    it.each(CONTROLS)('control: the same property goes red when %s', (_, spoil) =>
      withStores(implementation, async ({ inbox }) => {
        const { failed } = await fc.check(inboxProperty(spoil(inbox), inbox), { numRuns: 500, endOnFailure: true });
        expect(failed).toBe(true);
      }),
    );
  });
}
