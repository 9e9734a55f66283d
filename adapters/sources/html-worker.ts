import { parentPort } from 'node:worker_threads';
import { extractPage } from './extract-page.ts';

// Runs apart from the main thread, so that a page that keeps the parser busy can be ended.
parentPort?.on('message', ({ html }: { readonly html: string }) => {
  try {
    parentPort?.postMessage({ page: extractPage(html) });
  } catch {
    parentPort?.postMessage({ page: null });
  }
});
