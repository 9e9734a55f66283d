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

const NOTHING: ScanReport = { added: 0, updated: 0, unchanged: 0, rejected: [], failed: [] };

function addReport(total: ScanReport, report: IngestReport): ScanReport {
  return {
    added: total.added + report.added,
    updated: total.updated + report.updated,
    unchanged: total.unchanged + report.unchanged,
    rejected: [...total.rejected, ...report.rejected],
    failed: total.failed,
  };
}

/**
 * Reads every source of a tenant again. One that cannot be read keeps its reason and does not stop the others. An
 * article whose file is gone stays: files are moved and tidied away, and a citation must outlive them.
 */
export async function scanSources({ ingest, sources, readerFor, clock }: ScanOptions, tenant: string): Promise<ScanReport> {
  /** Somebody may have removed the source while it was read; it must not come back. */
  async function record(source: Source): Promise<void> {
    const known = await sources.list(tenant);
    if (known.some(({ path }) => path === source.path)) await sources.save(tenant, source);
  }

  let total = NOTHING;
  for (const source of await sources.list(tenant)) {
    try {
      const report = await ingest(tenant, readerFor(source).read(source.path), { samples: false });
      total = addReport(total, report);
      await record({ ...source, readAt: new Date(clock.now()).toISOString(), problem: null });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      total = { ...total, failed: [...total.failed, { path: source.path, problem: error.message }] };
      await record({ ...source, problem: error.message });
    }
  }
  return total;
}
