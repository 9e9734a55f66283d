import type { Command } from '../domain/command.ts';
import type { Reply } from '../domain/reply.ts';

/** Where a command comes from. `id` means something to its adapter only. */
export interface Channel {
  readonly tenant: string;
  readonly adapter: string;
  readonly id: string;
}

/** What the bot does with a command. Never throws: what goes wrong is a reply too. */
export type Handle = (command: Command, channel: Channel) => Promise<Reply>;

/** A place where people talk to the bot. */
export interface ChatLifecycle {
  /** Resolves once commands are being taken. */
  start(handle: Handle): Promise<void>;
  /** Takes no more commands and resolves when those under way are answered. */
  stop(): Promise<void>;
}
