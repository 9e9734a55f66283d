import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Amount } from '../../src/domain/spending.ts';
import type { Account, Ledger } from '../../src/ports/ledger.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

const DAY = '2026-11-23';
const INFINITE = Number.POSITIVE_INFINITY;

function of(tokens: number, microDollars = 0): Amount {
  return { tokens, microDollars };
}

function account(name: string, tokens = INFINITE, microDollars = INFINITE): Account {
  return { name, limit: { tokens, microDollars } };
}

const TENANT = account('tenant', 100);

/** Reads first and books then, as one would write it without a guard. Nobody books before all have read. */
function withoutGuard(ledger: Ledger, callers: number): Ledger {
  const everybody = Promise.withResolvers<void>();
  let waiting = 0;
  return {
    ...ledger,
    async reserve(tenant, day, accounts, amount) {
      for (const { name, limit } of accounts) {
        if ((await ledger.spent(tenant, day, name)).tokens + amount.tokens > limit.tokens) return name;
      }
      waiting += 1;
      if (waiting === callers) everybody.resolve();
      await everybody.promise;
      const open = accounts.map(({ name }) => account(name));
      return ledger.reserve(tenant, day, open, amount);
    },
  };
}

/**
 * 200 callers, half of them in one channel, want 7 tokens at 3 micro-dollars each at the same time: of 1,000 and 300 for all
 * of them, and of 60 tokens in a channel.
 */
async function rush(ledger: Ledger) {
  const callers = Array.from({ length: 200 }, (_, index) => [
    account('tenant', 1_000, 300),
    account(`channel:${index < 100 ? 0 : index % 20}`, 60),
  ]);
  const outcomes = await Promise.all(callers.map((accounts) => ledger.reserve('main', DAY, accounts, of(7, 3))));
  const sums = await Promise.all(Array.from({ length: 20 }, (_, index) => ledger.spent('main', DAY, `channel:${index}`)));
  return {
    granted: outcomes.filter((outcome) => outcome === null).length,
    spent: await ledger.spent('main', DAY, 'tenant'),
    mostInAChannel: Math.max(...sums.map(({ tokens }) => tokens)),
    inAllChannels: sums.reduce((sum, { tokens }) => sum + tokens, 0),
  };
}

const NAMES = ['tenant', 'channel:a', 'channel:b', 'person:x'] as const;
const LIMITS: Readonly<Record<string, Account>> = {
  tenant: account('tenant', 2_000, 900),
  'channel:a': account('channel:a', 700),
  'channel:b': account('channel:b', INFINITE, 400.5),
  'person:x': account('person:x', 1_000, 500),
};
const amount: fc.Arbitrary<Amount> = fc.record({ tokens: fc.nat(400), microDollars: fc.nat(200) });
const names = fc.subarray([...NAMES], { minLength: 1 });

interface Step {
  readonly names: readonly string[];
  readonly reserved: Amount;
  /** Shares of what was reserved that are used; null for a reservation that stays open. */
  readonly used: number | null;
}

const step: fc.Arbitrary<Step> = fc.record({
  names,
  reserved: amount,
  used: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
});

async function expectWithinLimits(ledger: Ledger, day: string): Promise<void> {
  for (const { name, limit } of Object.values(LIMITS)) {
    const { tokens, microDollars } = await ledger.spent('main', day, name);
    expect(tokens).toBeLessThanOrEqual(limit.tokens);
    expect(microDollars).toBeLessThanOrEqual(limit.microDollars);
  }
}

/** Reserves and settles; what the step leaves booked, nothing when it was refused. */
async function take(ledger: Ledger, day: string, { names: to, reserved, used }: Step): Promise<Amount> {
  const accounts = to.flatMap((name) => LIMITS[name] ?? []);
  if ((await ledger.reserve('main', day, accounts, reserved)) !== null) return of(0);
  if (used === null) return reserved;
  const spent = of(Math.floor(reserved.tokens * used), Math.floor(reserved.microDollars * used));
  await ledger.settle('main', day, to, reserved, spent);
  return spent;
}

function booking(implementation: StoreImplementation): void {
  it('books up to the limit, and nothing of what would pass it', () =>
    withStores(implementation, async ({ ledger }) => {
      expect(await ledger.spent('main', DAY, 'tenant')).toEqual(of(0));
      expect(await ledger.reserve('main', DAY, [TENANT], of(101))).toBe('tenant');
      expect(await ledger.reserve('main', DAY, [TENANT], of(60))).toBeNull();
      expect(await ledger.reserve('main', DAY, [TENANT], of(41))).toBe('tenant');
      expect(await ledger.spent('main', DAY, 'tenant')).toEqual(of(60));
      expect(await ledger.reserve('main', DAY, [TENANT], of(40))).toBeNull();
      expect(await ledger.reserve('main', DAY, [TENANT], of(1))).toBe('tenant');
      expect(await ledger.spent('main', DAY, 'tenant')).toEqual(of(100));
      expect(await ledger.spent('main', '2026-11-24', 'tenant')).toEqual(of(0));
      expect(await ledger.reserve('main', '2026-11-24', [TENANT], of(100))).toBeNull();
    }));

  it('knows a limit in money beside the one in tokens', () =>
    withStores(implementation, async ({ ledger }) => {
      const both = [account('tenant', 100, 50)];
      expect(await ledger.reserve('main', DAY, both, of(10, 51))).toBe('tenant');
      expect(await ledger.reserve('main', DAY, both, of(10, 50))).toBeNull();
      expect(await ledger.reserve('main', DAY, both, of(10, 1))).toBe('tenant');
      expect(await ledger.reserve('main', DAY, both, of(90, 0))).toBeNull();
      expect(await ledger.reserve('main', DAY, both, of(1, 0))).toBe('tenant');
      expect(await ledger.spent('main', DAY, 'tenant')).toEqual(of(100, 50));
    }));

  it('knows a limit of nothing, and no limit at all', () =>
    withStores(implementation, async ({ ledger }) => {
      expect(await ledger.reserve('main', DAY, [account('tenant', 0)], of(1))).toBe('tenant');
      for (const _ of [1, 2]) expect(await ledger.reserve('main', DAY, [account('tenant')], of(1e12, 1e12))).toBeNull();
      expect(await ledger.spent('main', DAY, 'tenant')).toEqual(of(2e12, 2e12));
    }));

  it('books on all accounts or on none, and names the first that has no room', () =>
    withStores(implementation, async ({ ledger }) => {
      const [a, b] = [account('channel:a', 30), account('person:x', 20)];
      expect(await ledger.reserve('main', DAY, [TENANT, a, b], of(20))).toBeNull();
      expect(await ledger.reserve('main', DAY, [TENANT, a, b], of(11))).toBe('channel:a');
      expect(await ledger.reserve('main', DAY, [TENANT, b, a], of(11))).toBe('person:x');
      expect(await ledger.reserve('main', DAY, [TENANT, a, b], of(10))).toBe('person:x');
      expect(await ledger.reserve('main', DAY, [TENANT, a], of(10))).toBeNull();
      const spent = await Promise.all(['tenant', 'channel:a', 'person:x'].map((name) => ledger.spent('main', DAY, name)));
      expect(spent).toEqual([of(30), of(30), of(20)]);
    }));
}

function settling(implementation: StoreImplementation): void {
  it('replaces a reservation by what was used, less or more, and never falls below 0', () =>
    withStores(implementation, async ({ ledger }) => {
      const accounts = [TENANT, account('channel:a')];
      const to = accounts.map(({ name }) => name);
      const spent = () => Promise.all(to.map((name) => ledger.spent('main', DAY, name)));
      await ledger.reserve('main', DAY, accounts, of(50, 5));
      await ledger.reserve('main', DAY, accounts, of(50, 5));
      await ledger.settle('main', DAY, to, of(50, 5), of(20, 7));
      expect(await spent()).toEqual([of(70, 12), of(70, 12)]);
      await ledger.settle('main', DAY, to, of(50, 5), of(90, 0));
      expect(await spent()).toEqual([of(110, 7), of(110, 7)]);
      await ledger.settle('main', DAY, to, of(500, 500), of(0));
      expect(await spent()).toEqual([of(0), of(0)]);
      await ledger.settle('main', '2026-11-24', ['tenant'], of(10, 10), of(4, 4));
      expect(await ledger.spent('main', '2026-11-24', 'tenant')).toEqual(of(0));
    }));
}

function crowding(implementation: StoreImplementation): void {
  it('never passes a limit, however many reserve at once', () =>
    withStores(implementation, async ({ ledger }) => {
      // 8 of the crowd in one channel, and then 92 until the money ends: the tokens would allow 142.
      expect(await rush(ledger)).toEqual({ granted: 100, spent: of(700, 300), mostInAChannel: 56, inAllChannels: 700 });
    }));

  it('control: without the guard the same callers pass the limit', () =>
    withStores(implementation, async ({ ledger }) => {
      const { spent, mostInAChannel } = await rush(withoutGuard(ledger, 200));
      expect(spent.tokens).toBeGreaterThan(1_000);
      expect(mostInAChannel).toBeGreaterThan(60);
    }));

  it('never passes any limit through any steps at once, and books no more than the steps left', () =>
    withStores(implementation, async ({ ledger }) => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (rounds) => {
          // Each run has a day of its own, which spares opening a store.
          run += 1;
          const day = `day ${run}`;
          const sums = new Map(NAMES.map((name) => [name as string, of(0)]));
          for (const steps of rounds) {
            const left = await Promise.all(steps.map((one) => take(ledger, day, one)));
            await expectWithinLimits(ledger, day);
            for (const [index, { names: to }] of steps.entries()) {
              for (const name of to) {
                const [sum, more] = [sums.get(name) ?? of(0), left[index] ?? of(0)];
                sums.set(name, of(sum.tokens + more.tokens, sum.microDollars + more.microDollars));
              }
            }
          }
          for (const [name, sum] of sums) expect(await ledger.spent('main', day, name)).toEqual(sum);
        }),
        { numRuns: 40 },
      );
    }));
}

/** What holds for every ledger. */
export function ledgerContract(implementation: StoreImplementation): void {
  describe('ledger', () => {
    booking(implementation);
    settling(implementation);
    crowding(implementation);
  });
}
