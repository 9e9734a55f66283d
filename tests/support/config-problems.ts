import { ConfigError, parseConfig } from '../../src/config.ts';

/** The error that this environment makes; null for none. */
export function errorOf(env: Readonly<Record<string, string>>): ConfigError | null {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  return null;
}

/** The problems of this environment, by variable. */
export function problemsOf(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const problems = errorOf(env)?.problems ?? [];
  return Object.fromEntries(problems.map(({ variable, message }) => [variable, message]));
}
