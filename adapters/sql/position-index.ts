import type { PositionIndex } from '../../src/ports/position-index.ts';
import type { SqlDatabase } from './sql-database.ts';

// Alphabetical as people expect it: É beside E, "van Damme" under V. Code order would put both after Z.
const ALPHABET = new Intl.Collator('en');

/** Reads who speaks where. */
export function createPositionIndex({ query, listOf }: SqlDatabase): PositionIndex {
  return {
    async speakers(tenant) {
      const rows = await query
        .selectFrom('positions')
        .select('speaker')
        .distinct()
        .where('tenant', '=', tenant)
        .orderBy('speaker')
        .execute();
      return rows.map(({ speaker }) => speaker).toSorted(ALPHABET.compare);
    },
    async positionsOf(tenant, speakers) {
      const rows = await query
        .selectFrom('positions')
        .innerJoin('articles', 'articles.number', 'positions.article')
        .select(['positions.speaker', 'articles.id', 'positions.start'])
        .where('positions.tenant', '=', tenant)
        .where('articles.tenant', '=', tenant)
        .where('positions.speaker', 'in', listOf(speakers))
        .orderBy('articles.published', (order) => order.asc().nullsLast())
        .orderBy('articles.id')
        .orderBy('positions.start')
        .execute();
      return rows.map(({ speaker, id, start }) => ({ speaker, articleId: id, start }));
    },
  };
}
