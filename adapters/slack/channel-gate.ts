/** Remembers until when a channel, or a method, takes no calls. Others go on. */
export interface ChannelGate {
  /** Milliseconds until it may be called again; 0 when it may now. */
  left(key: string): number;
  close(key: string, forMs: number): void;
}

export function createChannelGate(now: () => number): ChannelGate {
  const closedUntil = new Map<string, number>();
  return {
    left: (key) => {
      const left = (closedUntil.get(key) ?? 0) - now();
      if (left <= 0) closedUntil.delete(key);
      return Math.max(0, left);
    },
    close: (key, forMs) => void closedUntil.set(key, now() + forMs),
  };
}
