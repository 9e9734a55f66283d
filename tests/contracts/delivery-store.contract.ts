import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import { deliveryProperty } from './delivery-model.ts';
import { sketchParts } from './sketch-chat.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

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
  await deliveries.freeze(sketchParts('rush', 1));
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
        await deliveries.freeze([]);
        await deliveries.freeze(sketchParts('a', 3).toReversed());
        for (const count of [1, 2, 5]) await deliveries.freeze(sketchParts('a', count, 'another text'));
        const start = { state: 'composed', attempt: 0, startedAt: null, messageId: null, reason: null };
        expect(await deliveries.partsOf('a')).toEqual(sketchParts('a', 3).map((part) => ({ ...part, ...start })));
      }),
    );

    it(
      'freezes nothing of a group of which one part cannot be kept',
      withDeliveries(async (deliveries) => {
        await deliveries.freeze(sketchParts('a', 2));
        const clash = sketchParts('b', 3).map((part) => (part.number === 1 ? { ...part, key: 'a#1' } : part));
        await expect(deliveries.freeze(clash)).rejects.toThrow(/unique/i);
        expect(await deliveries.partsOf('b')).toEqual([]);
        await expect(deliveries.freeze(sketchParts('b', 3).slice(1))).rejects.toThrow(/begins with number 0/);
        expect(await deliveries.partsOf('b')).toEqual([]);
      }),
    );

    it(
      'forgets the token of a part for which nothing more will be sent',
      withDeliveries(async (deliveries) => {
        await deliveries.freeze(sketchParts('a', 4));
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
