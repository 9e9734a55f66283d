// A process of its own that reserves tokens on one day as long as it is granted some, and prints how often it was.
import { openSqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';

const [path = '', tokens = '1', limit = '0'] = process.argv.slice(2);
const store = await openSqliteStore({ path });
let granted = 0;
while (await store.ledger.reserve('main', '2026-11-23', Number(tokens), Number(limit))) granted += 1;
await store.close();
process.stdout.write(`${granted}\n`);
