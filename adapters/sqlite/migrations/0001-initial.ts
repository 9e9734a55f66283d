import type { Migration } from './migration.ts';

/**
 * The first schema. Passages, stories and speakers are found through FTS5 tables of each tenant, which `search-tables.ts` makes
 * when the tenant saves its first article; everything else is here.
 */
export const INITIAL: Migration = `
  CREATE TABLE tenants (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    passages INTEGER NOT NULL DEFAULT 0,
    terms INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    lineage TEXT NOT NULL,
    title TEXT NOT NULL,
    title_from TEXT NOT NULL,
    outlet TEXT,
    published TEXT,
    published_from TEXT,
    url TEXT,
    language TEXT,
    content_hash TEXT NOT NULL,
    previous TEXT,
    origin TEXT NOT NULL,
    sample INTEGER NOT NULL,
    story_id TEXT NOT NULL,
    current INTEGER NOT NULL,
    first_passage INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    title_terms TEXT NOT NULL,
    UNIQUE (tenant, id)
  ) STRICT;
  CREATE INDEX articles_by_lineage ON articles (tenant, lineage);
  CREATE INDEX articles_by_date ON articles (tenant, published);

  CREATE TABLE article_texts (
    article INTEGER PRIMARY KEY,
    tenant TEXT NOT NULL,
    signature BLOB NOT NULL,
    shingles INTEGER NOT NULL,
    bands TEXT NOT NULL,
    -- Last, because they are long: whatever stands behind them is read only after all their pages.
    text TEXT NOT NULL,
    sentences TEXT NOT NULL
  ) STRICT;

  CREATE TABLE passages (
    number INTEGER PRIMARY KEY,
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE passage_terms (
    passage INTEGER PRIMARY KEY,
    tenant TEXT NOT NULL,
    terms TEXT NOT NULL
  ) STRICT;

  CREATE TABLE topics (
    tenant TEXT NOT NULL,
    slug TEXT NOT NULL,
    definition TEXT NOT NULL,
    PRIMARY KEY (tenant, slug)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE topic_members (
    tenant TEXT NOT NULL,
    topic TEXT NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (tenant, topic, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX topic_members_by_article ON topic_members (tenant, article);

  CREATE TABLE sources (
    tenant TEXT NOT NULL,
    path TEXT NOT NULL,
    outlet TEXT,
    language TEXT,
    read_at TEXT,
    problem TEXT,
    PRIMARY KEY (tenant, path)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE replies (
    tenant TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
  ) STRICT;
`;
