import type { Caller } from '../domain/caller.ts';
import { UserError } from '../domain/errors.ts';
import type { Reply } from '../domain/reply.ts';
import type { BotOptions } from './bot-options.ts';

/** `delete`: takes a message of the bot away. What it said stays in the ledger. */
export async function deleteMessage({ chatOf }: Pick<BotOptions, 'chatOf'>, { channel }: Caller, message: string): Promise<Reply> {
  const access = chatOf(channel.adapter)?.access;
  if (!access) throw new UserError('There is no message here that could be taken away.');
  const problem = await access.retract(channel, message);
  if (problem !== null) throw new UserError(problem);
  return { kind: 'notice', text: 'Taken away. What it said is still in the ledger.' };
}
