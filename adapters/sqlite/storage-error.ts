import { StoreError } from '../../src/domain/errors.ts';

/** SQLite's primary result codes (https://sqlite.org/rescode.html) for what the machine or the person can mend. */
const RESULT = {
  busy: 5,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notDatabase: 26,
} as const;

function resultOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  // The upper bits tell variants of the same result apart.
  return error.errcode & 0xff;
}

/** True when another process holds the lock, so that trying again may help. */
export function isBusy(error: unknown): boolean {
  return resultOf(error) === RESULT.busy;
}

function explain(result: number | null, path: string): string | null {
  switch (result) {
    case RESULT.busy:
      return `Other processes keep the database ${path} busy: nothing was changed; try again in a moment.`;
    case RESULT.readOnly:
      return `The database ${path} is read-only: give this user the right to write to the file and its folder.`;
    case RESULT.inputOutput:
      return `The disk failed while the database ${path} was in use: nothing of this was saved; check the disk.`;
    case RESULT.corrupt:
      return `The database ${path} is damaged: stop everything that uses it and put a backup in its place.`;
    case RESULT.full:
      return `The disk is full: nothing of this was saved to ${path}, and nothing older is lost; free some space and try again.`;
    case RESULT.cannotOpen:
      return `The database ${path} cannot be opened: check that it is a file and that this user may read and write it and its folder.`;
    case RESULT.notDatabase:
      return `${path} is not a SQLite database: name another file in DATABASE_URL, or move this one away.`;
    default:
      return null;
  }
}

/** The same error in words for a person where it is about the file or the disk; any other error as it is. */
export function explainStorageError(error: unknown, path: string): unknown {
  const message = explain(resultOf(error), path);
  return message === null ? error : new StoreError(message, { cause: error });
}
