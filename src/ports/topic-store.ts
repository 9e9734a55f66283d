import type { Topic } from '../domain/topic.ts';

/** Keeps the topics of a tenant and which articles belong to them. */
export interface TopicStore {
  /** By slug. */
  list(tenant: string): Promise<readonly Topic[]>;
  /** Adds or replaces a topic. Its old members are forgotten: `assign` names the new ones. */
  save(tenant: string, topic: Topic): Promise<void>;
  /** Adds articles to a topic; those that are members already stay so. */
  assign(tenant: string, slug: string, articleIds: readonly string[]): Promise<void>;
  /** False when there was no such topic. */
  remove(tenant: string, slug: string): Promise<boolean>;
}
