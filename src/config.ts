import { z } from 'zod';

export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

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
});

/** Every variable that is read. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(SCHEMA.shape);

export interface Config {
  readonly databasePath: string;
  readonly tenancy: (typeof TENANCIES)[number];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** An IANA name. */
  readonly zone: string;
  readonly sourcesScanSeconds: number;
}

export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      const trimmed = value?.trim() ?? '';
      return trimmed === '' ? [] : [[name, trimmed]];
    }),
  );
  const parsed = SCHEMA.safeParse(set);
  if (parsed.success) return toConfig(parsed.data);
  throw new ConfigError(parsed.error.issues.map(({ path, message }) => ({ variable: path.join('.'), message })));
}

function toConfig(variables: z.infer<typeof SCHEMA>): Config {
  return {
    databasePath: variables.DATABASE_URL.replace(/^file:(?:\/\/)?/, ''),
    tenancy: variables.TENANCY,
    logLevel: variables.LOG_LEVEL,
    zone: variables.TZ,
    sourcesScanSeconds: variables.SOURCES_SCAN_SECONDS,
  };
}

function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, { error: () => `set one of ${values.join(', ')}, or leave it empty` });
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
