import type { Answer } from '../domain/answer.ts';
import type { Brief } from '../domain/brief.ts';

/** Narrows a list of replies; what is left out does not narrow. */
export interface ReplyFilter {
  /** Briefs on the topic with this slug only. */
  readonly topic?: string | undefined;
  /** Replies that were saved before the one with this id only; none when there is no such reply. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Keeps every brief and answer as it was given. */
export interface ReplyStore {
  /** `key` stands for what the reply was made from, so that the same need not be made again; null where that is not wanted. */
  save(tenant: string, reply: Brief | Answer, key: string | null): Promise<void>;
  /** Null when there is none with this id. */
  get(tenant: string, id: string): Promise<Brief | Answer | null>;
  /** The newest reply that was saved under this key; null when there is none. */
  madeFrom(tenant: string, key: string): Promise<Brief | Answer | null>;
  /** The newest saved first. */
  list(tenant: string, filter: ReplyFilter): Promise<readonly (Brief | Answer)[]>;
}
