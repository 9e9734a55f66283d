import type { Search } from '../corpus/search.ts';
import type { ArticleHead } from '../domain/article.ts';
import { type Brief, NO_USAGE, type Section } from '../domain/brief.ts';
import type { Period } from '../domain/period.ts';
import type { Topic } from '../domain/topic.ts';
import type { ArticleStore } from '../ports/article-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { SourceStore } from '../ports/source-store.ts';
import { arrangeClaims } from './arrange.ts';
import type { CandidateClaim } from './candidate.ts';
import { checkClaims } from './check-claims.ts';
import { choosePeriod } from './choose-period.ts';
import { bestOf } from './choose-varied.ts';
import { countCoverage, coverageFacts } from './coverage.ts';
import { chooseEvidence, type Evidence } from './evidence.ts';
import { findGaps, type RefusedQuestion } from './gaps.ts';
import { type OnTopic, topicTest, wordsTest } from './on-topic.ts';
import { readSentences } from './read-sentences.ts';

export interface BriefRequest {
  /** The topic, or words that are none. */
  readonly subject: { readonly kind: 'topic'; readonly topic: Topic } | { readonly kind: 'words'; readonly words: string };
  /** Null for the default period, which may be widened. */
  readonly period: Period | null;
}

export interface BriefingOptions {
  readonly articles: ArticleStore;
  readonly sources: SourceStore;
  readonly search: Search;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Which of these standing questions the corpus does not answer. */
  readonly refused: (tenant: string, questions: readonly string[]) => Promise<readonly RefusedQuestion[]>;
}

/** Why the words of a brief are the articles' own. */
export const NO_MODEL = 'no model is configured: sentences are shown as they stand, nothing is reworded';
/** Passages that hold less than this share of what the words weigh are not about them. */
const ABOUT_THE_WORDS = 0.6;

interface Subject {
  readonly heads: readonly ArticleHead[];
  readonly onTopic: OnTopic;
  readonly title: string;
  readonly topic: Topic | null;
}

async function readTopic(options: BriefingOptions, tenant: string, topic: Topic): Promise<Subject> {
  const heads = await options.articles.find(tenant, { topic: topic.slug });
  return { heads, onTopic: topicTest(topic), title: topic.title, topic };
}

async function readWords(options: BriefingOptions, tenant: string, words: string): Promise<Subject> {
  const { results, terms } = await options.search(tenant, words, { limit: 100 });
  const about = results.filter(({ coverage }) => coverage >= ABOUT_THE_WORDS);
  const ids = [...new Set(about.map(({ passage }) => passage.articleId))];
  const read = await options.articles.read(tenant, ids);
  return { heads: read.map(({ article }) => article), onTopic: wordsTest(terms), title: words, topic: null };
}

/** What a claim loses when it is not in the language that most of the articles are in. */
const OTHER_LANGUAGE = 2;

function preferLanguage(candidates: readonly CandidateClaim[]): readonly CandidateClaim[] {
  const languageOf = ({ story }: CandidateClaim): string => story.face.article.language ?? '';
  const counts = [...Map.groupBy(candidates, languageOf).entries()];
  const most = bestOf(counts, ([, claims]) => claims.length)?.[0];
  return candidates.map((candidate) =>
    languageOf(candidate) === most ? candidate : { ...candidate, weight: candidate.weight - OTHER_LANGUAGE },
  );
}

function checkCandidates(
  evidence: Evidence,
  topic: Topic | null,
): { readonly kept: readonly CandidateClaim[]; readonly dropped: Brief['dropped'] } {
  const candidates = preferLanguage(evidence.stories.flatMap(readSentences));
  const sources = new Map(evidence.stories.map(({ face }) => [face.article.id, face.article]));
  const { kept, dropped } = checkClaims(
    candidates.map(({ claim }) => claim),
    sources,
    topic?.aliases ?? [],
  );
  const passed = new Set(kept);
  return { kept: candidates.filter(({ claim }) => passed.has(claim)), dropped };
}

/** Writes briefs from checked claims. */
export function createBriefing(options: BriefingOptions): (tenant: string, request: BriefRequest) => Promise<Brief> {
  const { articles, sources, clock, ids, refused } = options;

  async function factSections(tenant: string, evidence: Evidence, topic: Topic | null): Promise<readonly Section[]> {
    if (evidence.stories.length === 0) return [];
    const gaps = findGaps(evidence, topic, await refused(tenant, topic?.questions ?? []));
    return gaps.length > 0 ? [{ name: 'gaps', claims: [], facts: gaps }] : [];
  }

  return async (tenant, { subject, period: asked }) => {
    const today = clock.today();
    const { heads, onTopic, title, topic } = await (subject.kind === 'topic'
      ? readTopic(options, tenant, subject.topic)
      : readWords(options, tenant, subject.words));
    const chosen = choosePeriod(heads, asked, today);
    const evidence = await chooseEvidence(articles, tenant, chosen.heads, today);
    const { kept, dropped } = checkCandidates(evidence, topic);
    const claims = arrangeClaims(kept, today, onTopic);
    const failed = (await sources.list(tenant)).filter(({ problem }) => problem !== null).map(({ path }) => path);
    const coverage = countCoverage(evidence, failed);
    const facts = coverageFacts(evidence, coverage, claims, today);
    const sections = [
      ...claims,
      ...(await factSections(tenant, evidence, topic)),
      ...(facts.length > 0 ? [{ name: 'coverage' as const, claims: [], facts }] : []),
    ];
    const notice = chosen.notice ?? (heads.length === 0 ? `No article held is about ${title}.` : null);
    return {
      kind: 'brief',
      id: ids.next('brief'),
      writtenAt: new Date(clock.now()).toISOString(),
      topic: { slug: topic?.slug ?? null, title },
      period: chosen.period,
      notice,
      engine: 'extractive',
      engineReason: NO_MODEL,
      sections,
      coverage,
      dropped,
      usage: NO_USAGE,
    };
  };
}
