import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import { deliveryProperty } from './delivery-model.ts';
import { sketchInbound, sketchParts } from './sketch-chat.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

const THREE_DAYS_MS = 3 * 24 * 60 * 60 * 1000;

/** Freezes a group of two parts, posts the first and leaves the second to wait. */
async function postFirst(deliveries: DeliveryStore, group: string, now: number): Promise<void> {
  await deliveries.freeze(sketchParts(group, 2), now);
  await deliveries.begin(`${group}#0`, 1, now);
  await deliveries.end(`${group}#0`, 1, { state: 'posted', messageId: 'm' });
}

async function numbersOf(deliveries: DeliveryStore, group: string): Promise<readonly number[]> {
  return (await deliveries.partsOf(group)).map(({ number }) => number);
}

async function partOf(deliveries: DeliveryStore, key: string) {
  const parts = await deliveries.partsOf(key.split('#')[0] ?? '');
  return parts.find((part) => part.key === key);
}

/** Begins whatever attempt comes next, whichever was asked for. */
function withoutAttempts(deliveries: DeliveryStore): DeliveryStore {
  return {
    ...deliveries,
    begin: async (key, _, now) => deliveries.begin(key, ((await partOf(deliveries, key))?.attempt ?? 0) + 1, now),
  };
}

/** Looks first and begins then, as one would write it without a guard. */
function withoutGuard(deliveries: DeliveryStore): DeliveryStore {
  return {
    ...deliveries,
    async begin(key, attempt, now) {
      const part = await partOf(deliveries, key);
      if (part?.state !== 'composed' || part.attempt !== attempt - 1) return false;
      await deliveries.begin(key, attempt, now);
      return true;
    },
  };
}

/** 20 callers begin the same attempt at the same time. */
async function rush(deliveries: DeliveryStore): Promise<number> {
  await deliveries.freeze(sketchParts('rush', 1), 1);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => deliveries.begin('rush#0', 1, 5)));
  return outcomes.filter(Boolean).length;
}

/** What holds for every store of deliveries. */
export function deliveryStoreContract(implementation: StoreImplementation): void {
  const withDeliveries = (test: (deliveries: DeliveryStore) => Promise<void>) => () =>
    withStores(implementation, ({ deliveries }) => test(deliveries));

  describe('deliveries', () => {
    it(
      'keeps what was frozen first, and all of it in order',
      withDeliveries(async (deliveries) => {
        expect(await deliveries.partsOf('a')).toEqual([]);
        await deliveries.freeze([], 1);
        await deliveries.freeze(sketchParts('a', 3).toReversed(), 1);
        for (const count of [1, 2, 5]) await deliveries.freeze(sketchParts('a', count, 'another text'), 1);
        const start = { state: 'composed', attempt: 0, startedAt: null, messageId: null, reason: null };
        expect(await deliveries.partsOf('a')).toEqual(sketchParts('a', 3).map((part) => ({ ...part, ...start })));
      }),
    );

    it(
      'freezes nothing of a group of which one part cannot be kept',
      withDeliveries(async (deliveries) => {
        await deliveries.freeze(sketchParts('a', 2), 1);
        const clash = sketchParts('b', 3).map((part) => (part.number === 1 ? { ...part, key: 'a#1' } : part));
        await expect(deliveries.freeze(clash, 1)).rejects.toThrow(/unique/i);
        expect(await deliveries.partsOf('b')).toEqual([]);
        await expect(deliveries.freeze(sketchParts('b', 3).slice(1), 1)).rejects.toThrow(/begins with number 0/);
        expect(await deliveries.partsOf('b')).toEqual([]);
      }),
    );

    it(
      'forgets the token of a part for which nothing more will be sent',
      withDeliveries(async (deliveries) => {
        await deliveries.freeze(sketchParts('a', 4), 1);
        const ends = [{ state: 'posted', messageId: 'm' }, { state: 'dead', reason: 'no such channel' }, { state: 'composed' }] as const;
        for (const [number, end] of ends.entries()) {
          await deliveries.begin(`a#${number}`, 1, 5);
          await deliveries.end(`a#${number}`, 1, end);
        }
        const parts = await deliveries.partsOf('a');
        expect(parts.map(({ place }) => place.token === null)).toEqual([true, true, false, false]);
        expect(parts).toMatchObject([{ messageId: 'm' }, { reason: 'no such channel' }, { attempt: 1, startedAt: 5 }, { attempt: 0 }]);
      }),
    );

    it(
      'forgets parts that came to their end more than three days ago, and no others',
      withDeliveries(async (deliveries) => {
        await postFirst(deliveries, 'posted', 10);
        await deliveries.freeze(sketchParts('dead', 1), 10);
        await deliveries.begin('dead#0', 1, 10);
        await deliveries.end('dead#0', 1, { state: 'dead', reason: 'no such channel' });
        await deliveries.freeze(sketchParts('open', 1), 10);
        await deliveries.begin('open#0', 1, 10);
        await postFirst(deliveries, 'later', 11);
        await deliveries.freeze([], 10 + THREE_DAYS_MS);
        expect(await numbersOf(deliveries, 'posted')).toEqual([0, 1]);
        expect(await numbersOf(deliveries, 'dead')).toEqual([0]);
        await deliveries.freeze(sketchParts('new', 1), 11 + THREE_DAYS_MS);
        expect(await numbersOf(deliveries, 'posted'), 'what still waits is kept').toEqual([1]);
        expect(await numbersOf(deliveries, 'dead')).toEqual([]);
        expect(await numbersOf(deliveries, 'open'), 'whether it arrived is not known').toEqual([0]);
        expect(await numbersOf(deliveries, 'later')).toEqual([0, 1]);
        expect(await numbersOf(deliveries, 'new')).toEqual([0]);
      }),
    );

    it('never forgets a part of an act that is not finished, nor why its answer could not be posted', () =>
      withStores(implementation, async ({ deliveries, inbox }) => {
        const groups = ['act', 'act!', 'loud!', 'loud!!', 'other!'];
        for (const key of ['act', 'loud!', 'othe', 'other?']) await inbox.put(sketchInbound(key, key), 1);
        for (const group of groups) await postFirst(deliveries, group, 1);
        await inbox.take('ann', 10, 20, 1);
        const late = 2 + THREE_DAYS_MS;
        await deliveries.freeze([], late);
        const kept = async () => Promise.all(groups.map(async (group) => (await numbersOf(deliveries, group)).includes(0)));
        expect(await kept()).toEqual([true, true, true, true, false]);
        expect(await inbox.finish('ann', 'act', late)).toBe(true);
        await deliveries.freeze([], late);
        expect(await kept()).toEqual([false, false, true, true, false]);
      }));

    it(
      'begins an attempt once, however many ask at once',
      withDeliveries(async (deliveries) => expect(await rush(deliveries)).toBe(1)),
    );

    it(
      'control: without the guard several believe that they have begun it',
      withDeliveries(async (deliveries) => expect(await rush(withoutGuard(deliveries))).toBeGreaterThan(1)),
    );

    it(
      'goes through any sequence of steps as the states say',
      withDeliveries(async (deliveries) => fc.assert(deliveryProperty(deliveries), { numRuns: 20 })),
    );

    it(
      'control: the same property goes red when attempts are not compared',
      withDeliveries(async (deliveries) => {
        const { failed } = await fc.check(deliveryProperty(withoutAttempts(deliveries)), { numRuns: 500, endOnFailure: true });
        expect(failed).toBe(true);
      }),
    );
  });
}
