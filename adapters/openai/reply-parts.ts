import { z } from 'zod';
import type { Tokens } from './model-call.ts';

// Servers differ in everything that is not the reply itself: whatever else does not fit counts as absent.

const COUNT = z.int().nonnegative().catch(0);

/** A string, or null for anything else. */
export const WORD = z.string().nullable().catch(null);

/** The counts under the names that a transport gives them. */
export function tokensOf(usage: unknown, inputName: string, outputName: string): Tokens {
  const counts = z.record(z.string(), z.unknown()).catch({}).parse(usage);
  return { inputTokens: COUNT.parse(counts[inputName]), outputTokens: COUNT.parse(counts[outputName]) };
}

/** The code of an `error` inside a reply, as text; null where there is no error. */
export const ERROR_CODE = z
  .object({ code: z.union([z.string(), z.number().transform(String)]).catch('') })
  .transform(({ code }) => code)
  .nullable()
  .catch(null);
