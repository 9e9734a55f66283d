import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../adapters/sqlite/open-sqlite-store.ts';
import type { Stores } from '../../src/ports/stores.ts';

/** Stores that are open, with what undoes the opening. */
export interface OpenStores extends Stores {
  close(): Promise<void>;
}

/** One way of keeping things. `open` gives an empty one each time. */
export interface StoreImplementation {
  readonly name: string;
  open(): Promise<OpenStores>;
}

async function openInFolder(): Promise<OpenStores> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-store-'));
  const store = await openSqliteStore({ path: join(folder, 'attache.db') });
  return {
    ...store,
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** All of them: every contract suite runs over this list. */
export const STORE_IMPLEMENTATIONS: readonly StoreImplementation[] = [
  { name: 'sqlite in memory', open: () => openSqliteStore({ path: ':memory:' }) },
  { name: 'sqlite in a file', open: openInFolder },
];

/** Runs a test on empty stores and closes them, whatever comes of it. */
export async function withStores(implementation: StoreImplementation, test: (stores: Stores) => Promise<void>): Promise<void> {
  const stores = await implementation.open();
  try {
    await test(stores);
  } finally {
    await stores.close();
  }
}
