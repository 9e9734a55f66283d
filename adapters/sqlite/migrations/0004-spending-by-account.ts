import type { Migration } from './migration.ts';

/** Spending for each account of a tenant and in money too. What was spent before was the tenant's, in tokens alone. */
export const SPENDING_BY_ACCOUNT: Migration = `
  ALTER TABLE spending RENAME TO spending_of_tenants;

  CREATE TABLE spending (
    tenant TEXT NOT NULL,
    day TEXT NOT NULL,
    account TEXT NOT NULL,
    tokens INTEGER NOT NULL CHECK (tokens >= 0),
    micro_dollars INTEGER NOT NULL CHECK (micro_dollars >= 0),
    PRIMARY KEY (tenant, day, account)
  ) STRICT, WITHOUT ROWID;

  INSERT INTO spending (tenant, day, account, tokens, micro_dollars)
    SELECT tenant, day, 'tenant', tokens, 0 FROM spending_of_tenants;

  DROP TABLE spending_of_tenants;
`;
