import { openApp } from '../../src/app/open-app.ts';
import { parseConfig } from '../../src/config.ts';

// Run by measure-process.ts with a store in DATABASE_URL and a query as its argument: what the whole program holds in
// memory when it has answered once and waits.
const app = await openApp(parseConfig(process.env));
const { results } = await app.search('main', process.argv[2] ?? '', { limit: 10 });
globalThis.gc?.();
process.stdout.write(JSON.stringify({ rss: process.memoryUsage().rss, results: results.length }));
await app.close();
