import type { StoryCandidate, StoryIndex } from '../../src/ports/story-index.ts';
import { toSignatureValues } from '../sql/article-rows.ts';
import type { BandFilter } from './band-filter.ts';
import type { Connection } from './connection.ts';
import { findSearchTables, type SearchTables } from './search-tables.ts';

interface SimilarRow {
  readonly id: string;
  readonly story_id: string;
  readonly published: string | null;
  readonly signature: Uint8Array;
  readonly shingles: number;
}

/** Counts first and fetches the signatures of the few that are left. */
function similarSql({ lookupWords }: SearchTables): string {
  return `
    SELECT articles.id, articles.story_id, articles.published, article_texts.signature, article_texts.shingles
    FROM (
      SELECT found.doc AS article, count(*) AS shared
      FROM json_each(?) AS band CROSS JOIN ${lookupWords} AS found ON found.term = band.value
      GROUP BY found.doc ORDER BY shared DESC, article LIMIT ?
    ) AS best
    CROSS JOIN articles ON articles.number = best.article
    CROSS JOIN article_texts ON article_texts.article = best.article
    WHERE articles.tenant = ? AND article_texts.tenant = ?
    ORDER BY best.shared DESC, best.article`;
}

function toStoryCandidate(row: SimilarRow): StoryCandidate {
  return {
    articleId: row.id,
    storyId: row.story_id,
    published: row.published,
    values: toSignatureValues(row.signature),
    shingles: row.shingles,
  };
}

/** Finds near-duplicates by the bands that they share, in an FTS5 table that has them for words. */
export function createStoryIndex(connection: Connection, filter: BandFilter): StoryIndex {
  function readSimilar(tenant: string, bands: readonly number[], limit: number): readonly StoryCandidate[] {
    const likely = filter.likely(tenant, bands);
    const tables = likely.length > 0 ? findSearchTables(connection, tenant) : null;
    if (!tables) return [];
    const words = JSON.stringify(likely.map(String));
    return connection.all<SimilarRow>(similarSql(tables), words, limit, tenant, tenant).map(toStoryCandidate);
  }
  return {
    similar: (tenant, bands, limit) => connection.read(() => readSimilar(tenant, bands, limit)),
  };
}
