import type { Answer } from '../domain/answer.ts';
import type { Brief } from '../domain/brief.ts';

/** Keeps every brief and answer as it was given. */
export interface ReplyStore {
  save(tenant: string, reply: Brief | Answer): Promise<void>;
  /** Null when there is none with this id. */
  get(tenant: string, id: string): Promise<Brief | Answer | null>;
}
