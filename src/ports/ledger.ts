import type { LocalDate } from '../domain/local-date.ts';
import type { Amount } from '../domain/spending.ts';

/** One of the accounts that a booking goes to. `name` is unique within a tenant. */
export interface Account {
  readonly name: string;
  /** What its sum of the day may not pass; Infinity for no limit. */
  readonly limit: Amount;
}

/** Counts what is spent on a day, for each account of a tenant. A reservation counts as spent until it is settled. */
export interface Ledger {
  /**
   * Books `amount` on all these accounts and returns null; or books it on none, and returns the name of the first whose
   * sum would pass its limit. Several processes may reserve at once.
   */
  reserve(tenant: string, day: LocalDate, accounts: readonly Account[], amount: Amount): Promise<string | null>;
  /** Replaces a reservation by what was used, on all accounts that it was booked on. No sum falls below 0. */
  settle(tenant: string, day: LocalDate, names: readonly string[], reserved: Amount, used: Amount): Promise<void>;
  /** Booked on that day, reservations included. */
  spent(tenant: string, day: LocalDate, name: string): Promise<Amount>;
}
