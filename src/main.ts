import { existsSync } from 'node:fs';
import { type App, openApp } from './app/open-app.ts';
import { parseConfig } from './config.ts';

/** Reads the sources of the tenant now and then again and again, never twice at once, until `signal` says stop. */
async function keepReading(app: App, tenant: string, seconds: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { added, updated, rejected, failed } = await app.scan(tenant);
    if (added + updated + rejected.length + failed.length > 0)
      app.logger.info('sources read', { added, updated, rejected: rejected.length, failed });
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
    });
  }
}

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  const config = parseConfig(process.env);
  const app = await openApp(config);
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  app.logger.info('started: folder sources are read again and again; to talk to it: npm run -s attache -- chat', {
    seconds: config.sourcesScanSeconds,
  });
  await keepReading(app, 'main', config.sourcesScanSeconds, stop.signal);
  await app.close();
  app.logger.info('stopped');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
