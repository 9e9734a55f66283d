import type { LocalDate } from '../domain/local-date.ts';

/** The time, as told to the core. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Today in the tenant's zone. */
  today(): LocalDate;
}
