/** Threads that were opened while the bot listened. The SDK remembers those that were open before, and forgets one that is opened again. */
interface KnownThreads {
  readonly add: (channel: string) => void;
  readonly has: (channel: string) => boolean;
}

const MOST = 5000;

export function createKnownThreads(): KnownThreads {
  const known = new Set<string>();
  return {
    add: (channel) => {
      known.delete(channel);
      known.add(channel);
      if (known.size > MOST) known.delete(known.keys().next().value ?? '');
    },
    has: (channel) => known.has(channel),
  };
}
