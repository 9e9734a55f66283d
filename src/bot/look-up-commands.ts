import type { Ranked } from '../corpus/rerank.ts';
import type { Search } from '../corpus/search.ts';
import { UserError } from '../domain/errors.ts';
import { toLedgerRow } from '../domain/ledger-row.ts';
import { formatSpan } from '../domain/local-date.ts';
import type { Reply, SearchResult } from '../domain/reply.ts';
import type { SpentToday } from '../domain/spending.ts';
import type { ArticleStore } from '../ports/article-store.ts';
import type { Stores } from '../ports/stores.ts';

const LISTED = 20;
const RESULTS = 5;
const MOST_ROWS = 1_000;

/** The passages of a search with their text and headline, best first. */
export async function readResults(
  articles: ArticleStore,
  tenant: string,
  ranked: readonly Ranked[],
): Promise<readonly (SearchResult & { readonly title: string })[]> {
  const read = await articles.read(tenant, [...new Set(ranked.map(({ passage }) => passage.articleId))]);
  const byId = new Map(read.map(({ article }) => [article.id, article]));
  return ranked.flatMap(({ passage, score }) => {
    const article = byId.get(passage.articleId);
    if (!article) return [];
    const { start, end } = passage;
    return [
      {
        articleId: article.id,
        passageId: passage.id,
        score,
        text: article.text.slice(start, end),
        start,
        end,
        title: article.title,
      },
    ];
  });
}

/** `search WORDS`: the best passages. */
export async function runSearch(stores: Stores, search: Search, tenant: string, query: string): Promise<Reply> {
  const { results } = await search(tenant, query, { limit: RESULTS });
  const notice = results.length === 0 ? 'No passage holds any of these words.' : null;
  return { kind: 'search', query, results: await readResults(stores.articles, tenant, results), notice };
}

/** `articles [TOPIC]`: the newest, and how many there are. */
export async function listArticles(stores: Stores, tenant: string, slug: string | null): Promise<Reply> {
  const topics = await stores.topics.list(tenant);
  if (slug !== null && !topics.some((topic) => topic.slug === slug))
    throw new UserError(`There is no topic "${slug}"; "topics" lists those there are.`);
  const heads = await stores.articles.find(tenant, slug === null ? {} : { topic: slug });
  const notice = heads.length === 0 ? 'No article is held.' : heads.length > LISTED ? `The newest ${LISTED} of ${heads.length}.` : null;
  return { kind: 'articles', articles: heads.slice(0, LISTED), total: heads.length, notice };
}

type Fact = readonly [label: string, value: string];

function dollars(microDollars: number): string {
  return `$${(microDollars / 1_000_000).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 4 })}`;
}

/** Money is told where it is limited or was counted: a model without a price costs nothing that anybody knows of. */
function spendingFacts({ spent, limit }: SpentToday): readonly Fact[] {
  const of = (most: number, text: string): string => (most === Number.POSITIVE_INFINITY ? ', no limit' : ` of ${text}`);
  const counted = (count: number): string => count.toLocaleString('en-GB');
  const tokens: Fact = ['tokens spent today', counted(spent.tokens) + of(limit.tokens, counted(limit.tokens))];
  if (spent.microDollars === 0 && limit.microDollars === Number.POSITIVE_INFINITY) return [tokens];
  return [tokens, ['money spent today', dollars(spent.microDollars) + of(limit.microDollars, dollars(limit.microDollars))]];
}

/** `stats`: what is held, and what a model has cost today where there is one. */
export async function showStatistics(stores: Stores, tenant: string, spending: SpentToday | null): Promise<Reply> {
  const counts = await stores.corpus.count(tenant);
  const span = counts.oldest !== null && counts.newest !== null ? formatSpan(counts.oldest, counts.newest) : 'none';
  return {
    kind: 'stats',
    facts: [
      ['articles', String(counts.articles)],
      ['of which samples', String(counts.samples)],
      ['earlier versions', String(counts.versions - counts.articles)],
      ['stories', String(counts.stories)],
      ['passages', String(counts.passages)],
      ['outlets', String(counts.outlets)],
      ['dates', span],
      ...(spending ? spendingFacts(spending) : []),
    ],
  };
}

/** `ledger [ROWS]`: what the newest briefs and answers were made from, and what they cost. */
export async function listLedger(stores: Stores, tenant: string, rows: string | undefined): Promise<Reply> {
  const limit = Number(rows ?? LISTED);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS)
    throw new UserError(`"ledger" takes a whole number from 1 to ${MOST_ROWS}, like: ledger 50`);
  return { kind: 'ledger', rows: (await stores.replies.list(tenant, { limit })).map(toLedgerRow) };
}
