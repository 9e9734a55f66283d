import { UserError } from '../../src/domain/errors.ts';
import type { ArticleStore, PreparedArticle } from '../../src/ports/article-store.ts';
import { createArticleReader } from '../sql/article-reader.ts';
import type { SqlDatabase } from '../sql/sql-database.ts';
import { eraseReadings, eraseVersion, type StoredVersion, supersede, VERSION_COLUMNS } from './article-eraser.ts';
import { insertArticle } from './article-writer.ts';
import type { BandFilter } from './band-filter.ts';
import type { Connection } from './connection.ts';

/** Removing stops a transaction after this long and goes on in a new one, so that other processes get their turn. */
const SLICE_MS = 20;

interface HeldVersion extends StoredVersion {
  readonly content_hash: string;
}

/** Makes way for a version that is held already: it is written anew, and stays superseded if it was. */
function replaceHeld(connection: Connection, tenant: string, { article }: PreparedArticle): boolean {
  const [held] = connection.all<HeldVersion>(
    `SELECT ${VERSION_COLUMNS}, content_hash FROM articles WHERE tenant = ? AND id = ?`,
    tenant,
    article.id,
  );
  if (!held) return true;
  // Citations point into the text that is there; it can only differ when two processes gave out the same id at once.
  if (held.content_hash !== article.contentHash) {
    throw new UserError(`Article ${article.id} was saved by another process meanwhile: ingest it again.`);
  }
  eraseVersion(connection, tenant, held);
  return held.current === 1;
}

function saveArticle(connection: Connection, bands: BandFilter, tenant: string, prepared: PreparedArticle): void {
  const current = replaceHeld(connection, tenant, prepared);
  if (current) {
    const former = connection.all<StoredVersion>(
      `SELECT ${VERSION_COLUMNS} FROM articles WHERE tenant = ? AND lineage = ? AND current = 1`,
      tenant,
      prepared.article.lineage,
    );
    for (const version of former) supersede(connection, tenant, version);
  }
  bands.add(tenant, insertArticle(connection, tenant, prepared, current), prepared.signature.bands);
}

function removeLineage(connection: Connection, tenant: string, lineage: string): number {
  const versions = connection.all<StoredVersion>(
    `SELECT ${VERSION_COLUMNS} FROM articles WHERE tenant = ? AND lineage = ?`,
    tenant,
    lineage,
  );
  eraseReadings(connection, tenant, lineage);
  for (const version of versions) eraseVersion(connection, tenant, version);
  return versions.length;
}

/** Removes lineages from `from` on until the time is up; says how many were done and how many versions went. */
function removeSlice(connection: Connection, tenant: string, lineages: readonly string[], from: number) {
  const deadline = performance.now() + SLICE_MS;
  let next = from;
  let removed = 0;
  while (next < lineages.length && (next === from || performance.now() < deadline)) {
    removed += removeLineage(connection, tenant, lineages[next] ?? '');
    next += 1;
  }
  return { next, removed };
}

/** Keeps articles in SQLite, and their passages in the index of their tenant. */
export function createArticleStore(connection: Connection, database: SqlDatabase, bands: BandFilter): ArticleStore {
  return {
    ...createArticleReader(database),
    // One transaction whatever its size: about 400 passages take 50 ms. Ingest keeps batches, and articles, below that.
    async save(tenant, articles) {
      if (articles.length === 0) return;
      await connection.write(() => {
        for (const prepared of articles) saveArticle(connection, bands, tenant, prepared);
      });
    },
    async remove(tenant, lineages) {
      let total = 0;
      for (let from = 0; from < lineages.length; ) {
        const { next, removed } = await connection.write(() => {
          bands.clear();
          return removeSlice(connection, tenant, lineages, from);
        });
        from = next;
        total += removed;
      }
      return total;
    },
  };
}
