import type { Article } from '../domain/article.ts';
import type { Brief } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import { ownCitations } from '../domain/describe-claim.ts';
import type { ArticleStore, ReadArticle } from '../ports/article-store.ts';

/** A brief that this one is compared with, and what became of the articles that it cites. */
export interface EarlierBrief {
  readonly brief: Brief;
  /** The versions that it cites, by id. What was removed since is missing. */
  readonly cited: ReadonlyMap<string, Article>;
  /** The newest version of each cited article that has one newer than the cited, by the id of the cited. */
  readonly newer: ReadonlyMap<string, ReadArticle>;
  /** Stands for all of that: it changes when a comparison may come out otherwise. */
  readonly state: string;
}

/** The claims of a brief, each with its own citations only: what it was set against in its turn is none of what it says. */
export function claimsOf({ sections }: Pick<Brief, 'sections'>): readonly Claim[] {
  return sections.flatMap(({ claims }) => claims.map((claim): Claim => ({ ...claim, citations: ownCitations(claim) })));
}

/** Reads what an earlier brief cites, as it was and as it is now. */
export async function readEarlier(articles: ArticleStore, tenant: string, brief: Brief): Promise<EarlierBrief> {
  const ids = [...new Set(claimsOf(brief).flatMap(({ citations }) => citations.map(({ articleId }) => articleId)))];
  const cited = new Map((await articles.read(tenant, ids)).map(({ article }) => [article.id, article]));
  const lineages = [...new Set([...cited.values()].map(({ lineage }) => lineage))];
  const heads = lineages.length === 0 ? [] : await articles.find(tenant, { lineages });
  const current = new Map(heads.map((head) => [head.lineage, head.id]));
  const changed = [...cited.values()].flatMap(({ id, lineage }) => {
    const now = current.get(lineage);
    return now === undefined || now === id ? [] : [{ id, now }];
  });
  const reads = new Map((await articles.read(tenant, [...new Set(changed.map(({ now }) => now))])).map((read) => [read.article.id, read]));
  const newer = new Map<string, ReadArticle>();
  for (const { id, now } of changed) {
    const read = reads.get(now);
    if (read) newer.set(id, read);
  }
  const state = JSON.stringify([brief.id, ids.map((id) => [id, cited.has(id), newer.get(id)?.article.id ?? null])]);
  return { brief, cited, newer, state };
}
