import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { ArticleHead } from '../../src/domain/article.ts';
import type { ArticleFilter, ArticleStore, ReadArticle } from '../../src/ports/article-store.ts';
import { HEAD_COLUMNS, toHead } from './article-rows.ts';
import { decodeSentences } from './sentence-codec.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { Flag, Tables } from './tables.ts';

type Articles = ExpressionBuilder<Tables, 'articles'>;

function flag(value: boolean): Flag {
  return value ? 1 : 0;
}

/**
 * True for the path itself, what lies below it, and lines of it (`feed.jsonl:3`). Ranges instead of LIKE, because a
 * path may hold wildcards: `0` follows `/` in code order, and `:` follows `9`.
 */
function liesBelow(articles: Articles, path: string): Expression<SqlBool> {
  const root = path.replace(/\/+$/, '');
  const within = (from: string, to: string) => articles.and([articles('origin', '>=', from), articles('origin', '<', to)]);
  return articles.or([articles('origin', '=', root), within(`${root}/`, `${root}0`), within(`${root}:0`, `${root}::`)]);
}

function isMember(articles: Articles, tenant: string, topic: string): Expression<SqlBool> {
  const members = articles.selectFrom('topic_members').select('article').where('tenant', '=', tenant).where('topic', '=', topic);
  return articles('number', 'in', members);
}

function isOneOf(articles: Articles, { listOf }: SqlDatabase, lineages: readonly string[]): Expression<SqlBool> {
  const [only, ...others] = lineages;
  return only !== undefined && others.length === 0 ? articles('lineage', '=', only) : articles('lineage', 'in', listOf(lineages));
}

function conditions(articles: Articles, database: SqlDatabase, tenant: string, filter: ArticleFilter): Expression<SqlBool> {
  const all: Expression<SqlBool>[] = [articles('tenant', '=', tenant)];
  if (filter.superseded !== true) all.push(articles('current', '=', 1));
  if (filter.topic !== undefined) all.push(isMember(articles, tenant, filter.topic));
  if (filter.from !== undefined) all.push(articles('published', '>=', filter.from));
  if (filter.to !== undefined) all.push(articles('published', '<=', filter.to));
  if (filter.undated !== undefined) all.push(articles('published', filter.undated ? 'is' : 'is not', null));
  if (filter.lineages !== undefined) all.push(isOneOf(articles, database, filter.lineages));
  if (filter.below !== undefined) all.push(liesBelow(articles, filter.below));
  if (filter.sample !== undefined) all.push(articles('sample', '=', flag(filter.sample)));
  if (filter.afterId !== undefined) all.push(articles('id', '>', filter.afterId));
  return articles.and(all);
}

function selectHeads(database: SqlDatabase, tenant: string, filter: ArticleFilter) {
  let query = database.query
    .selectFrom('articles')
    .select(HEAD_COLUMNS)
    .where((articles) => conditions(articles, database, tenant, filter));
  // One lineage has one current version. Told to order it, SQLite would walk through all articles by their date instead.
  if (filter.lineages?.length === 1 && filter.superseded !== true) return query;
  if (filter.order !== 'id') query = query.orderBy('published', (order) => order.desc().nullsLast());
  query = query.orderBy('id');
  return filter.limit === undefined ? query : query.limit(filter.limit);
}

function selectArticles({ query, listOf }: SqlDatabase, tenant: string, ids: readonly string[]) {
  return query
    .selectFrom('articles')
    .innerJoin('article_texts', 'article_texts.article', 'articles.number')
    .select(HEAD_COLUMNS)
    .select(['article_texts.text', 'article_texts.sentences'])
    .where('articles.tenant', '=', tenant)
    .where('article_texts.tenant', '=', tenant)
    .where('articles.id', 'in', listOf(ids));
}

const STAND_IN = { tenant: 'the tenant', lineage: 'the lineage' };

/**
 * Finds the current version of a lineage. Ingest asks for it with every article, and to build the query takes longer than
 * to run it: it is built once, with stand-ins for its two values.
 */
function prepareCurrent(database: SqlDatabase): (tenant: string, lineage: string) => Promise<readonly ArticleHead[]> {
  const compiled = selectHeads(database, STAND_IN.tenant, { lineages: [STAND_IN.lineage] }).compile();
  return async (tenant, lineage) => {
    const values = new Map<unknown, string>([
      [STAND_IN.tenant, tenant],
      [STAND_IN.lineage, lineage],
    ]);
    const query: typeof compiled = { ...compiled, parameters: compiled.parameters.map((value) => values.get(value) ?? value) };
    const { rows } = await database.query.executeQuery(query);
    return rows.map(toHead);
  };
}

/** The lineage, when nothing is asked but its current version. */
function lineageAlone(filter: ArticleFilter): string | undefined {
  const alone = Object.keys(filter).every((name) => name === 'lineages' || name === 'limit');
  return alone && filter.lineages?.length === 1 ? filter.lineages[0] : undefined;
}

/** The reading half of an article store, the same in both databases. */
export function createArticleReader(database: SqlDatabase): Pick<ArticleStore, 'find' | 'read'> {
  const findCurrent = prepareCurrent(database);
  return {
    async find(tenant, filter) {
      const lineage = lineageAlone(filter);
      if (lineage !== undefined) return findCurrent(tenant, lineage);
      const rows = await selectHeads(database, tenant, filter).execute();
      return rows.map(toHead);
    },
    async read(tenant, ids) {
      if (ids.length === 0) return [];
      const rows = await selectArticles(database, tenant, ids).execute();
      const found = new Map<string, ReadArticle>(
        rows.map((row) => [row.id, { article: { ...toHead(row), text: row.text }, sentences: decodeSentences(row.sentences) }]),
      );
      return ids.flatMap((id) => found.get(id) ?? []);
    },
  };
}
