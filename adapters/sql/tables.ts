import type { GeneratedAlways } from 'kysely';
import type { PublishedFrom } from '../../src/domain/article.ts';
import type { ChatTables } from './chat-tables.ts';

/** Truth as a number, because that is what both databases can store and compare alike. */
export type Flag = 0 | 1;

/** One row for each version of an article. PostgreSQL needs `collate "C"` on text, so that order is code order. */
export interface ArticlesTable {
  /** Given by the database, unique over all tenants; the other tables refer to it. */
  readonly number: GeneratedAlways<number>;
  readonly tenant: string;
  readonly id: string;
  readonly lineage: string;
  readonly title: string;
  readonly title_from: 'given' | 'made';
  readonly outlet: string | null;
  readonly published: string | null;
  readonly published_from: PublishedFrom | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly content_hash: string;
  readonly previous: string | null;
  readonly origin: string;
  readonly sample: Flag;
  readonly story_id: string;
  /** 0 once a newer version has replaced this one. */
  readonly current: Flag;
  /** How many passages of it are in the index; 0 when it is superseded. */
  readonly passages: number;
  /** Separated by blanks. */
  readonly title_terms: string;
}

/** The long parts of an article, apart from its head so that lists stay quick. */
export interface ArticleTextsTable {
  readonly article: number;
  readonly tenant: string;
  readonly text: string;
  /** See `sentence-codec.ts`. */
  readonly sentences: string;
  readonly signature: Uint8Array;
  readonly shingles: number;
  /** Separated by blanks. */
  readonly bands: string;
}

/** The topics of a tenant. */
export interface TopicsTable {
  readonly tenant: string;
  readonly slug: string;
  /** The whole topic as JSON. */
  readonly definition: string;
}

/** Which articles belong to which topic. */
export interface TopicMembersTable {
  readonly tenant: string;
  readonly topic: string;
  readonly article: number;
}

/** Where articles come from. */
export interface SourcesTable {
  readonly tenant: string;
  readonly path: string;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly read_at: string | null;
  readonly problem: string | null;
}

/** Briefs and answers as they were given. */
export interface RepliesTable {
  readonly tenant: string;
  readonly id: string;
  readonly kind: 'brief' | 'answer';
  /** The whole reply as JSON. */
  readonly body: string;
  /** What it was made from, null where that is not wanted. */
  readonly key: string | null;
  /** Rises with every reply that is saved under the same key. */
  readonly turn: number;
  /** Slug of the topic of a brief; null for all else. */
  readonly topic: string | null;
  /** Rises with every reply of the tenant that is saved. */
  readonly number: number;
}

/** What readers made of articles, each once. */
export interface ReadingsTable {
  readonly tenant: string;
  readonly article_id: string;
  readonly reader: string;
  /** The whole reading as JSON. */
  readonly body: string;
}

/** What is booked on a day on one account of a tenant. */
export interface SpendingTable {
  readonly tenant: string;
  readonly day: string;
  readonly account: string;
  readonly tokens: number;
  readonly micro_dollars: number;
}

/** The tables that both databases have. Each keeps its own search index besides. */
export interface Tables extends ChatTables {
  readonly articles: ArticlesTable;
  readonly article_texts: ArticleTextsTable;
  readonly topics: TopicsTable;
  readonly topic_members: TopicMembersTable;
  readonly sources: SourcesTable;
  readonly replies: RepliesTable;
  readonly readings: ReadingsTable;
  readonly spending: SpendingTable;
}
