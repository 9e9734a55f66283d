import { resolve } from 'node:path';
import { toMarkdown } from '../bot/to-markdown.ts';
import type { IngestReport } from '../corpus/ingest.ts';
import { UserError } from '../domain/errors.ts';
import type { App } from './open-app.ts';
import { createProgressBar } from './progress-bar.ts';
import type { Lacking } from './take-in.ts';

/** `ingest PATH…`: all paths as one report. */
export async function ingestPaths(app: App, tenant: string, paths: readonly string[], lacking: Lacking): Promise<IngestReport> {
  const counts = await Promise.all(paths.map((path) => app.countFiles(path)));
  const bar = createProgressBar(
    process.stderr,
    counts.reduce((sum, count) => sum + count, 0),
  );
  const reports: IngestReport[] = [];
  try {
    for (const path of paths) reports.push(await app.ingest(tenant, path, lacking, bar.step));
  } finally {
    bar.end();
  }
  const sum = (pick: (report: IngestReport) => number): number => reports.reduce((total, report) => total + pick(report), 0);
  return {
    added: sum(({ added }) => added),
    updated: sum(({ updated }) => updated),
    unchanged: sum(({ unchanged }) => unchanged),
    rejected: reports.flatMap(({ rejected }) => rejected),
  };
}

/** What an ingest did, as a person reads it. */
export function describeIngest({ added, updated, unchanged, rejected }: IngestReport): string {
  const lines = rejected.map(({ path, reason }) => `  ${path}: ${reason}`);
  return [`${added} added, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected`, ...lines].join('\n');
}

/** `article ID`: the stored text with what is known of it; any version. */
export async function readArticle(app: App, tenant: string, id: string): Promise<Record<string, unknown>> {
  const article = (await app.stores.articles.read(tenant, [id]))[0]?.article;
  if (!article) throw new UserError(`No article has the id "${id.slice(0, 200)}".`);
  const { title, outlet, published, publishedFrom, url, language, text, previous } = article;
  return { id: article.id, title, outlet, published, publishedFrom, url, language, text, previous };
}

/** `remove ID` or `remove --source PATH`: takes articles out with all their versions. Returns how many versions went. */
export async function removeArticles(app: App, tenant: string, id: string | undefined, source: string | undefined): Promise<number> {
  if ((id === undefined) === (source === undefined)) throw new UserError('Name one thing to remove: an ID, or --source PATH.');
  const found =
    id === undefined
      ? await app.stores.articles.find(tenant, { below: resolve(source ?? ''), superseded: true })
      : (await app.stores.articles.read(tenant, [id])).map(({ article }) => article);
  if (found.length === 0)
    throw new UserError(id === undefined ? `No article was read from ${source ?? ''}.` : `No article has the id "${id.slice(0, 200)}".`);
  return app.stores.articles.remove(tenant, [...new Set(found.map(({ lineage }) => lineage))]);
}

/** `export ID --format md`: a brief or an answer as a document. */
export async function exportReply(app: App, tenant: string, id: string, format: string): Promise<string> {
  if (format !== 'md') throw new UserError(`--format ${format} is not known: md is.`);
  const reply = await app.stores.replies.get(tenant, id);
  if (!reply) throw new UserError(`No brief or answer has the id "${id.slice(0, 60)}".`);
  return toMarkdown(reply);
}
