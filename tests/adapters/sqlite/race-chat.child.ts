// A process of its own that takes acts and begins parts as long as there are any, and prints what it got.
import { openSqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';

const [path = '', owner = '', group = ''] = process.argv.slice(2);
const store = await openSqliteStore({ path });
const handled: string[] = [];
for (;;) {
  const taken = await store.inbox.take(owner, 10, 1_000, 2);
  if (taken.length === 0) break;
  for (const { inbound } of taken) if (await store.inbox.finish(owner, inbound.key, 11)) handled.push(inbound.key);
}
const begun: string[] = [];
for (const { key } of await store.deliveries.partsOf(group)) if (await store.deliveries.begin(key, 1, 10)) begun.push(key);
await store.close();
process.stdout.write(JSON.stringify({ handled, begun }));
