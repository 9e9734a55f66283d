import type { Refused } from './refusals.ts';

/** How long a place that refused is not asked again. Discord shuts out a bot that is refused 10,000 times in ten minutes. */
const REFUSED_FOR_MS = 60_000;
/** Far more than are ever closed at once; beyond that the oldest is forgotten. */
const MOST = 10_000;

/** Remembers which places take no messages for now. Others go on. */
export interface ChannelGate {
  /** Milliseconds until it may be called again; 0 when it may now. */
  left(place: string): number;
  close(place: string, forMs: number): void;
  /** What it refused with a moment ago; null when it may be tried. */
  refusal(place: string): Refused | null;
  refuse(place: string, refused: Refused): void;
}

interface Shut {
  readonly until: number;
  readonly refused: Refused | null;
}

export function createChannelGate(now: () => number): ChannelGate {
  const shut = new Map<string, Shut>();

  function at(place: string): Shut | null {
    const found = shut.get(place);
    if (!found || found.until > now()) return found ?? null;
    shut.delete(place);
    return null;
  }

  function set(place: string, forMs: number, refused: Refused | null): void {
    const oldest = shut.keys().next().value;
    if (shut.size >= MOST && oldest !== undefined) shut.delete(oldest);
    shut.set(place, { until: now() + forMs, refused });
  }

  return {
    left: (place) => {
      const found = at(place);
      return found?.refused === null ? found.until - now() : 0;
    },
    close: (place, forMs) => set(place, forMs, null),
    refusal: (place) => at(place)?.refused ?? null,
    refuse: (place, refused) => set(place, REFUSED_FOR_MS, refused),
  };
}
