import { UserError } from '../domain/errors.ts';
import type { ArticleReader } from '../ports/article-reader.ts';
import type { Clock } from '../ports/clock.ts';
import type { Source, SourceStore } from '../ports/source-store.ts';
import type { Ingest, IngestReport } from './ingest.ts';

export interface ScanOptions {
  readonly ingest: Ingest;
  readonly sources: SourceStore;
  readonly readerFor: (source: Pick<Source, 'outlet' | 'language'>) => ArticleReader;
  readonly clock: Clock;
}

/** What a reading of all sources brought, and which could not be read. */
export interface ScanReport extends IngestReport {
  readonly failed: readonly { readonly path: string; readonly problem: string }[];
}

const NOTHING: IngestReport = { added: 0, updated: 0, unchanged: 0, rejected: [] };

/**
 * Reads every source of a tenant again. One that cannot be read keeps its reason and does not stop the others. An
 * article whose file is gone stays: files are moved and tidied away, and a citation must outlive them.
 */
export async function scanSources({ ingest, sources, readerFor, clock }: ScanOptions, tenant: string): Promise<ScanReport> {
  let total = NOTHING;
  const failed: { readonly path: string; readonly problem: string }[] = [];
  for (const source of await sources.list(tenant)) {
    try {
      const { added, updated, unchanged, rejected } = await ingest(tenant, readerFor(source).read(source.path), { samples: false });
      total = {
        added: total.added + added,
        updated: total.updated + updated,
        unchanged: total.unchanged + unchanged,
        rejected: [...total.rejected, ...rejected],
      };
      await sources.save(tenant, { ...source, readAt: new Date(clock.now()).toISOString(), problem: null });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failed.push({ path: source.path, problem: error.message });
      await sources.save(tenant, { ...source, problem: error.message });
    }
  }
  return { ...total, failed };
}
