import type { Search } from '../corpus/search.ts';
import type { ArticleHead } from '../domain/article.ts';
import type { Brief, Section } from '../domain/brief.ts';
import { joinNotices } from '../domain/join-notices.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Period } from '../domain/period.ts';
import type { Spender } from '../domain/spending.ts';
import type { Topic } from '../domain/topic.ts';
import type { ArticleStore } from '../ports/article-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { ReplyStore } from '../ports/reply-store.ts';
import type { SourceStore } from '../ports/source-store.ts';
import type { BriefWriter, ReadyBrief } from './brief-writer.ts';
import { choosePeriod } from './choose-period.ts';
import { countCoverage, coverageFacts } from './coverage.ts';
import { chooseEvidence, type Evidence } from './evidence.ts';
import { findGaps, type RefusedQuestion } from './gaps.ts';
import { shareCalls } from './model/share-calls.ts';
import { type OnTopic, topicTest, wordsTest } from './on-topic.ts';

export interface BriefRequest {
  /** Whose budget a model's work is charged to. */
  readonly spender: Spender;
  /** The topic, or words that are none. */
  readonly subject: { readonly kind: 'topic'; readonly topic: Topic } | { readonly kind: 'words'; readonly words: string };
  /** Null for the default period, which may be widened. */
  readonly period: Period | null;
  /** What the reader must be told before anything else; null for nothing. */
  readonly notice: string | null;
  /** What is added where nothing is held. */
  readonly whenEmpty: string | null;
}

export interface BriefingOptions {
  readonly articles: ArticleStore;
  readonly sources: SourceStore;
  readonly replies: ReplyStore;
  readonly write: BriefWriter;
  readonly search: Search;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Which of these standing questions the corpus does not answer. */
  readonly refused: (tenant: string, questions: readonly string[]) => Promise<readonly RefusedQuestion[]>;
}

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

/** What a brief was asked for, with all that it would be written from. */
interface Prepared extends Pick<BriefRequest, 'notice' | 'whenEmpty'>, Subject {
  readonly chosen: ReturnType<typeof choosePeriod>;
  readonly evidence: Evidence;
  readonly ready: ReadyBrief;
  readonly today: LocalDate;
}

async function prepare(
  options: BriefingOptions,
  tenant: string,
  { spender, subject, period, notice, whenEmpty }: BriefRequest,
): Promise<Prepared> {
  const today = options.clock.today();
  const read = await (subject.kind === 'topic' ? readTopic(options, tenant, subject.topic) : readWords(options, tenant, subject.words));
  const chosen = choosePeriod(read.heads, period, today);
  const evidence = await chooseEvidence(options.articles, tenant, chosen.heads, today);
  const { topic, title, onTopic } = read;
  const ready = await options.write({ tenant, spender, evidence, topic, title, period: chosen.period, onTopic, today });
  return { ...read, notice, whenEmpty, chosen, evidence, ready, today };
}

/** Writes briefs from checked claims. Who asks for the same while it is being written is given that one. */
export function createBriefing(options: BriefingOptions): (tenant: string, request: BriefRequest) => Promise<Brief> {
  const { sources, replies, clock, ids, refused } = options;
  // What failed for one may succeed for another: budgets are everybody's own.
  const share = shareCalls<Brief>(({ engine }) => engine === 'model');

  async function factSections(tenant: string, evidence: Evidence, topic: Topic | null): Promise<readonly Section[]> {
    if (evidence.stories.length === 0) return [];
    const gaps = findGaps(evidence, topic, await refused(tenant, topic?.questions ?? []));
    return gaps.length > 0 ? [{ name: 'gaps', claims: [], facts: gaps }] : [];
  }

  /** The brief that was written from the same before, in full; null when there is none. */
  async function writtenBefore(tenant: string, key: string): Promise<Brief | null> {
    const reply = await replies.madeFrom(tenant, key);
    return reply?.kind === 'brief' ? reply : null;
  }

  async function make(
    tenant: string,
    { heads, title, topic, chosen, evidence, ready, today, notice, whenEmpty }: Prepared,
  ): Promise<Brief> {
    // While a model writes, code finds out what is not in the corpus.
    const [written, gaps] = await Promise.all([ready.write(), factSections(tenant, evidence, topic)]);
    const failed = (await sources.list(tenant)).filter(({ problem }) => problem !== null).map(({ path }) => path);
    const coverage = countCoverage(evidence, failed);
    const facts = coverageFacts(evidence, coverage, written.sections, today);
    const own = chosen.notice ?? (heads.length === 0 ? joinNotices(`No article held is about ${title}.`, whenEmpty) : null);
    const brief: Brief = {
      kind: 'brief',
      id: ids.next('brief'),
      writtenAt: new Date(clock.now()).toISOString(),
      topic: { slug: topic?.slug ?? null, title },
      period: chosen.period,
      notice: joinNotices(notice, own),
      ...written,
      sections: [...written.sections, ...gaps, ...(facts.length > 0 ? [{ name: 'coverage' as const, claims: [], facts }] : [])],
      coverage,
    };
    await replies.save(tenant, brief, written.engine === 'model' ? ready.key : null);
    return brief;
  }

  return async (tenant, request) => {
    const prepared = await prepare(options, tenant, request);
    const { key } = prepared.ready;
    if (key === null) return make(tenant, prepared);
    // Looking for it and keeping it are one step to whoever else asks, so that nothing is paid for twice.
    return share(JSON.stringify([tenant, key]), async () => (await writtenBefore(tenant, key)) ?? make(tenant, prepared));
  };
}
