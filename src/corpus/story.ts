import type { Article, ArticleHead } from '../domain/article.ts';
import { daysBetween } from '../domain/local-date.ts';
import type { Signature } from '../ports/article-store.ts';
import type { StoryCandidate } from '../ports/story-index.ts';
import { tokenize } from './tokens.ts';

/** Values of a signature; the error of the estimate is about 1 / √128. */
const VALUES = 128;
/** Two values make a band: with 64 of them a Jaccard similarity of .3 shares a band 99.7 times of 100. */
const ROWS = 2;
const SHINGLE_WORDS = 3;
/** At least this share of the shorter text stands in the other: measured on copies, excerpts and rewrites (see docs/decisions). */
export const SAME_STORY = 0.6;
/** Reports that come again with new dates are not one event. */
const MOST_DAYS_APART = 10;
/** Texts with fewer shingles are alike only when they are the same. */
const FEW_SHINGLES = 12;

/** FNV-1a over UTF-16 units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** Odd multipliers and offsets of 128 hash functions, from a fixed sequence: signatures must not change between runs. */
const FUNCTIONS: readonly (readonly [multiplier: number, offset: number])[] = Array.from({ length: VALUES }, (_, index) => [(hash(`multiplier ${index}`) | 1) >>> 0, hash(`offset ${index}`)]);

/** Hashes of a text's runs of three words. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const words = tokenize(text).map((token) => token.text.toLowerCase());
  const shingles = new Set<number>();
  const last = Math.max(1, words.length - SHINGLE_WORDS + 1);
  for (let index = 0; index < last && words.length > 0; index += 1) shingles.add(hash(words.slice(index, index + SHINGLE_WORDS).join(' ')));
  return shingles;
}

/** What near-duplicates are found by: MinHash over the shingles of a text (Broder 1997). */
export function signatureOf(text: string): Signature {
  const shingles = shinglesOf(text);
  const values = new Uint32Array(VALUES).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let index = 0; index < VALUES; index += 1) {
      const [multiplier, offset] = FUNCTIONS[index] ?? [1, 0];
      const mixed = Math.imul(shingle ^ (shingle >>> 15), multiplier) + offset;
      const value = (mixed ^ (mixed >>> 13)) >>> 0;
      if (value < (values[index] ?? 0)) values[index] = value;
    }
  }
  const bands = Array.from({ length: VALUES / ROWS }, (_, band) => hash(`${band}:${values.subarray(band * ROWS, (band + 1) * ROWS).join(':')}`) * 64 + band);
  return { values, shingles: shingles.size, bands };
}

/** How much of the smaller text the other holds, estimated from two signatures: 0 to 1. */
export function estimateContainment(a: Pick<Signature, 'values' | 'shingles'>, b: Pick<Signature, 'values' | 'shingles'>): number {
  const smaller = Math.min(a.shingles, b.shingles);
  if (smaller === 0) return 0;
  let same = 0;
  for (const [index, value] of a.values.entries()) if (value === b.values[index]) same += 1;
  const jaccard = same / VALUES;
  return Math.min(1, (jaccard * (a.shingles + b.shingles)) / (1 + jaccard) / smaller);
}

function mayMatch(signature: Signature, published: string | null, candidate: StoryCandidate): boolean {
  if (published !== null && candidate.published !== null && Math.abs(daysBetween(published, candidate.published)) > MOST_DAYS_APART) return false;
  return Math.min(signature.shingles, candidate.shingles) >= FEW_SHINGLES || signature.shingles === candidate.shingles;
}

/** The story that a new article belongs to: that of the candidate it shares most with, or null when it tells a new one. */
export function matchStory(signature: Signature, published: string | null, candidates: readonly StoryCandidate[]): string | null {
  let best: { readonly storyId: string; readonly containment: number } | null = null;
  for (const candidate of candidates) {
    if (!mayMatch(signature, published, candidate)) continue;
    const containment = estimateContainment(signature, candidate);
    if (containment >= SAME_STORY && containment > (best?.containment ?? 0)) best = { storyId: candidate.storyId, containment };
  }
  return best?.storyId ?? null;
}

/** The article a story speaks through: the one with most text that no other has, then the earliest, then by id. */
export function chooseFace(articles: readonly Article[]): Article {
  const [first] = articles;
  if (!first) throw new RangeError('a story has at least one article');
  if (articles.length === 1) return first;
  const shingles = articles.map(({ text }) => shinglesOf(text));
  const own = shingles.map((set, index) => [...set].filter((shingle) => !shingles.some((other, at) => at !== index && other.has(shingle))).length);
  const order = articles.map((article, index) => ({ article, own: own[index] ?? 0 }));
  order.sort((a, b) => b.own - a.own || compare(a.article.published ?? '9999', b.article.published ?? '9999') || compare(a.article.id, b.article.id));
  return order[0]?.article ?? first;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** How many known outlets carry these articles; unknown ones do not count. */
export function independentOutlets(articles: readonly Pick<ArticleHead, 'outlet'>[]): number {
  return new Set(articles.map(({ outlet }) => outlet?.trim().toLowerCase()).filter((outlet) => outlet !== undefined && outlet !== '')).size;
}
