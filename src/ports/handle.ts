import type { Caller } from '../domain/caller.ts';
import type { Command } from '../domain/command.ts';
import type { Reply } from '../domain/reply.ts';

/** Tells whoever waits what is being done, in a few words: "reading 12 articles". */
export type Tell = (status: string) => void;

/** What the bot does with a command. Never throws: what goes wrong is a reply too. */
export type Handle = (command: Command, caller: Caller, tell: Tell) => Promise<Reply>;

/** For those who show no status. */
export const TELL_NOBODY: Tell = () => undefined;
