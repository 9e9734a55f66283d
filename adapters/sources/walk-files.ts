import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { UserError } from '../../src/domain/errors.ts';
import { type FilePlace, reasonOf } from './read-bytes.ts';

/** A file to read, or a folder that could not be looked into. */
export type Found =
  | { readonly kind: 'file'; readonly place: FilePlace }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

/** Endings of the files that are read. Others are passed over inside a folder and refused when they are named. */
export const READ_EXTENSIONS: ReadonlySet<string> = new Set(['.txt', '.md', '.markdown', '.html', '.htm', '.jsonl', '.ndjson']);

/** A path as part of a message of one line. */
function shown(path: string): string {
  return path.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 300);
}

async function* walkFolder(folder: string, root: string): AsyncIterable<Found> {
  let entries: readonly Dirent[];
  try {
    // The folder may have become a link since its name was read.
    if (folder !== (await realpath(folder))) return;
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { kind: 'unreadable', path: folder, reason: reasonOf(error) };
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    // A link is neither: it could lead out of the folder that was named.
    if (entry.isDirectory()) yield* walkFolder(path, root);
    else if (entry.isFile() && READ_EXTENSIONS.has(extname(entry.name).toLowerCase())) yield { kind: 'file', place: { path, root } };
  }
}

/**
 * The files below a path in a steady order: regular files only, no links, no devices, nothing hidden. The path itself
 * may be a link or hold `..`: whoever names it means what it leads to.
 * @throws UserError when the path is missing or cannot be read.
 */
export async function* walkFiles(path: string): AsyncIterable<Found> {
  const root = await realpath(resolve(path)).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    throw new UserError(`${shown(path)} ${isMissing ? 'does not exist' : reasonOf(error)}.`);
  });
  const stats = await lstat(root);
  if (stats.isFile()) {
    yield { kind: 'file', place: { path: root, root } };
  } else if (stats.isDirectory()) {
    await readdir(root).catch((error: unknown) => {
      throw new UserError(`${shown(path)} ${reasonOf(error)}.`);
    });
    yield* walkFolder(root, root);
  } else {
    throw new UserError(`${shown(path)} is neither a file nor a folder.`);
  }
}
