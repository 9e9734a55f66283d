import { extname } from 'node:path';
import type { RawArticle } from '../../src/domain/article.ts';
import type { ArticleReader, ReadItem } from '../../src/ports/article-reader.ts';
import { decodeText } from './decode-text.ts';
import { parseJsonLines } from './parse-json-lines.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { parseText } from './parse-text.ts';
import { type FilePlace, openFile, type PlaceCheck, readBytes, reasonOf, Unreadable } from './read-bytes.ts';
import { createHtmlReader, type HtmlReader } from './read-html.ts';
import { READ_EXTENSIONS, walkFiles } from './walk-files.ts';

export interface ArticleReaderOptions {
  /** Fills what the files lack. */
  readonly outlet: string | null;
  readonly language: string | null;
  /** For tests of what happens without it: how a file is kept from leading out of its folder. */
  readonly isAllowed?: PlaceCheck | undefined;
}

/** What the reading of one path shares. */
interface Reading {
  readonly pages: HtmlReader;
  readonly isAllowed: PlaceCheck | undefined;
}

async function readWhole(place: FilePlace, extension: string, { pages, isAllowed }: Reading): Promise<RawArticle> {
  const bytes = await readBytes(place, isAllowed);
  if (extension === '.html' || extension === '.htm') return pages.read(bytes, place.path);
  const text = decodeText(bytes);
  if (text.trim() === '') throw new Unreadable('is empty');
  return extension === '.txt' ? parseText(text, place.path) : parseMarkdown(text, place.path);
}

async function* readLines(place: FilePlace, { isAllowed }: Reading): AsyncIterable<ReadItem> {
  const file = await openFile(place, Number.POSITIVE_INFINITY, isAllowed);
  try {
    yield* parseJsonLines(file, place.path);
  } finally {
    await file.close();
  }
}

/** True for what the system says of a file or a disk; any other error is a fault of ours. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

async function* readOne(place: FilePlace, reading: Reading): AsyncIterable<ReadItem> {
  const extension = extname(place.path).toLowerCase();
  try {
    if (!READ_EXTENSIONS.has(extension)) throw new Unreadable(`is of no kind that is read (${[...READ_EXTENSIONS].join(' ')})`);
    if (extension === '.jsonl' || extension === '.ndjson') yield* readLines(place, reading);
    else yield { kind: 'article', raw: await readWhole(place, extension, reading) };
  } catch (error) {
    if (!(error instanceof Unreadable) && !isSystemError(error)) throw error;
    yield {
      kind: 'rejected',
      origin: place.path,
      reason: error instanceof Unreadable ? error.message : reasonOf(error),
    };
  }
}

/**
 * Reads articles out of files and folders: text, Markdown, HTML, JSON Lines. What a file does not say is taken from
 * the options; a date that is none makes the article undated and is not guessed.
 */
export function createArticleReader({ outlet, language, isAllowed }: ArticleReaderOptions): ArticleReader {
  const fill = (item: ReadItem): ReadItem =>
    item.kind === 'rejected'
      ? item
      : {
          kind: 'article',
          raw: { ...item.raw, outlet: item.raw.outlet ?? outlet, language: item.raw.language ?? language },
        };
  return {
    async *read(path) {
      const reading: Reading = { pages: createHtmlReader(), isAllowed };
      try {
        for await (const found of walkFiles(path)) {
          if (found.kind === 'unreadable') yield { kind: 'rejected', origin: found.path, reason: found.reason };
          else for await (const item of readOne(found.place, reading)) yield fill(item);
        }
      } finally {
        await reading.pages.close();
      }
    },
    async count(path) {
      let count = 0;
      for await (const found of walkFiles(path)) if (found.kind === 'file') count += 1;
      return count;
    },
  };
}
