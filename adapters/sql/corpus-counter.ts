import type { CorpusCounter } from '../../src/ports/corpus-statistics.ts';
import type { SqlDatabase } from './sql-database.ts';

function countCurrent({ query }: SqlDatabase, tenant: string) {
  return query
    .selectFrom('articles')
    .select((articles) => [
      articles.fn.countAll<number>().as('articles'),
      articles.fn.coalesce(articles.fn.sum<number>('passages'), articles.val(0)).as('passages'),
      articles.fn.count<number>('story_id').distinct().as('stories'),
      articles.fn.count<number>('outlet').distinct().as('outlets'),
      articles.fn.coalesce(articles.fn.sum<number>('sample'), articles.val(0)).as('samples'),
      articles.fn.min('published').as('oldest'),
      articles.fn.max('published').as('newest'),
    ])
    .where('tenant', '=', tenant)
    .where('current', '=', 1);
}

/** Counts what a tenant holds; all but `versions` are counts of current articles. */
export function createCorpusCounter(database: SqlDatabase): CorpusCounter {
  return {
    async count(tenant) {
      const current = await countCurrent(database, tenant).executeTakeFirstOrThrow();
      const { versions } = await database.query
        .selectFrom('articles')
        .select(({ fn }) => fn.countAll<number>().as('versions'))
        .where('tenant', '=', tenant)
        .executeTakeFirstOrThrow();
      const { articles, passages, stories, outlets, samples, oldest, newest } = current;
      return { articles, versions, passages, stories, outlets, samples, oldest, newest };
    },
  };
}
