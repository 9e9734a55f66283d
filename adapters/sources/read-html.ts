import { Worker } from 'node:worker_threads';
import type { RawArticle } from '../../src/domain/article.ts';
import { decodeText } from './decode-text.ts';
import type { Page } from './extract-page.ts';
import { bareArticle } from './raw-article.ts';
import { Unreadable } from './read-bytes.ts';

/** A page that takes longer is hostile or broken: a long real one takes a tenth of it. */
const TIME_LIMIT_MS = 5_000;
const MEMORY_LIMIT_MB = 256;
const LARGEST_PAGE = 5 * 1024 * 1024;

/** Reads pages in a worker that is started with the first one and ended when it takes too long. */
export interface HtmlReader {
  read(bytes: Uint8Array, origin: string): Promise<RawArticle>;
  close(): Promise<void>;
}

function declaredCharset(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})/iu.exec(start)?.[1] ?? null;
}

/** Makes a reader of pages. `timeLimitMs` is for tests of the limit. */
export function createHtmlReader(timeLimitMs: number = TIME_LIMIT_MS): HtmlReader {
  let worker: Worker | null = null;

  function start(): Worker {
    const started = new Worker(new URL('./html-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    started.unref();
    return started;
  }

  async function stop(): Promise<void> {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  }

  async function extract(html: string): Promise<Page> {
    const current = (worker ??= start());
    const { promise, resolve, reject } = Promise.withResolvers<Page | null>();
    const timer = setTimeout(() => reject(new Unreadable(`took longer than ${timeLimitMs / 1000} s to read`)), timeLimitMs);
    const onMessage = ({ page }: { readonly page: Page | null }): void => resolve(page);
    const onError = (): void => reject(new Unreadable('could not be read as a page'));
    current.once('message', onMessage).once('error', onError).once('exit', onError);
    try {
      current.postMessage({ html });
      const page = await promise;
      if (page === null) throw new Unreadable('could not be read as a page');
      return page;
    } catch (error) {
      await stop();
      throw error;
    } finally {
      clearTimeout(timer);
      current.off('message', onMessage).off('error', onError).off('exit', onError);
    }
  }

  return {
    async read(bytes, origin) {
      if (bytes.length > LARGEST_PAGE) throw new Unreadable(`is larger than ${LARGEST_PAGE / 1024 / 1024} MB, too large for a page`);
      const page = await extract(decodeText(bytes, declaredCharset(bytes)));
      if (page.text === '') throw new Unreadable('holds no visible text');
      return { ...bareArticle(page.text, origin), ...page, publishedFrom: 'page' };
    },
    close: stop,
  };
}
