import type { Handle } from './handle.ts';

/** A place where people talk to the bot. */
export interface ChatLifecycle {
  /** Resolves once commands are being taken. */
  start(handle: Handle): Promise<void>;
  /** Takes no more commands and resolves when those under way are answered. */
  stop(): Promise<void>;
}
