import type { Article, ArticleHead } from '../domain/article.ts';
import { daysBetween } from '../domain/local-date.ts';
import type { Signature } from '../ports/article-store.ts';
import type { StoryCandidate } from '../ports/story-index.ts';
import { containmentOf, shinglesOf } from './shingles.ts';
import { estimateContainment } from './signature.ts';

/**
 * This share of the shorter text stands in the other. Measured over the samples: pairs of different texts on one event
 * reach .16, half-rewritten copies have .31 to .72 (.36 at the fifth percentile), changed tops .51 and more, excerpts 1.
 */
const SAME_STORY = 0.33;
/** An outlet's texts share its boilerplate; its own update of a report shares more. */
const SAME_OUTLET = 0.6;
/** Of so few shingles (a dozen fewer than its words) one changed figure takes three: "rose 0.3%" is not "rose 0.4%". */
const SHORT_SHINGLES = 60;
const SHORT_CONTAINMENT = 0.95;
const FEW_SHINGLES = 12;
/** Reports that come again with new dates are not one event. */
const MOST_DAYS_APART = 10;
/** Estimates are .04 off, and coarse for very unequal lengths: what is near is compared word by word. */
const LIKELY = 0.15;
const MOST_COMPARED = 8;

type Telling = Pick<Article, 'text' | 'published' | 'outlet'>;

function sameOutlet(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && outletKey(a) === outletKey(b);
}

function outletKey(outlet: string): string {
  return outlet.trim().toLowerCase();
}

/** True when both are dated and too far apart for one event. */
function areFarApart(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && Math.abs(daysBetween(a, b)) > MOST_DAYS_APART;
}

function requiredContainment(smaller: number, larger: number, isSameOutlet: boolean): number {
  if (smaller < FEW_SHINGLES) return smaller === larger ? 1 : Number.POSITIVE_INFINITY;
  if (smaller < SHORT_SHINGLES) return SHORT_CONTAINMENT;
  return isSameOutlet ? SAME_OUTLET : SAME_STORY;
}

/** The candidates that are worth comparing text by text, the most alike first. */
export function likelyCandidates(
  signature: Signature,
  published: string | null,
  candidates: readonly StoryCandidate[],
): readonly StoryCandidate[] {
  return candidates
    .filter((candidate) => !areFarApart(published, candidate.published))
    .map((candidate) => ({ candidate, estimate: estimateContainment(signature, candidate) }))
    .filter(({ estimate }) => estimate >= LIKELY)
    .toSorted((a, b) => b.estimate - a.estimate)
    .slice(0, MOST_COMPARED)
    .map(({ candidate }) => candidate);
}

/** The story of the article that a new one shares most text with; null when it shares too little with each, and tells a new story. */
export function matchStory(told: Telling, others: readonly (Telling & Pick<Article, 'storyId'>)[]): string | null {
  const shingles = others.length === 0 ? new Set<number>() : shinglesOf(told.text);
  let best: { readonly storyId: string; readonly containment: number } | null = null;
  for (const other of others) {
    if (areFarApart(told.published, other.published)) continue;
    const held = shinglesOf(other.text);
    const containment = containmentOf(shingles, held);
    const required = requiredContainment(
      Math.min(shingles.size, held.size),
      Math.max(shingles.size, held.size),
      sameOutlet(told.outlet, other.outlet),
    );
    if (containment >= required && containment > (best?.containment ?? 0)) best = { storyId: other.storyId, containment };
  }
  return best?.storyId ?? null;
}

/** Names a set of shingles by its content. */
function keyOf(shingles: ReadonlySet<number>): string {
  let sum = 0;
  let mixed = 0;
  for (const shingle of shingles) {
    sum += shingle;
    mixed ^= Math.imul(shingle, 0x9e3779b1);
  }
  return `${shingles.size}:${sum}:${mixed}`;
}

/** For each text how many of its shingles no different text holds. Twins count as one text: neither takes away what is the other's own. */
function countOwn(texts: readonly string[]): readonly number[] {
  const sets = texts.map(shinglesOf);
  const different = new Map(sets.map((shingles) => [keyOf(shingles), shingles]));
  const holders = new Map<number, number>();
  for (const shingles of different.values()) for (const shingle of shingles) holders.set(shingle, (holders.get(shingle) ?? 0) + 1);
  return sets.map((shingles) => [...shingles].filter((shingle) => holders.get(shingle) === 1).length);
}

/** The article a story speaks through: the one with most text that no other has, then the earliest (undated last), then by id. */
export function chooseFace(articles: readonly Article[]): Article {
  const [first] = articles;
  if (!first) throw new RangeError('a story has at least one article');
  if (articles.length === 1) return first;
  const own = countOwn(articles.map(({ text }) => text));
  const order = articles.map((article, index) => ({ article, own: own[index] ?? 0 }));
  order.sort(
    (a, b) => b.own - a.own || compare(a.article.published ?? '9999', b.article.published ?? '9999') || compare(a.article.id, b.article.id),
  );
  return order[0]?.article ?? first;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** How many known outlets carry these articles; unknown ones do not count. */
export function independentOutlets(articles: readonly Pick<ArticleHead, 'outlet'>[]): number {
  return new Set(articles.map(({ outlet }) => outletKey(outlet ?? '')).filter((outlet) => outlet !== '')).size;
}
