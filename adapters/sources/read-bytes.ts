import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Files above this are not articles. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** A file that cannot be an article, with the reason in a few words. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * Reads a regular file whole. What it is is asked of the open file and not of its name, so that a link put in its place
 * meanwhile is not followed, and a pipe is not waited for.
 * @throws Unreadable when it is none, is empty, or is too large.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new Unreadable(code === 'EACCES' ? 'no permission to read it' : code === 'ELOOP' ? 'is a link' : `cannot be opened (${code})`);
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new Unreadable('is not a regular file');
    if (stats.size === 0) throw new Unreadable('is empty');
    if (stats.size > LARGEST_FILE) throw new Unreadable(`is larger than ${LARGEST_FILE / 1024 / 1024} MB`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}
