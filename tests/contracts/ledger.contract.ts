import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/ports/ledger.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

const DAY = '2026-11-23';
const NO_LIMIT = Number.POSITIVE_INFINITY;

/** Reads first and books then, as one would write it without a guard. */
function withoutGuard(ledger: Ledger): Ledger {
  return {
    ...ledger,
    async reserve(tenant, day, tokens, limit) {
      if ((await ledger.spent(tenant, day)) + tokens > limit) return false;
      return ledger.reserve(tenant, day, tokens, NO_LIMIT);
    },
  };
}

/** 50 callers want 7 tokens each at the same time, of 100. */
async function rush(ledger: Ledger) {
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => ledger.reserve('main', DAY, 7, 100)));
  return { granted: outcomes.filter(Boolean).length, spent: await ledger.spent('main', DAY) };
}

type Step =
  | { readonly kind: 'reserve'; readonly tokens: number; readonly limit: number }
  | { readonly kind: 'settle'; readonly reserved: number; readonly used: number };

const tokens = fc.nat(1_000);
const limit = fc.oneof(fc.nat(3_000), fc.constant(NO_LIMIT), fc.double({ min: 0, max: 3_000, noNaN: true }));
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('reserve'), tokens, limit }),
  fc.record({ kind: fc.constant('settle'), reserved: tokens, used: tokens }),
);

/** What the sum is after a step, and whether a reservation is granted: the port's sentences as arithmetic. */
function expected(sum: number, next: Step): { readonly sum: number; readonly granted: boolean } {
  if (next.kind === 'settle') return { sum: Math.max(0, sum - next.reserved + next.used), granted: true };
  const granted = sum + next.tokens <= next.limit;
  return { sum: granted ? sum + next.tokens : sum, granted };
}

async function take(ledger: Ledger, day: string, next: Step): Promise<boolean> {
  if (next.kind === 'reserve') return ledger.reserve('main', day, next.tokens, next.limit);
  await ledger.settle('main', day, next.reserved, next.used);
  return true;
}

/** What holds for every ledger. */
export function ledgerContract(implementation: StoreImplementation): void {
  describe('ledger', () => {
    it('books up to the limit, and nothing of what would pass it', () =>
      withStores(implementation, async ({ ledger }) => {
        expect(await ledger.spent('main', DAY)).toBe(0);
        expect(await ledger.reserve('main', DAY, 101, 100)).toBe(false);
        expect(await ledger.reserve('main', DAY, 60, 100)).toBe(true);
        expect(await ledger.reserve('main', DAY, 41, 100)).toBe(false);
        expect(await ledger.spent('main', DAY)).toBe(60);
        expect(await ledger.reserve('main', DAY, 40, 100)).toBe(true);
        expect(await ledger.reserve('main', DAY, 1, 100)).toBe(false);
        expect(await ledger.spent('main', DAY)).toBe(100);
        expect(await ledger.spent('main', '2026-11-24')).toBe(0);
        expect(await ledger.reserve('main', '2026-11-24', 100, 100)).toBe(true);
      }));

    it('knows a limit of nothing, and no limit at all', () =>
      withStores(implementation, async ({ ledger }) => {
        expect(await ledger.reserve('main', DAY, 1, 0)).toBe(false);
        for (const _ of [1, 2]) expect(await ledger.reserve('main', DAY, 1e12, NO_LIMIT)).toBe(true);
        expect(await ledger.spent('main', DAY)).toBe(2e12);
      }));

    it('replaces a reservation by what was used, less or more, and never falls below 0', () =>
      withStores(implementation, async ({ ledger }) => {
        await ledger.reserve('main', DAY, 50, 100);
        await ledger.reserve('main', DAY, 50, 100);
        await ledger.settle('main', DAY, 50, 20);
        expect(await ledger.spent('main', DAY)).toBe(70);
        await ledger.settle('main', DAY, 50, 90);
        expect(await ledger.spent('main', DAY)).toBe(110);
        await ledger.settle('main', DAY, 500, 0);
        expect(await ledger.spent('main', DAY)).toBe(0);
        await ledger.settle('main', '2026-11-24', 10, 4);
        expect(await ledger.spent('main', '2026-11-24')).toBe(0);
      }));

    it('never passes the limit, however many reserve at once', () =>
      withStores(implementation, async ({ ledger }) => {
        expect(await rush(ledger)).toEqual({ granted: 14, spent: 98 });
      }));

    it('control: without the guard the same callers pass the limit', () =>
      withStores(implementation, async ({ ledger }) => {
        expect((await rush(withoutGuard(ledger))).spent).toBeGreaterThan(100);
      }));

    it('keeps the sum right through any sequence of reserving and settling', () =>
      withStores(implementation, async ({ ledger }) => {
        let run = 0;
        await fc.assert(
          fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
            // Each run has a day of its own, which spares opening a store.
            run += 1;
            const day = `day ${run}`;
            let sum = 0;
            for (const next of steps) {
              const model = expected(sum, next);
              expect(await take(ledger, day, next)).toBe(model.granted);
              sum = model.sum;
              expect(await ledger.spent('main', day)).toBe(sum);
            }
          }),
          { numRuns: 50 },
        );
      }));
  });
}
