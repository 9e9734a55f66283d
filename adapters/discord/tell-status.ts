import { type REST, Routes } from 'discord.js';

/** Discord shows that somebody types for ten seconds. */
const EVERY_MS = 8000;

/** Shows that the bot types in a channel: all that Discord can show. At most once in eight seconds. */
export function createTypingTeller(rest: REST, now: () => number, timeoutMs: number): (channel: string) => Promise<void> {
  const shownAt = new Map<string, number>();
  return async (channel) => {
    for (const [other, at] of shownAt) if (now() - at >= EVERY_MS) shownAt.delete(other);
    if (shownAt.has(channel)) return;
    shownAt.set(channel, now());
    try {
      await rest.post(Routes.channelTyping(channel), { signal: AbortSignal.timeout(timeoutMs) });
    } catch {
      // A status that cannot be shown is not missed.
    }
  };
}
