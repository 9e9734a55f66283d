import type { Chat } from '../ports/chat.ts';

/** The chat platforms that are connected, by the name that channels call them. Undefined for one that is not. */
export type ChatOf = (adapter: string) => Pick<Chat, 'delivery' | 'access'> | undefined;

/** Resolves after so many milliseconds, or at once when the signal says stop. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** Work was asked to stop: whatever is not done stays for whoever comes next. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
