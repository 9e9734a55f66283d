import { Worker } from 'node:worker_threads';
import type { Config } from '../config.ts';
import type { Logger } from '../ports/logger.ts';
import type { ToMain, ToWork } from './work-messages.ts';

/** The thread that answers and reads. */
export interface Work {
  /** There is something new in the inbox. */
  wake(): void;
  /** Lets what is under way end; resolves when the thread is done. */
  stop(): Promise<void>;
}

/**
 * Starts the thread that does the work.
 * @throws Error with one line that says what to do, when it cannot begin.
 */
export async function startWork(config: Config, logger: Logger, onFatal: (reason: string) => void): Promise<Work> {
  const worker = new Worker(new URL('./work-thread.ts', import.meta.url), { workerData: config });
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const post = (message: ToWork): void => worker.postMessage(message);
  let isReady = false;
  let isAsked = false;

  function fail(reason: string): void {
    if (isReady) onFatal(reason);
    else begun.reject(new Error(reason));
  }

  worker.on('message', (message: ToMain) => {
    if (message.kind === 'fatal') return fail(message.reason);
    if (message.kind === 'stopped') return ended.resolve();
    isReady = true;
    begun.resolve();
  });
  worker.on('error', (error) => {
    logger.error('the thread that works ended', { error });
    fail(`Attaché ended by a fault of its own: ${error instanceof Error ? error.message : String(error)}`);
  });
  worker.on('exit', () => {
    ended.resolve();
    // A bot that hears and never answers is worse than one that is away.
    if (!isAsked) fail('Attaché ended by a fault of its own: the thread that works is gone.');
  });
  await begun.promise;
  return {
    wake: () => post({ kind: 'wake' }),
    async stop() {
      isAsked = true;
      post({ kind: 'stop' });
      await ended.promise;
      await worker.terminate();
    },
  };
}
