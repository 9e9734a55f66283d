import type { Topic } from '../../src/domain/topic.ts';
import type { TopicStore } from '../../src/ports/topic-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import { parseStored } from './stored-json.ts';

/** Members are added so many at a time: each portion is a transaction of a few milliseconds. */
const PORTION = 1_000;

function insertMembers({ query, listOf }: SqlDatabase, tenant: string, slug: string, ids: readonly string[]) {
  return query
    .insertInto('topic_members')
    .columns(['tenant', 'topic', 'article'])
    .expression((from) =>
      from
        .selectFrom('articles')
        .select((articles) => ['tenant', articles.val(slug).as('topic'), 'number'])
        .where('tenant', '=', tenant)
        .where('id', 'in', listOf(ids)),
    )
    .onConflict((conflict) => conflict.doNothing());
}

function deleteMembers({ query }: SqlDatabase, tenant: string, slug: string) {
  return query.deleteFrom('topic_members').where('tenant', '=', tenant).where('topic', '=', slug);
}

function upsertTopic({ query }: SqlDatabase, tenant: string, topic: Topic) {
  const definition = JSON.stringify(topic);
  return query
    .insertInto('topics')
    .values({ tenant, slug: topic.slug, definition })
    .onConflict((conflict) => conflict.columns(['tenant', 'slug']).doUpdateSet({ definition }));
}

/** Keeps topics and their members. */
export function createTopicStore(database: SqlDatabase): TopicStore {
  const { query, write } = database;
  return {
    async list(tenant) {
      const rows = await query.selectFrom('topics').select('definition').where('tenant', '=', tenant).orderBy('slug').execute();
      return rows.map(({ definition }) => parseStored<Topic>(definition));
    },
    async save(tenant, topic) {
      await write([upsertTopic(database, tenant, topic), deleteMembers(database, tenant, topic.slug)]);
    },
    async assign(tenant, slug, articleIds) {
      for (let start = 0; start < articleIds.length; start += PORTION) {
        await write([insertMembers(database, tenant, slug, articleIds.slice(start, start + PORTION))]);
      }
    },
    async remove(tenant, slug) {
      const [removed = 0] = await write([
        query.deleteFrom('topics').where('tenant', '=', tenant).where('slug', '=', slug),
        deleteMembers(database, tenant, slug),
      ]);
      return removed > 0;
    },
  };
}
