import { localDateAt } from '../../src/domain/local-date.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** The machine's time, with today as it is in an IANA zone. */
export function createClock(zone: string, now: () => number = Date.now): Clock {
  return { now, today: () => localDateAt(now(), zone) };
}
