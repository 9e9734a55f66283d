import { Worker } from 'node:worker_threads';
import type { Config } from '../config.ts';
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
export async function startWork(config: Config, onFatal: (reason: string) => void): Promise<Work> {
  const worker = new Worker(new URL('./work-thread.ts', import.meta.url), { workerData: config });
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const post = (message: ToWork): void => worker.postMessage(message);
  let isReady = false;

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
  worker.on('error', (error) => fail(`Attaché ended by a fault of its own: ${error instanceof Error ? error.message : String(error)}`));
  worker.on('exit', () => ended.resolve());
  await begun.promise;
  return {
    wake: () => post({ kind: 'wake' }),
    async stop() {
      post({ kind: 'stop' });
      await ended.promise;
      await worker.terminate();
    },
  };
}
