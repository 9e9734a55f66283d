import { ApplicationFlags, type REST, Routes } from 'discord.js';
import { UserError } from '../../src/domain/errors.ts';
import { statusOf } from './discord-errors.ts';
import { keepTrying, type Trying } from './keep-trying.ts';

/** Which application the token belongs to. */
export interface Introduction {
  readonly applicationId: string;
  /** Whether it may read messages that do not mention it. */
  readonly mayReadMessages: boolean;
}

interface ApplicationPayload {
  readonly id?: string;
  readonly flags?: number;
}

const REFUSED_TOKEN =
  'Discord does not accept DISCORD_TOKEN: copy the token again from https://discord.com/developers/applications, your application, Bot, Reset Token.';

/** An error that says that the token is no good, as what to tell; null for all others. */
export function refusalOfToken(error: unknown): UserError | null {
  const isRefused = statusOf(error) === 401 || (error instanceof Error && 'code' in error && error.code === 'TokenInvalid');
  return isRefused ? new UserError(REFUSED_TOKEN) : null;
}

const READS = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

/** Asks Discord whose token it is. Null when told to stop. @throws UserError when the token is not accepted. */
export async function introduce(rest: Pick<REST, 'get'>, trying: Omit<Trying, 'refusal'>): Promise<Introduction | null> {
  const ask = async () => (await rest.get(Routes.currentApplication())) as ApplicationPayload;
  const application = await keepTrying(ask, { ...trying, refusal: refusalOfToken });
  if (application === null) return null;
  return { applicationId: application.id ?? '', mayReadMessages: ((application.flags ?? 0) & READS) !== 0 };
}
