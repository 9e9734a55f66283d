import type { Migration } from './migration.ts';

/** Parts by how far they have come and since when, so that old ones that ended are found without looking at all. */
export const ENDED_PARTS: Migration = `
  CREATE INDEX parts_by_start ON parts (state, started_at);
`;
