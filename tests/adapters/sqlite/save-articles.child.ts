// A process of its own that saves articles one by one and prints the id of each once it is committed.
import { openSqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';
import { prepared } from '../../contracts/prepared-article.ts';

const [path = '', name = '', count = '0'] = process.argv.slice(2);
const store = await openSqliteStore({ path });
for (let index = 0; index < Number(count); index += 1) {
  const id = `${name}-${index}`;
  const passageTerms = Array.from({ length: 4 }, (_, passage) => `shared ${name} word${index} word${passage}`);
  await store.articles.save('main', [prepared({ id, passageTerms, speakers: [name], bands: [index], topics: ['t'] })]);
  process.stdout.write(`${id}\n`);
}
await store.close();
