import type { LocalDate } from '../../domain/local-date.ts';
import { type Amount, accountOf, type DailyLimits, PAYERS, type Payer, type Spender } from '../../domain/spending.ts';
import type { Ledger } from '../../ports/ledger.ts';

/** An amount that is booked on every account of a spender. */
export interface Reservation {
  /** Replaces it by what was used. Once. */
  settle(used: Amount): Promise<void>;
}

/** A reservation, or whose budget has no room for it. */
export type Reserve = (day: LocalDate, amount: Amount) => Promise<Reservation | Payer>;

/**
 * Reserves for one reply. Where there is no room because of what the same reply has booked and not settled, it waits: most
 * of that will be free again, and a budget is not spent as long as it is only booked.
 */
export function createReserving(ledger: Ledger, limits: DailyLimits, spender: Spender): Reserve {
  const { tenant } = spender.channel;
  const accounts = PAYERS.flatMap((payer) => {
    const name = accountOf(payer, spender);
    return name === null ? [] : [{ payer, name, limit: limits[payer] }];
  });
  const names = accounts.map(({ name }) => name);
  const underWay = new Set<Promise<void>>();
  let turn: Promise<unknown> = Promise.resolve();

  function open(day: LocalDate, reserved: Amount): Reservation {
    const { promise, resolve } = Promise.withResolvers<void>();
    underWay.add(promise);
    return {
      settle: (used) =>
        ledger.settle(tenant, day, names, reserved, used).finally(() => {
          underWay.delete(promise);
          resolve();
        }),
    };
  }

  async function reserve(day: LocalDate, amount: Amount): Promise<Reservation | Payer> {
    for (;;) {
      const before = [...underWay];
      const full = await ledger.reserve(tenant, day, accounts, amount);
      if (full === null) return open(day, amount);
      if (before.length === 0) return accounts.find(({ name }) => name === full)?.payer ?? 'tenant';
      await Promise.race(before);
    }
  }

  return (day, amount) => {
    // One after the other: two that wait must see what each has booked.
    const reserved = turn.then(() => reserve(day, amount));
    turn = reserved.catch(() => undefined);
    return reserved;
  };
}
