import { z } from 'zod';
import type { ConfigProblem } from './config-problem.ts';
import { isServerAddress, oneOf, secret } from './fields.ts';

const API_URL = 'https://discord.com/api';

/** Discord numbers everything by the time of its making. */
function id(message: string) {
  return z
    .string()
    .regex(/^\d{15,20}$/, message)
    .optional();
}

/** The SDK adds the version itself: one at the end would be there twice. */
function isApiAddress(text: string): boolean {
  return isServerAddress(text) && /\/api\/?$/.test(text);
}

export const DISCORD_VARIABLES = {
  DISCORD_TOKEN: secret('set the token of the bot alone, without spaces and without "Bot" before it').optional(),
  DISCORD_APPLICATION_ID: id('set the Application ID, a number, or leave it empty: the token tells it'),
  DISCORD_GUILD_ID: id('set the ID of one server, a number, or leave it empty for all servers'),
  DISCORD_API_URL: z
    .string()
    .refine(isApiAddress, `set an http or https address that ends in /api, without a version, or leave it empty for ${API_URL}`)
    .default(API_URL),
  DISCORD_THREADS_WITHOUT_MENTION: oneOf(['true', 'false']).default('false'),
} as const;

const SCHEMA = z.object(DISCORD_VARIABLES);
type Variables = z.infer<typeof SCHEMA>;

export interface DiscordConfig {
  readonly token: string;
  /** Null to take the token's own. */
  readonly applicationId: string | null;
  /** The one server in which commands are registered; null for everywhere. */
  readonly guild: string | null;
  /** Without a version and without a slash at the end. */
  readonly apiUrl: string;
  readonly threadsWithoutMention: boolean;
}

/** These are of use with a token only; the others say how, not that. */
const NEED_TOKEN = ['DISCORD_APPLICATION_ID', 'DISCORD_GUILD_ID'] as const;

/** What must be set because of something else. */
export function discordProblems(given: Readonly<Record<string, string>>): readonly ConfigProblem[] {
  if (Object.hasOwn(given, 'DISCORD_TOKEN') || !NEED_TOKEN.some((name) => Object.hasOwn(given, name))) return [];
  return [{ variable: 'DISCORD_TOKEN', message: 'set the token of the bot, or none of the variables of Discord' }];
}

/** Null without a token. */
export function toDiscordConfig(variables: Variables): DiscordConfig | null {
  const { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId = null, DISCORD_GUILD_ID: guild = null } = variables;
  if (token === undefined) return null;
  return {
    token,
    applicationId,
    guild,
    apiUrl: variables.DISCORD_API_URL.replace(/\/+$/, ''),
    threadsWithoutMention: variables.DISCORD_THREADS_WITHOUT_MENTION === 'true',
  };
}
