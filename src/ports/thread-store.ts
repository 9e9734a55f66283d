import type { Channel } from '../domain/caller.ts';
import type { Thread } from '../domain/thread.ts';

/** Keeps conversations, so that a follow-up is understood after a restart too. */
export interface ThreadStore {
  /** `thread` null is the conversation of the channel itself. Null when the bot has said nothing there. */
  read(channel: Channel, thread: string | null): Promise<Thread | null>;
  /** Replaces what was kept, and forgets conversations that were last written before `forgetBefore` (milliseconds since 1970). */
  save(channel: Channel, thread: string | null, conversation: Thread, now: number, forgetBefore: number): Promise<void>;
}
