/** Where the bot was lately spoken to or spoke itself, and what was last said there. */
export interface RecentChannel {
  readonly guild: string | null;
  readonly channel: string;
  /** The newest message that was seen. */
  readonly after: string;
}

interface Seen extends RecentChannel {
  /** When the bot was last spoken to there, or spoke. */
  readonly at: number;
}

export interface RecentChannels {
  /** Notes a message. Others than those to or from the bot only move on what was last seen. */
  note(message: Omit<RecentChannel, 'after'> & { readonly id: string; readonly concernsBot: boolean }): void;
  /** As they are now, the latest first. */
  list(): readonly RecentChannel[];
}

const KEPT_MS = 24 * 60 * 60 * 1000;
const MOST = 50;

export function createRecentChannels(now: () => number): RecentChannels {
  const seen = new Map<string, Seen>();

  function forgetOld(): void {
    for (const [channel, { at }] of seen) if (at <= now() - KEPT_MS) seen.delete(channel);
    while (seen.size > MOST) seen.delete(seen.keys().next().value ?? '');
  }

  return {
    note({ guild, channel, id, concernsBot }) {
      const known = seen.get(channel);
      if (!concernsBot && known === undefined) return;
      // Put in anew, so that the one that was silent for longest comes first.
      if (concernsBot) seen.delete(channel);
      seen.set(channel, { guild, channel, after: id, at: concernsBot ? now() : (known?.at ?? now()) });
      forgetOld();
    },
    list: () => {
      forgetOld();
      return [...seen.values()].map(({ guild, channel, after }) => ({ guild, channel, after })).toReversed();
    },
  };
}
