import type { FileHandle } from 'node:fs/promises';
import type { ReadItem } from '../../src/ports/article-reader.ts';
import { bareArticle, textOf } from './raw-article.ts';
import { LARGEST_FILE, Unreadable } from './read-bytes.ts';
import { type Line, splitLines } from './split-lines.ts';

const DECODER = new TextDecoder('utf-8', { fatal: true });

function decodeLine({ bytes }: Line): string {
  if (bytes === null) throw new Unreadable(`is longer than ${LARGEST_FILE / 1024 / 1024} MB`);
  try {
    return DECODER.decode(bytes);
  } catch {
    throw new Unreadable('is not UTF-8');
  }
}

function parseObject(line: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Unreadable('is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable('is not a JSON object');
  return { ...value };
}

function parseLine(line: string, origin: string): ReadItem {
  const fields = parseObject(line);
  const text = fields['text'];
  if (typeof text !== 'string' || text.trim() === '') throw new Unreadable('has no "text"');
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

/** One article a line; a bad line is an item with its number, blank lines are passed over, and the next one is read. */
export async function* parseJsonLines(file: FileHandle, path: string): AsyncIterable<ReadItem> {
  let count = 0;
  for await (const line of splitLines(file, LARGEST_FILE)) {
    const origin = `${path}:${line.number}`;
    try {
      const text = decodeLine(line);
      if (text.trim() === '') continue;
      count += 1;
      yield parseLine(text, origin);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      count += 1;
      yield { kind: 'rejected', origin, reason: error.message };
    }
  }
  if (count === 0) yield { kind: 'rejected', origin: path, reason: 'holds no lines' };
}
