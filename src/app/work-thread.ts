import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../config.ts';
import { createChats } from './create-chats.ts';
import { type App, openApp } from './open-app.ts';
import { wait } from './wait.ts';
import type { ToMain, ToWork } from './work-messages.ts';

/** Reads the sources of the tenant now and then again and again, never twice at once, until `signal` says stop. */
async function keepReading(app: App, tenant: string, seconds: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const { added, updated, rejected, failed } = await app.scan(tenant);
      if (added + updated + rejected.length + failed.length > 0)
        app.logger.info('sources read', { added, updated, rejected: rejected.length, failed });
    } catch (error) {
      // A store that is busy or full now may not be so later, and what is composed is posted meanwhile.
      app.logger.error('the sources could not be read', { error });
    }
    await wait(seconds * 1000, signal);
  }
}

function tell(message: ToMain): void {
  parentPort?.postMessage(message);
}

/** The thread that answers and reads: whatever it computes, the thread that hears the platforms goes on hearing them. */
async function run(config: Config): Promise<void> {
  const app = await openApp(config);
  const stop = new AbortController();
  const chats = createChats(config, { ...app, onFatal: (reason) => tell({ kind: 'fatal', reason }) });
  if (chats.length > 0) app.connect(chats);
  void keepReading(app, 'main', config.sourcesScanSeconds, stop.signal);

  /** What is being read is left where it is: it is saved in small batches, and read again. */
  async function end(): Promise<void> {
    stop.abort();
    await app.close().catch((error: unknown) => app.logger.error('not closed in order', { error }));
    tell({ kind: 'stopped' });
  }

  parentPort?.on('message', ({ kind }: ToWork) => {
    if (kind === 'wake') app.inbox.wake();
    else void end();
  });
  tell({ kind: 'ready' });
}

try {
  await run(workerData as Config);
} catch (error) {
  tell({ kind: 'fatal', reason: error instanceof Error ? error.message : String(error) });
}
