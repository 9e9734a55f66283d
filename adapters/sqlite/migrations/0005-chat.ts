import type { Migration } from './migration.ts';

/** What talking on platforms needs: acts until they are handled, messages until they are posted, and what is remembered between. */
export const CHAT: Migration = `
  CREATE TABLE inbox (
    number INTEGER PRIMARY KEY,
    tenant TEXT NOT NULL,
    adapter TEXT NOT NULL,
    key TEXT NOT NULL,
    lane TEXT NOT NULL,
    owner TEXT,
    lease_until INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    finished_at INTEGER,
    body TEXT NOT NULL,
    UNIQUE (tenant, adapter, key)
  ) STRICT;
  -- Those that wait in the order in which they came, and those that are finished by age.
  CREATE INDEX inbox_by_end ON inbox (finished_at, number);
  CREATE INDEX inbox_by_lane ON inbox (tenant, adapter, lane, number) WHERE finished_at IS NULL;
  CREATE INDEX inbox_by_key ON inbox (key, number) WHERE finished_at IS NULL;

  CREATE TABLE parts (
    key TEXT NOT NULL PRIMARY KEY,
    delivery TEXT NOT NULL,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    started_at INTEGER,
    message_id TEXT,
    reason TEXT,
    token TEXT,
    place TEXT NOT NULL,
    payload TEXT NOT NULL,
    UNIQUE (delivery, number)
  ) STRICT;

  CREATE TABLE threads (
    tenant TEXT NOT NULL,
    adapter TEXT NOT NULL,
    channel TEXT NOT NULL,
    thread TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (tenant, adapter, channel, thread)
  ) STRICT;
  CREATE INDEX threads_by_age ON threads (tenant, written_at);

  CREATE TABLE tenant_settings (
    tenant TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE channel_settings (
    tenant TEXT NOT NULL,
    adapter TEXT NOT NULL,
    channel TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (tenant, adapter, channel)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE reports (
    number INTEGER PRIMARY KEY,
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    state TEXT NOT NULL,
    reported_at TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (tenant, id)
  ) STRICT;
  CREATE INDEX reports_by_age ON reports (tenant, reported_at, number);

  CREATE TABLE installations (
    adapter TEXT NOT NULL,
    id TEXT NOT NULL,
    sealed TEXT NOT NULL,
    PRIMARY KEY (adapter, id)
  ) STRICT, WITHOUT ROWID;
`;
