// A process of its own that reserves on two accounts of one day as long as it is granted some, and prints how often it was.
import { openSqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';

const [path = '', tokens = '1', limit = '0', own = ''] = process.argv.slice(2);
const store = await openSqliteStore({ path });
const amount = { tokens: Number(tokens), microDollars: 2 };
const accounts = [
  { name: 'tenant', limit: { tokens: Number(limit), microDollars: Number.POSITIVE_INFINITY } },
  { name: own, limit: { tokens: Number.POSITIVE_INFINITY, microDollars: 250 } },
];
let granted = 0;
while ((await store.ledger.reserve('main', '2026-11-23', accounts, amount)) === null) granted += 1;
await store.close();
process.stdout.write(`${granted}\n`);
