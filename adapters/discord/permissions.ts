import { PermissionFlagsBits } from 'discord.js';

/** What the bot needs in a channel, by the names that Discord's settings have, each with its reason. */
export const NEEDED = [
  { name: 'View Channel', bit: PermissionFlagsBits.ViewChannel, where: 'everywhere', reason: 'to hear what is said to it' },
  { name: 'Send Messages', bit: PermissionFlagsBits.SendMessages, where: 'channels', reason: 'to post briefs and answers' },
  { name: 'Send Messages in Threads', bit: PermissionFlagsBits.SendMessagesInThreads, where: 'threads', reason: 'the same in threads' },
  {
    name: 'Read Message History',
    bit: PermissionFlagsBits.ReadMessageHistory,
    where: 'everywhere',
    reason: 'to reply to a message, to look for its own before it is sent again, and to find mentions that came while it was away',
  },
] as const;

/** What of that the permissions lack. An administrator lacks nothing. */
export function lackingIn(permissions: bigint, isThread: boolean): readonly string[] {
  if ((permissions & PermissionFlagsBits.Administrator) !== 0n) return [];
  const here = isThread ? 'channels' : 'threads';
  return NEEDED.filter(({ where, bit }) => where !== here && (permissions & bit) === 0n).map(({ name }) => name);
}

/** What to do about it, in one sentence; null when nothing lacks. */
export function whyNotPost(lacking: readonly string[]): string | null {
  if (lacking.length === 0) return null;
  const names = lacking.length === 1 ? lacking.join('') : `${lacking.slice(0, -1).join(', ')} and ${lacking.at(-1) ?? ''}`;
  const word = lacking.length === 1 ? 'permission' : 'permissions';
  return `I may not post in this channel: somebody who manages it must give me the ${word} ${names}.`;
}

/** Permissions as Discord writes them; none for what is no number. */
export function parsePermissions(text: string | undefined): bigint {
  return text !== undefined && /^\d{1,20}$/.test(text) ? BigInt(text) : 0n;
}

/** Who may manage: the server's administrators, and those who manage the server. */
export const MANAGE_SERVER = PermissionFlagsBits.ManageGuild;

export function mayManage(permissions: bigint): boolean {
  return (permissions & (PermissionFlagsBits.Administrator | MANAGE_SERVER)) !== 0n;
}
