import type { ScanReport } from '../corpus/scan-sources.ts';
import type { Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { Reply } from '../domain/reply.ts';
import type { Stores } from '../ports/stores.ts';

/** What `sources` needs from outside the stores. */
export interface SourceTools {
  readonly stores: Stores;
  /** Reads every source of a tenant again. */
  readonly scanSources: (tenant: string) => Promise<ScanReport>;
  /** The full path of a folder that can be read. @throws UserError when it is none. */
  readonly resolveFolder: (path: string) => Promise<string>;
}

async function listSources({ stores }: SourceTools, tenant: string): Promise<Reply> {
  return { kind: 'sources', sources: await stores.sources.list(tenant) };
}

async function addSource(tools: SourceTools, tenant: string, path: string): Promise<Reply> {
  if (path === '') throw new UserError('Name the folder, like: sources add ./articles');
  const folder = await tools.resolveFolder(path);
  await tools.stores.sources.save(tenant, {
    path: folder,
    outlet: null,
    language: null,
    readAt: null,
    problem: null,
  });
  return fetchSources(tools, tenant);
}

async function fetchSources(tools: SourceTools, tenant: string): Promise<Reply> {
  const { added, updated, unchanged, rejected, failed } = await tools.scanSources(tenant);
  const counts = `${added} added, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected`;
  const first = rejected[0] ? ` First rejected: ${rejected[0].path}: ${rejected[0].reason}` : '';
  const broken = failed.length > 0 ? ` Not readable: ${failed.map(({ path, problem }) => `${path} (${problem})`).join('; ')}.` : '';
  return { kind: 'notice', text: `Read the sources: ${counts}.${first}${broken}` };
}

async function removeSource({ stores }: SourceTools, tenant: string, path: string): Promise<Reply> {
  const known = (await stores.sources.list(tenant)).find(
    (source) => source.path === path || source.path.endsWith(`/${path.replace(/^\.?\//, '')}`),
  );
  if (!known || !(await stores.sources.remove(tenant, known.path)))
    throw new UserError(`"${path}" is not a source; "sources" lists those there are.`);
  return {
    kind: 'notice',
    text: `${known.path} is not read any more. Its articles stay; "remove --source" takes them out.`,
  };
}

/** `sources`, `sources add|remove|fetch`. A folder that is added is read at once. */
export async function runSources(tools: SourceTools, tenant: string, { args }: Command): Promise<Reply> {
  const path = args['path'] ?? '';
  switch (args['action'] ?? 'list') {
    case 'add':
      return addSource(tools, tenant, path);
    case 'remove':
      return removeSource(tools, tenant, path);
    case 'fetch':
      return fetchSources(tools, tenant);
    default:
      if (path !== '') throw new UserError(`"sources ${path}" is not known: list, add, remove and fetch are.`);
      return listSources(tools, tenant);
  }
}
