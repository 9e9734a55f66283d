import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ReadItem } from '../../src/ports/article-reader.ts';
import { bareArticle, textOf } from './raw-article.ts';
import { LARGEST_FILE } from './read-bytes.ts';

function parseLine(line: string, origin: string): ReadItem {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { kind: 'rejected', origin, reason: 'is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'rejected', origin, reason: 'is not a JSON object' };
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const text = fields['text'];
  if (typeof text !== 'string' || text.trim() === '') return { kind: 'rejected', origin, reason: 'has no "text"' };
  const raw = {
    ...bareArticle(text, origin),
    id: textOf(fields['id']),
    title: textOf(fields['title']),
    published: textOf(fields['published']),
    url: textOf(fields['url']),
    outlet: textOf(fields['outlet']),
    language: textOf(fields['language']),
    sample: fields['sample'] === true,
  };
  return { kind: 'article', raw };
}

/** One article a line; a bad line is an item with its number, and the next one is read. */
export async function* parseJsonLines(path: string): AsyncIterable<ReadItem> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    number += 1;
    const origin = `${path}:${number}`;
    const text = number === 1 ? line.replace(/^\ufeff/u, '') : line;
    if (text.trim() === '') continue;
    if (text.length > LARGEST_FILE) yield { kind: 'rejected', origin, reason: `is longer than ${LARGEST_FILE / 1024 / 1024} MB` };
    else yield parseLine(text, origin);
  }
  if (number === 0) yield { kind: 'rejected', origin: path, reason: 'is empty' };
}
