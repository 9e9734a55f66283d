import { extname } from 'node:path';
import type { ArticleReader, ReadItem } from '../../src/ports/article-reader.ts';
import type { RawArticle } from '../../src/domain/article.ts';
import { decodeText } from './decode-text.ts';
import { parseJsonLines } from './parse-json-lines.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { parseText } from './parse-text.ts';
import { readBytes, Unreadable } from './read-bytes.ts';
import { createHtmlReader, type HtmlReader } from './read-html.ts';
import { READ_EXTENSIONS, walkFiles } from './walk-files.ts';

export interface ArticleReaderOptions {
  /** Fills what the files lack. */
  readonly outlet: string | null;
  readonly language: string | null;
}

async function readFile(path: string, extension: string, pages: HtmlReader): Promise<RawArticle> {
  const bytes = await readBytes(path);
  if (extension === '.html' || extension === '.htm') return pages.read(bytes, path);
  const text = decodeText(bytes);
  return extension === '.txt' ? parseText(text, path) : parseMarkdown(text, path);
}

async function* readOne(path: string, pages: HtmlReader): AsyncIterable<ReadItem> {
  const extension = extname(path).toLowerCase();
  try {
    if (!READ_EXTENSIONS.has(extension)) throw new Unreadable(`is of no kind that is read (${[...READ_EXTENSIONS].join(' ')})`);
    if (extension === '.jsonl' || extension === '.ndjson') yield* parseJsonLines(path);
    else yield { kind: 'article', raw: await readFile(path, extension, pages) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield { kind: 'rejected', origin: path, reason: error.message };
  }
}

/**
 * Reads articles out of files and folders: text, Markdown, HTML, JSON Lines. What a file does not say is taken from
 * the options; a date that is none makes the article undated and is not guessed.
 */
export function createArticleReader({ outlet, language }: ArticleReaderOptions): ArticleReader {
  const fill = (item: ReadItem): ReadItem =>
    item.kind === 'rejected' ? item : { kind: 'article', raw: { ...item.raw, outlet: item.raw.outlet ?? outlet, language: item.raw.language ?? language } };
  return {
    async *read(path) {
      const pages = createHtmlReader();
      try {
        for await (const found of walkFiles(path)) {
          if (found.kind === 'unreadable') yield { kind: 'rejected', origin: found.path, reason: found.reason };
          else for await (const item of readOne(found.path, pages)) yield fill(item);
        }
      } finally {
        await pages.close();
      }
    },
    async count(path) {
      let count = 0;
      for await (const _ of walkFiles(path)) count += 1;
      return count;
    },
  };
}
