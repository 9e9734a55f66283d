// Opens the database and prints the error that a person would see.
import { openSqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';

const [path = ''] = process.argv.slice(2);
try {
  const store = await openSqliteStore({ path });
  await store.close();
  process.stdout.write('opened\n');
} catch (error) {
  process.stdout.write(`${String(error)}\n`);
}
