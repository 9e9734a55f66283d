import type { Migration } from './migration.ts';

/**
 * What a model makes: readings, the tokens it cost, and replies that can be found by what they were made from.
 * Replies from before have no key and are found by their id alone.
 */
export const READINGS_AND_SPENDING: Migration = `
  CREATE TABLE readings (
    tenant TEXT NOT NULL,
    article_id TEXT NOT NULL,
    reader TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (tenant, article_id, reader)
  ) STRICT;

  CREATE TABLE spending (
    tenant TEXT NOT NULL,
    day TEXT NOT NULL,
    tokens INTEGER NOT NULL CHECK (tokens >= 0),
    PRIMARY KEY (tenant, day)
  ) STRICT, WITHOUT ROWID;

  ALTER TABLE replies ADD COLUMN key TEXT;
  ALTER TABLE replies ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX replies_by_key ON replies (tenant, key, turn) WHERE key IS NOT NULL;
`;
