import type { ZodType, z } from 'zod';
import { findJson } from './find-json.ts';

/** Whether a text holds what was asked for. */
export type Fitted<T> = { readonly kind: 'fits'; readonly value: T } | Misfit;

export interface Misfit {
  readonly kind: 'misfit';
  /** For the log: where it does not fit and how, without a word of the model's. */
  readonly reason: string;
  /** For the model, which may be told its own words. */
  readonly problem: string;
  /** True when no server that holds a model to the schema could have let it pass. */
  readonly strayed: boolean;
}

const MOST_ISSUES = 5;
const MOST_CHARACTERS = 160;
const BEGINNING = 'it did not fit the schema: ';
/** UTF-16 code units that `problem` has, at most. */
export const LONGEST_PROBLEM = BEGINNING.length + MOST_ISSUES * (MOST_CHARACTERS + '; '.length);

/** What JSON Schema cannot say, or servers do not enforce. */
const BEYOND_THE_SCHEMA: ReadonlySet<string> = new Set(['custom', 'too_big', 'too_small', 'invalid_format', 'not_multiple_of']);

/** The first JSON in a text that fits a schema, or what is wrong with the likeliest. */
export function fitReply<T>(text: string, schema: ZodType<T>): Fitted<T> {
  let misfit: Misfit | null = null;
  for (const found of findJson(text)) {
    const parsed = schema.safeParse(found);
    if (parsed.success) return { kind: 'fits', value: parsed.data };
    misfit ??= describe(parsed.error.issues);
  }
  return misfit ?? noJson(text);
}

function noJson(text: string): Misfit {
  const problem = text.trim() === '' ? 'it was empty' : 'it was not valid JSON';
  return { kind: 'misfit', reason: problem, problem, strayed: true };
}

function describe(issues: readonly z.core.$ZodIssue[]): Misfit {
  const told = issues.slice(0, MOST_ISSUES);
  return {
    kind: 'misfit',
    reason: `it did not fit: ${told.map(({ path, code }) => `${place(path)} ${code}`).join(', ')}`,
    problem: `${BEGINNING}${told.map(({ path, message }) => `${place(path)}: ${message}`.slice(0, MOST_CHARACTERS)).join('; ')}`,
    strayed: issues.some(({ code }) => !BEYOND_THE_SCHEMA.has(code)),
  };
}

/** Keys in a path are the schema's own, because strict schemas know no records. */
function place(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the reply' : path.map(String).join('.');
}
