import type { Search } from '../corpus/search.ts';
import type { ArticleHead } from '../domain/article.ts';
import type { Section } from '../domain/brief.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Period } from '../domain/period.ts';
import { toInputs } from '../domain/reply-record.ts';
import type { Spender } from '../domain/spending.ts';
import type { Topic } from '../domain/topic.ts';
import type { ArticleStore } from '../ports/article-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Tell } from '../ports/handle.ts';
import type { Ids } from '../ports/ids.ts';
import type { ReplyStore } from '../ports/reply-store.ts';
import type { ReportStore } from '../ports/report-store.ts';
import type { SourceStore } from '../ports/source-store.ts';
import { findBaseline, type Known } from './baseline.ts';
import type { BriefWriter, ReadyBrief } from './brief-writer.ts';
import { compareBriefs } from './changes.ts';
import { choosePeriod } from './choose-period.ts';
import { reviseQuotes } from './corrections.ts';
import { claimsOf, type EarlierBrief, readEarlier } from './earlier-brief.ts';
import { chooseEvidence, type Evidence } from './evidence.ts';
import { type RefusedQuestion } from './gaps.ts';
import { type HeldBack, readHeldBack } from './held-back.ts';
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
  /** Hears what is being done. */
  readonly tell: Tell;
}

export interface BriefingOptions {
  readonly articles: ArticleStore;
  readonly sources: SourceStore;
  readonly reports: ReportStore;
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
export interface PreparedBrief extends Pick<BriefRequest, 'notice' | 'whenEmpty'>, Subject {
  readonly chosen: ReturnType<typeof choosePeriod>;
  readonly evidence: Evidence;
  readonly ready: ReadyBrief;
  readonly today: LocalDate;
  /** Milliseconds since 1970. */
  readonly begun: number;
  readonly known: Known;
  readonly heldBack: HeldBack;
  /** What it is compared with; null for words that are no topic and for the first brief on one. */
  readonly earlier: EarlierBrief | null;
}

async function findEarlier(options: BriefingOptions, tenant: string, topic: Topic | null, known: Known): Promise<EarlierBrief | null> {
  const baseline = topic === null ? null : await findBaseline(options.replies, tenant, topic.slug, known);
  return baseline && readEarlier(options.articles, tenant, baseline);
}

/** Chooses what a brief is written from, reads it, and finds what it is compared with. */
export async function prepareBrief(
  options: BriefingOptions,
  tenant: string,
  { spender, subject, period, notice, whenEmpty, tell }: BriefRequest,
): Promise<PreparedBrief> {
  const [today, begun] = [options.clock.today(), options.clock.now()];
  const read = await (subject.kind === 'topic' ? readTopic(options, tenant, subject.topic) : readWords(options, tenant, subject.words));
  const chosen = choosePeriod(read.heads, period, today);
  const evidence = await chooseEvidence(options.articles, tenant, chosen.heads, today);
  const { topic, title, onTopic } = read;
  tell(`is reading ${evidence.heads.length} article${evidence.heads.length === 1 ? '' : 's'} …`);
  const heldBack = await readHeldBack(options.reports, tenant);
  const ready = await options.write({ tenant, spender, evidence, topic, title, period: chosen.period, onTopic, today, heldBack });
  const known: Known = { inputs: toInputs(evidence.heads), period: chosen.period, writtenOn: today };
  const earlier = await findEarlier(options, tenant, topic, known);
  return { ...read, notice, whenEmpty, chosen, evidence, ready, today, begun, known, heldBack, earlier };
}

/** The written sections, with what changed since the earlier brief where there is one. */
export function withChanges(
  { evidence, topic, known, heldBack, earlier }: PreparedBrief,
  sections: readonly Section[],
): readonly Section[] {
  const sources = new Map(evidence.stories.map(({ face }) => [face.article.id, face.article]));
  return earlier === null ? sections : compareBriefs({ sections, known, sources, aliases: topic?.aliases ?? [], heldBack }, earlier);
}

/**
 * What a brief is kept under. It is another one when what it is compared with is, or what may be said of that, although it was
 * written from the same.
 */
export function keyOf({ ready, known, heldBack, earlier }: PreparedBrief, ids: Ids): string | null {
  if (ready.key === null || earlier === null) return ready.key;
  const unsaid = [claimsOf(earlier.brief).filter(heldBack), reviseQuotes(earlier, known, heldBack).heldBack];
  return ids.digest(JSON.stringify([ready.key, earlier.state, unsaid]));
}
