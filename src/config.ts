import { z } from 'zod';
import type { ConfigProblem } from './config/config-problem.ts';
import { DISCORD_VARIABLES, type DiscordConfig, discordProblems, toDiscordConfig } from './config/discord-config.ts';
import { isServerAddress, oneOf } from './config/fields.ts';
import { SLACK_VARIABLES, type SlackConfig, slackProblems, toSlackConfig } from './config/slack-config.ts';
import { WEB_VARIABLES } from './config/web-variables.ts';

/** Everything that is wrong with the environment, at once. No message repeats a value: it may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, message }) => `  ${variable}: ${message}`);
    super(['The configuration cannot be used:', ...lines].join('\n'));
    this.problems = problems;
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const TENANCIES = ['single', 'workspace'] as const;
const MODEL_APIS = ['auto', 'responses', 'chat'] as const;

/** OpenAI's smallest current model: it reads and rewrites sentences, and every reply is checked by code. */
const OPENAI_DEFAULT_MODEL = 'gpt-6-luna';

const SCHEMA = z.object({
  DATABASE_URL: z.string().superRefine(checkDatabaseUrl).default('file:data/attache.db'),
  TENANCY: oneOf(TENANCIES).default('single'),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
  TZ: z.string().refine(isZone, 'set an IANA time zone, for example Europe/London, or leave it empty for UTC').default('UTC'),
  SOURCES_SCAN_SECONDS: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'set a whole number of seconds from 1 to 999999, or leave it empty for 300')
    .transform(Number)
    .default(300),
  // What goes into a header: no spaces, nothing outside ASCII.
  OPENAI_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'set the key alone, without spaces, or leave it empty')
    .optional(),
  OPENAI_BASE_URL: z
    .string()
    .refine(isServerAddress, 'set an http or https address, for example http://localhost:11434/v1, without a name, a password or a query')
    .optional(),
  OPENAI_MODEL: z
    .string()
    .regex(/^\S{1,200}$/, 'set the name of one model, without spaces')
    .optional(),
  OPENAI_API: oneOf(MODEL_APIS).default('auto'),
  OPENAI_TIMEOUT_MS: z
    .string()
    .refine(isTimeout, 'set a whole number of milliseconds from 1000 to 300000, or leave it empty for 60000')
    .transform(Number)
    .default(60_000),
  MODEL_DAILY_TOKENS: tokens(2_000_000),
  MODEL_DAILY_TOKENS_CHANNEL: tokens(1_000_000),
  MODEL_DAILY_TOKENS_PERSON: tokens(1_000_000),
  MODEL_DAILY_COST: dollars(),
  MODEL_DAILY_COST_CHANNEL: dollars(),
  MODEL_DAILY_COST_PERSON: dollars(),
  MODEL_PRICE_INPUT: price().optional(),
  MODEL_PRICE_OUTPUT: price().optional(),
  ...SLACK_VARIABLES,
  ...DISCORD_VARIABLES,
  ...WEB_VARIABLES,
});

type Variables = z.infer<typeof SCHEMA>;

/** Every variable that is read. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(SCHEMA.shape);

export interface Config {
  readonly databasePath: string;
  readonly tenancy: (typeof TENANCIES)[number];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** An IANA name. */
  readonly zone: string;
  readonly sourcesScanSeconds: number;
  /** Null with neither a key nor a base URL: then briefs are made of the articles' own sentences. */
  readonly model: ModelConfig | null;
  /** Null without tokens. */
  readonly slack: SlackConfig | null;
  /** Null without a token. */
  readonly discord: DiscordConfig | null;
}

export interface ModelConfig {
  /** Null for a server that needs none. */
  readonly apiKey: string | null;
  /** Null for OpenAI. */
  readonly baseUrl: string | null;
  readonly name: string;
  readonly api: (typeof MODEL_APIS)[number];
  /** For one reply, with everything that is tried for it. */
  readonly timeoutMs: number;
  /** What each may spend in a day; 0 is no limit. */
  readonly daily: { readonly tenant: DailyLimit; readonly channel: DailyLimit; readonly person: DailyLimit };
  /** US dollars for a million tokens; null when not told. */
  readonly price: { readonly input: number; readonly output: number } | null;
}

/** Tokens, read and written together, and US dollars. */
export interface DailyLimit {
  readonly tokens: number;
  readonly dollars: number;
}

export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      const trimmed = value?.trim() ?? '';
      return trimmed === '' ? [] : [[name, trimmed]];
    }),
  );
  const parsed = SCHEMA.safeParse(set);
  const wrong = (parsed.error?.issues ?? []).map(({ path, message }) => ({ variable: path.join('.'), message }));
  // What does not fit together is told only where the variable by itself is right.
  const together = [...missing(set), ...slackProblems(set), ...discordProblems(set)];
  const unfit = together.filter(({ variable }) => !wrong.some((other) => other.variable === variable));
  const problems = [...wrong, ...unfit];
  if (parsed.success && problems.length === 0) return toConfig(parsed.data);
  throw new ConfigError(problems);
}

/** What must be set because something else is. */
function missing(set: Readonly<Record<string, string>>): readonly ConfigProblem[] {
  const needs = [
    ['OPENAI_BASE_URL', 'OPENAI_MODEL', 'set the name of a model that the server at OPENAI_BASE_URL has'],
    ['MODEL_PRICE_INPUT', 'MODEL_PRICE_OUTPUT', 'set both prices or neither'],
    ['MODEL_PRICE_OUTPUT', 'MODEL_PRICE_INPUT', 'set both prices or neither'],
  ] as const;
  return needs.flatMap(([given, variable, message]) =>
    Object.hasOwn(set, given) && !Object.hasOwn(set, variable) ? [{ variable, message }] : [],
  );
}

function toConfig(variables: Variables): Config {
  return {
    databasePath: variables.DATABASE_URL.replace(/^file:(?:\/\/)?/, ''),
    tenancy: variables.TENANCY,
    logLevel: variables.LOG_LEVEL,
    zone: variables.TZ,
    sourcesScanSeconds: variables.SOURCES_SCAN_SECONDS,
    model: toModelConfig(variables),
    slack: toSlackConfig(variables),
    discord: toDiscordConfig(variables),
  };
}

function toModelConfig(variables: Variables): ModelConfig | null {
  const {
    OPENAI_API_KEY: apiKey = null,
    OPENAI_BASE_URL: baseUrl = null,
    MODEL_PRICE_INPUT: input,
    MODEL_PRICE_OUTPUT: output,
  } = variables;
  if (apiKey === null && baseUrl === null) return null;
  return {
    apiKey,
    baseUrl,
    name: variables.OPENAI_MODEL ?? OPENAI_DEFAULT_MODEL,
    api: variables.OPENAI_API,
    timeoutMs: variables.OPENAI_TIMEOUT_MS,
    daily: {
      tenant: { tokens: variables.MODEL_DAILY_TOKENS, dollars: variables.MODEL_DAILY_COST },
      channel: { tokens: variables.MODEL_DAILY_TOKENS_CHANNEL, dollars: variables.MODEL_DAILY_COST_CHANNEL },
      person: { tokens: variables.MODEL_DAILY_TOKENS_PERSON, dollars: variables.MODEL_DAILY_COST_PERSON },
    },
    price: input === undefined || output === undefined ? null : { input, output },
  };
}

function tokens(usual: number) {
  return z
    .string()
    .regex(/^(?:0|[1-9]\d{0,11})$/, `set a whole number of tokens, 0 for no limit, or leave it empty for ${usual}`)
    .transform(Number)
    .default(usual);
}

function dollars() {
  return z
    .string()
    .regex(/^\d{1,6}(?:\.\d{1,6})?$/, 'set US dollars, for example 2.50, or 0 or nothing for no limit')
    .transform(Number)
    .default(0);
}

function price() {
  return z
    .string()
    .regex(/^\d{1,6}(?:\.\d{1,6})?$/, 'set US dollars for a million tokens, for example 0.10, or leave it empty')
    .transform(Number);
}

/** Node's fetch gives up by itself after five minutes without an answer. */
function isTimeout(text: string): boolean {
  return /^[1-9]\d{3,5}$/.test(text) && Number(text) <= 300_000;
}

function checkDatabaseUrl(url: string, context: z.RefinementCtx): void {
  if (/^postgres(?:ql)?:/i.test(url)) {
    const message = 'PostgreSQL comes with a later release: set file: and a path for now';
    context.addIssue({ code: 'custom', message });
    return;
  }
  // file://name/… would be a file on the host called name, which is never what was meant.
  if (/^file:(?:\/|\/\/\/)?[^/]/.test(url)) return;
  context.addIssue({
    code: 'custom',
    message: 'set file: and a path, for example file:data/attache.db, or leave it empty',
  });
}

function isZone(name: string): boolean {
  // An offset such as +01:00 is accepted by Intl and has no summer time: it is not what a team lives in.
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
