import type { Inbound } from '../domain/inbound.ts';
import type { Topic } from '../domain/topic.ts';

/**
 * Takes an act in. Resolves once it is kept, and only then may the platform be told that it arrived: whatever happens
 * afterwards, it will be handled. The same key again changes nothing.
 */
export type Receive = (inbound: Inbound) => Promise<void>;

/** What a platform may ask before it knows what a person wants. It waits for nothing but the store: a person is typing. */
export interface Suggesting {
  /** Topics whose name begins with or holds what was typed; all for nothing typed. */
  topics(tenant: string, typed: string): Promise<readonly Topic[]>;
}

/** A place where people talk to the bot. */
export interface ChatLifecycle {
  /**
   * Resolves once acts are being taken.
   * @throws UserError with one line that says what to do, where the platform will not have it.
   */
  start(receive: Receive, suggesting: Suggesting): Promise<void>;
  /** Takes nothing more in. */
  stop(): Promise<void>;
}
