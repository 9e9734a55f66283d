import { type REST, Routes } from 'discord.js';
import { UserError } from '../../src/domain/errors.ts';

/** What Discord says of beginning sessions: how many are left until `resetAfterMs` are over. */
export interface SessionBudget {
  readonly shards: number;
  readonly remaining: number;
  readonly resetAfterMs: number;
  /** Shards that may begin at the same time. */
  readonly atOnce: number;
}

interface GatewayPayload {
  readonly shards?: number;
  readonly session_start_limit?: {
    readonly remaining?: number;
    readonly reset_after?: number;
    readonly max_concurrency?: number;
  };
}

/** Kept back: Discord ends all sessions and changes the token of an application that begins more than it may. */
const RESERVE = 20;

/** Asks Discord how many sessions may be begun, which begins none. */
export async function sessionBudget(rest: Pick<REST, 'get'>): Promise<SessionBudget> {
  const { shards = 1, session_start_limit: limit = {} } = (await rest.get(Routes.gatewayBot())) as GatewayPayload;
  const { remaining = 0, reset_after: resetAfterMs = 0, max_concurrency: atOnce = 1 } = limit;
  return { shards, remaining, resetAfterMs, atOnce: Math.max(1, atOnce) };
}

export function isLow({ remaining, shards }: SessionBudget): boolean {
  return remaining < shards + RESERVE;
}

/** @throws UserError when so few sessions are left that beginning one may cost the token. */
export function requireBudget(budget: SessionBudget): void {
  if (!isLow(budget)) return;
  const minutes = Math.ceil(budget.resetAfterMs / 60_000);
  throw new UserError(
    `Discord lets this bot connect only ${budget.remaining} more times in the next ${minutes} minutes and takes its token away after that: find out what restarts it so often, wait, then start it again.`,
  );
}
