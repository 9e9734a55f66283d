import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readResults } from '../bot/look-up-commands.ts';
import { consoleCaller } from '../domain/caller.ts';
import { UserError } from '../domain/errors.ts';
import { TELL_NOBODY } from '../ports/handle.ts';
import type { App } from './open-app.ts';

const Question = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });
const Query = z.object({ id: z.union([z.string(), z.number()]), query: z.string() });

/** Reads a file of JSON lines. @throws UserError naming the line that does not fit. */
async function* readLines<T>(path: string, schema: z.ZodType<T>): AsyncIterable<T> {
  const stream = createReadStream(path, 'utf8');
  let number = 0;
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() !== '') yield parseLine(line, schema, path, number);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path} cannot be read: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
}

function parseLine<T>(line: string, schema: z.ZodType<T>, path: string, number: number): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UserError(`${path}, line ${number}: not JSON.`);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new UserError(`${path}, line ${number}: ${parsed.error.issues[0]?.message ?? 'not in the form that is expected'}.`);
  return parsed.data;
}

/** Answers every question of a file; the reply to each carries the question's own id. */
export async function* askAll(app: App, tenant: string, path: string): AsyncIterable<unknown> {
  for await (const { id, question } of readLines(path, Question)) {
    const reply = await app.handle({ name: 'ask', args: { question } }, consoleCaller(tenant, 'batch'), TELL_NOBODY);
    yield { ...reply, id };
  }
}

/** Searches for every query of a file. */
export async function* searchAll(app: App, tenant: string, path: string, limit: number): AsyncIterable<unknown> {
  for await (const { id, query } of readLines(path, Query)) {
    yield { id, results: await searchOnce(app, tenant, query, limit) };
  }
}

/** The best passages for one query. */
export async function searchOnce(app: App, tenant: string, query: string, limit: number): Promise<readonly unknown[]> {
  const { results } = await app.search(tenant, query, { limit });
  const read = await readResults(app.stores.articles, tenant, results);
  return read.map(({ articleId, passageId, score, text, start, end }) => ({
    articleId,
    passageId,
    score,
    text,
    start,
    end,
  }));
}
