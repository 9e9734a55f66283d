import { chooseFace, independentOutlets } from '../corpus/story.ts';
import type { Article, ArticleHead } from '../domain/article.ts';
import { daysBetween, type LocalDate } from '../domain/local-date.ts';
import type { ArticleStore, ReadArticle } from '../ports/article-store.ts';

/** A story as a brief uses it: the article it speaks through, and who else carries it. */
export interface EvidenceStory {
  readonly face: ReadArticle;
  /** How many of its articles were found, the face included. */
  readonly articles: number;
  /** Known outlets that carry it. */
  readonly outlets: number;
}

/** What a brief is written from. */
export interface Evidence {
  readonly stories: readonly EvidenceStory[];
  /** Everything that was considered, newest first. */
  readonly heads: readonly ArticleHead[];
}

/** At most this many stories are read for one brief: more than anybody reads, few enough to stay quick. */
const STORY_LIMIT = 24;

interface HeadGroup {
  readonly heads: readonly ArticleHead[];
  readonly outlets: number;
  readonly newest: LocalDate | null;
}

function groupByStory(heads: readonly ArticleHead[]): readonly HeadGroup[] {
  const groups = Map.groupBy(heads, (head) => head.storyId);
  return [...groups.values()].map((members) => ({
    heads: members,
    outlets: independentOutlets(members),
    newest: members.reduce<LocalDate | null>(
      (newest, { published }) => (published !== null && (newest === null || published > newest) ? published : newest),
      null,
    ),
  }));
}

/** One day of age weighs as much as reporting by one and a half times as many outlets. */
function rank(group: HeadGroup, today: LocalDate): number {
  const age = group.newest === null ? 365 : daysBetween(group.newest, today);
  return 1.5 * Math.log2(1 + group.outlets) - age;
}

/** Once there are two outlets, none fills more than half of the places; those without a name count as one. */
function capOutlets(groups: readonly HeadGroup[], limit: number): readonly HeadGroup[] {
  const outletOf = (group: HeadGroup): string => group.heads[0]?.outlet ?? '';
  if (new Set(groups.map(outletOf)).size < 2) return groups.slice(0, limit);
  const taken = new Map<string, number>();
  const share = Math.ceil(limit / 2);
  const kept = groups.filter((group) => {
    const count = (taken.get(outletOf(group)) ?? 0) + 1;
    taken.set(outletOf(group), count);
    return count <= share;
  });
  return kept.slice(0, limit);
}

/**
 * Chooses the stories for a brief out of the articles of its topic and period: one article speaks for each story,
 * newest and most widely reported first, no outlet over half of the places once there are two.
 */
export async function chooseEvidence(
  store: ArticleStore,
  tenant: string,
  heads: readonly ArticleHead[],
  today: LocalDate,
  limit: number = STORY_LIMIT,
): Promise<Evidence> {
  const groups = [...groupByStory(heads)].toSorted((a, b) => rank(b, today) - rank(a, today));
  const stories = await Promise.all(
    capOutlets(groups, limit).map(async (group): Promise<EvidenceStory | null> => {
      const read = await store.read(
        tenant,
        group.heads.map((head) => head.id),
      );
      const articles: readonly Article[] = read.map(({ article }) => article);
      if (articles.length === 0) return null;
      const faceId = chooseFace(articles).id;
      const face = read.find(({ article }) => article.id === faceId);
      return face ? { face, articles: group.heads.length, outlets: group.outlets } : null;
    }),
  );
  return { stories: stories.filter((story) => story !== null), heads };
}
