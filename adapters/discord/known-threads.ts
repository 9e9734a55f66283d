import { type REST, Routes } from 'discord.js';
import type { ChannelPayload } from './channel-permissions.ts';
import { isThreadType } from './surroundings.ts';

/**
 * Which channel a thread is in, for threads that were opened while the bot listened and for channels that were asked for. The
 * SDK remembers those that were open before, and forgets one that is opened again.
 */
export interface KnownThreads {
  readonly add: (channel: string, parent: string | null) => void;
  readonly isKnown: (channel: string) => boolean;
  /** Null for what is no thread, and for what is not known. */
  readonly parentOf: (channel: string) => string | null;
  /** Asks Discord, once for all who want to know at the same time. What Discord does not tell stays unknown. */
  readonly ask: (channel: string) => Promise<void>;
}

const MOST = 5000;

export function createKnownThreads(rest: Pick<REST, 'get'>): KnownThreads {
  const known = new Map<string, string | null>();
  const asking = new Map<string, Promise<void>>();

  function add(channel: string, parent: string | null): void {
    known.delete(channel);
    known.set(channel, parent);
    if (known.size > MOST) known.delete(known.keys().next().value ?? '');
  }

  async function askNow(channel: string): Promise<void> {
    try {
      const { type, parent_id: parent = null } = (await rest.get(Routes.channel(channel))) as ChannelPayload;
      add(channel, isThreadType(type) ? parent : null);
    } catch {
      // Then it is taken for a channel of its own: an answer without what was said before is better than none.
    }
  }

  return {
    add,
    isKnown: (channel) => known.has(channel),
    parentOf: (channel) => known.get(channel) ?? null,
    ask: (channel) => {
      const asked = asking.get(channel) ?? askNow(channel).finally(() => asking.delete(channel));
      asking.set(channel, asked);
      return asked;
    },
  };
}
