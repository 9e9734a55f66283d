import type { Migration } from './migration.ts';

/**
 * Replies in the order in which they were saved, of all and of one topic. Those from before are in the order of their rows,
 * which nothing has changed but saving under the same id again.
 */
export const LEDGER_OF_REPLIES: Migration = `
  ALTER TABLE replies ADD COLUMN topic TEXT;
  ALTER TABLE replies ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
  UPDATE replies SET number = rowid, topic = json_extract(body, '$.topic.slug');
  CREATE INDEX replies_by_number ON replies (tenant, number);
  CREATE INDEX replies_by_topic ON replies (tenant, topic, number) WHERE topic IS NOT NULL;
`;
