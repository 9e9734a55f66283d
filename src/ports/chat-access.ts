import type { Channel, Role } from '../domain/caller.ts';

/** What a platform knows of people's rights. Asked of the platform itself, never taken from what a person sent. */
export interface ChatAccess {
  /** What the person may do there; `guest` where it cannot be found out. */
  roleOf(channel: Channel, person: string): Promise<Role>;
  /** Null when the bot may post there; otherwise what to do, in one sentence. */
  canPost(channel: Channel): Promise<string | null>;
  /** Takes a message of the bot away. Null when it is gone; otherwise why not, in one sentence. */
  retract(channel: Channel, messageId: string): Promise<string | null>;
}
