import type { LocalDate } from './local-date.ts';

/** Days from `from` to `to`, both included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}
