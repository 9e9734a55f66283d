import { existsSync } from 'node:fs';
import { connectChats } from './app/connect-chats.ts';
import { type App, openApp } from './app/open-app.ts';
import { wait } from './app/wait.ts';
import { type Config, parseConfig } from './config.ts';

/** Reads the sources of the tenant now and then again and again, never twice at once, until `signal` says stop. */
async function keepReading(app: App, tenant: string, seconds: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { added, updated, rejected, failed } = await app.scan(tenant);
    if (added + updated + rejected.length + failed.length > 0)
      app.logger.info('sources read', { added, updated, rejected: rejected.length, failed });
    await wait(seconds * 1000, signal);
  }
}

/** Runs what is configured until a signal or a platform ends it. */
async function run(config: Config, app: App): Promise<void> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const chats = await connectChats(config, app, (reason) => {
    process.stderr.write(`${reason}\n`);
    process.exitCode = 1;
    stop.abort();
  });
  const names = chats.map(({ name }) => name).join(', ');
  app.logger.info(
    names === '' ? 'started; no chat platform is configured: to talk to it here: npm run -s attache -- chat' : `started on ${names}`,
    { sourcesScanSeconds: config.sourcesScanSeconds },
  );
  await keepReading(app, 'main', config.sourcesScanSeconds, stop.signal);
  await Promise.all(chats.map(({ lifecycle }) => lifecycle.stop()));
}

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  const config = parseConfig(process.env);
  const app = await openApp(config);
  try {
    await run(config, app);
  } finally {
    await app.close();
  }
  app.logger.info('stopped');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
// What a library has left open must not hold up a deploy.
setTimeout(() => process.exit(), 2_000).unref();
