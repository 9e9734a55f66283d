import type { Reading } from '../../src/domain/reading.ts';
import type { ReadingStore } from '../../src/ports/reading-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import { parseStored } from './stored-json.ts';

/** Selects from the article, so that a reading which ends after its article was removed leaves none of its text behind. */
function insertReading({ query }: SqlDatabase, tenant: string, reading: Reading) {
  const { articleId, reader } = reading;
  return query
    .insertInto('readings')
    .columns(['tenant', 'article_id', 'reader', 'body'])
    .expression((from) =>
      from
        .selectFrom('articles')
        .select((articles) => ['tenant', 'id', articles.val(reader).as('reader'), articles.val(JSON.stringify(reading)).as('body')])
        .where('tenant', '=', tenant)
        .where('id', '=', articleId),
    )
    .onConflict((conflict) => conflict.doNothing());
}

/** Keeps readings. They go with their article, which whoever removes articles sees to. */
export function createReadingStore(database: SqlDatabase): ReadingStore {
  const { query, writeRelaxed, listOf } = database;
  return {
    async find(tenant, articleIds, reader) {
      if (articleIds.length === 0) return [];
      const rows = await query
        .selectFrom('readings')
        .select('body')
        .where('tenant', '=', tenant)
        .where('article_id', 'in', listOf(articleIds))
        .where('reader', '=', reader)
        .execute();
      return rows.map(({ body }) => parseStored<Reading>(body));
    },
    async save(tenant, reading) {
      await writeRelaxed([insertReading(database, tenant, reading)]);
    },
  };
}
