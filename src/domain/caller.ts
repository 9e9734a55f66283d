/** A place where people talk to the bot. `id` means something to its adapter only. */
export interface Channel {
  readonly tenant: string;
  readonly adapter: string;
  readonly id: string;
}

/** What a person may do, each with all that the one before may: read and ask; add articles and say that something is wrong; change what is followed. */
export const ROLES = ['guest', 'member', 'manager'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. `id` means something to the adapter only. */
export interface Person {
  readonly id: string;
  readonly role: Role;
}

/** Who asks, and where. */
export interface Caller {
  readonly channel: Channel;
  /** The thread of the channel in which it was asked; null where there is none. */
  readonly thread: string | null;
  readonly person: Person;
  /** False where each act stands alone: nothing said before explains it, and it explains nothing that follows. */
  readonly remembers: boolean;
}

/** The adapter of whoever sits at the machine. */
export const CONSOLE = 'terminal';

/** Whoever sits at the machine may do everything. */
export function consoleCaller(tenant: string, id: string, remembers = false): Caller {
  return { channel: { tenant, adapter: CONSOLE, id }, thread: null, person: { id: 'console', role: 'manager' }, remembers };
}
