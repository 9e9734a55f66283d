import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { UserError } from '../../src/domain/errors.ts';

/** A file to read, or a folder that could not be looked into. */
export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly named: boolean }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

/** Endings of the files that are read. Others are passed over inside a folder and refused when they are named. */
export const READ_EXTENSIONS: ReadonlySet<string> = new Set(['.txt', '.md', '.markdown', '.html', '.htm', '.jsonl', '.ndjson']);

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'EACCES' || code === 'EPERM' ? 'no permission to read it' : code === 'ENOENT' ? 'does not exist' : `cannot be read (${code || 'unknown reason'})`;
}

async function* walkFolder(folder: string): AsyncIterable<Found> {
  let entries: readonly Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { kind: 'unreadable', path: folder, reason: reasonOf(error) };
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    // A link is neither: it could lead out of the folder that was named.
    if (entry.isDirectory()) yield* walkFolder(path);
    else if (entry.isFile() && READ_EXTENSIONS.has(extname(entry.name).toLowerCase())) yield { kind: 'file', path, named: false };
  }
}

/**
 * The files below a path in a steady order: regular files only, no links, no devices, nothing hidden. The path itself
 * may be a link: whoever names it means what it leads to.
 * @throws UserError when the path is missing or cannot be read.
 */
export async function* walkFiles(path: string): AsyncIterable<Found> {
  const root = await realpath(resolve(path)).catch((error: unknown) => {
    throw new UserError(`${path} ${reasonOf(error)}.`);
  });
  const stats = await lstat(root);
  if (stats.isFile()) {
    yield { kind: 'file', path: root, named: true };
  } else if (stats.isDirectory()) {
    await readdir(root).catch((error: unknown) => {
      throw new UserError(`${path} ${reasonOf(error)}.`);
    });
    yield* walkFolder(root);
  } else {
    throw new UserError(`${path} is neither a file nor a folder.`);
  }
}
