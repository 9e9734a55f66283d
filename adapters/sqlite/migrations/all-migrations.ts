import { INITIAL } from './0001-initial.ts';
import { READINGS_AND_SPENDING } from './0002-readings-and-spending.ts';
import { LEDGER_OF_REPLIES } from './0003-ledger-of-replies.ts';
import { SPENDING_BY_ACCOUNT } from './0004-spending-by-account.ts';
import { CHAT } from './0005-chat.ts';
import { ENDED_PARTS } from './0006-ended-parts.ts';
import type { Migration } from './migration.ts';

/** In order: the first one makes schema version 1 out of an empty file, the next one version 2, and so on. */
export const ALL_MIGRATIONS: readonly Migration[] = [
  INITIAL,
  READINGS_AND_SPENDING,
  LEDGER_OF_REPLIES,
  SPENDING_BY_ACCOUNT,
  CHAT,
  ENDED_PARTS,
];
