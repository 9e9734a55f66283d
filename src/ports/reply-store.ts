import type { Answer } from '../domain/answer.ts';
import type { Brief } from '../domain/brief.ts';

/** Keeps every brief and answer as it was given. */
export interface ReplyStore {
  /** `key` stands for what the reply was made from, so that the same need not be made again; null where that is not wanted. */
  save(tenant: string, reply: Brief | Answer, key: string | null): Promise<void>;
  /** Null when there is none with this id. */
  get(tenant: string, id: string): Promise<Brief | Answer | null>;
  /** The newest reply that was saved under this key; null when there is none. */
  madeFrom(tenant: string, key: string): Promise<Brief | Answer | null>;
}
