import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';

const MEGABYTE = 1024 * 1024;

/** Files above this are not articles. */
export const LARGEST_FILE = 20 * MEGABYTE;

/** A file that cannot be an article, with the reason in a few words. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** A file that was found, and the folder that was named and that it must not lead out of (or the file itself). */
export interface FilePlace {
  readonly path: string;
  /** Without links, as `realpath` gives it. */
  readonly root: string;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'cannot be read: no permission',
  EPERM: 'cannot be read: no permission',
  ELOOP: 'is a link, and links are not followed',
  ENOENT: 'is gone',
};

/** Why the system refused, in a few words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return REASONS[code] ?? `cannot be read (${code})`;
}

/** True for the root itself and what lies below it. Both without links. */
function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
}

/**
 * True when the open file is the one that lies at this path inside the root. Asked after opening, with the file in hand:
 * a folder on the way that was swapped for a link leads to another file, or out of the root, whenever it was swapped.
 */
async function isAtItsPlace(file: FileHandle, { path, root }: FilePlace): Promise<boolean> {
  const real = await realpath(path);
  const [opened, there] = await Promise.all([file.stat({ bigint: true }), lstat(real, { bigint: true })]);
  return isInside(real, root) && opened.ino === there.ino && opened.dev === there.dev;
}

/** How a file is kept from leading out of its folder; tests put something weaker in its place to see it fail. */
export type PlaceCheck = (file: FileHandle, place: FilePlace) => Promise<boolean>;

/**
 * Opens a regular file. What it is is asked of the open file and not of its name, so that a link put in its place
 * meanwhile is not followed, and a pipe or device is neither waited for nor read.
 * @throws Unreadable when it is none, is empty, is larger than `largest`, or lies outside its root.
 */
export async function openFile(place: FilePlace, largest: number, isAllowed: PlaceCheck = isAtItsPlace): Promise<FileHandle> {
  const file = await open(place.path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch((error: unknown) => {
    throw new Unreadable(reasonOf(error));
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new Unreadable('is not a regular file');
    if (!(await isAllowed(file, place).catch(() => false))) throw new Unreadable('lies outside the folder that was named');
    if (stats.size === 0) throw new Unreadable('is empty');
    if (stats.size > largest) throw new Unreadable(`is larger than ${largest / MEGABYTE} MB`);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/**
 * Reads a regular file whole, but no further than it was long when it was opened.
 * @throws Unreadable as `openFile` does, or when the disk fails.
 */
export async function readBytes(place: FilePlace, isAllowed?: PlaceCheck): Promise<Uint8Array> {
  const file = await openFile(place, LARGEST_FILE, isAllowed);
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(Math.min(size, LARGEST_FILE));
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } catch (error) {
    throw new Unreadable(reasonOf(error));
  } finally {
    await file.close();
  }
}
