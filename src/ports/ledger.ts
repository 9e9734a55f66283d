import type { LocalDate } from '../domain/local-date.ts';

/** Counts the tokens that a tenant spends on a day. A reservation counts as spent until it is settled. */
export interface Ledger {
  /** Books `tokens` and returns true; books nothing and returns false when the day's sum would pass `limit`. */
  reserve(tenant: string, day: LocalDate, tokens: number, limit: number): Promise<boolean>;
  /** Replaces a reservation by what was used. */
  settle(tenant: string, day: LocalDate, reserved: number, used: number): Promise<void>;
  /** Booked on that day, reservations included. */
  spent(tenant: string, day: LocalDate): Promise<number>;
}
