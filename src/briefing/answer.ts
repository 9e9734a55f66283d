import type { Ranked } from '../corpus/rerank.ts';
import type { Search } from '../corpus/search.ts';
import { termsOf } from '../corpus/terms.ts';
import type { Answer } from '../domain/answer.ts';
import { NO_USAGE } from '../domain/brief.ts';
import { type Citation, cite } from '../domain/citation.ts';
import type { Claim } from '../domain/claim.ts';
import { formatAge, type LocalDate } from '../domain/local-date.ts';
import type { Topic } from '../domain/topic.ts';
import type { ArticleStore, ReadArticle } from '../ports/article-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { CorpusCounter } from '../ports/corpus-statistics.ts';
import type { Ids } from '../ports/ids.ts';
import type { TopicStore } from '../ports/topic-store.ts';
import {
  type AskedTerms,
  contentTerms,
  otherNameTerms,
  type ScoredClaim,
  scoreClaim,
  searchedWords,
  weighTerms,
} from './answer-sentences.ts';
import { hasAnswerType, unsaidOf } from './answer-type.ts';
import { NO_MODEL } from './brief.ts';
import type { CandidateClaim } from './candidate.ts';
import { checkClaims } from './check-claims.ts';
import { repeats } from './choose-varied.ts';
import { missingNames, namesIn } from './missing-names.ts';
import { type ParsedQuestion, parseQuestion } from './question.ts';
import { readInContext } from './read-sentences.ts';
import { speakersAskedFor } from './speakers-asked-for.ts';

export interface AnsweringOptions {
  readonly articles: ArticleStore;
  readonly topics: TopicStore;
  readonly search: Search;
  readonly corpus: CorpusCounter;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** An answer shows at most this many claims, and the later ones only when they come close to the first. */
const MOST_CLAIMS = 3;
const CLOSE_TO_BEST = 0.8;
/** Of a question's weight, a quote must hold at least `own` (`whether` where it must tell an act), and with its paragraph and headline at least `near`. Set on tests/fixtures/questions/tune.jsonl; see docs/decisions. */
const REFUSE_BELOW = { own: 0.3, near: 0.5, whether: 0.5 } as const;
/** One word in common is chance, unless the question has no other. */
const FEWEST_HELD = 2;
/** Passages worth reading for one question, and the least that the nearest of them must hold to be shown after a refusal. */
const PASSAGES_READ = 12;
const NEAREST_FLOOR = 0.25;

interface Asked extends AskedTerms {
  readonly question: ParsedQuestion;
  readonly aliases: readonly (readonly string[])[];
  readonly speakers: readonly string[];
}

/** The claims of the sentences that lie in a found passage, each with its passage's score. */
function claimsIn(
  read: ReadArticle,
  passages: readonly Ranked[],
): readonly { readonly candidate: CandidateClaim; readonly passage: Ranked }[] {
  const candidates = readInContext({
    face: read,
    articles: 1,
    outlets: read.article.outlet === null ? 0 : 1,
  });
  return candidates.flatMap((candidate) => {
    const end = candidate.claim.citations[0]?.end ?? 0;
    const passage = passages.find((ranked) => ranked.passage.start < end && end <= ranked.passage.end);
    return passage ? [{ candidate, passage }] : [];
  });
}

function scoreAll(asked: Asked, reads: readonly ReadArticle[], results: readonly Ranked[]): readonly ScoredClaim[] {
  const byArticle = Map.groupBy(results, ({ passage }) => passage.articleId);
  return reads
    .flatMap((read) => claimsIn(read, byArticle.get(read.article.id) ?? []))
    .map(({ candidate, passage }) => {
      const hasType = hasAnswerType(candidate, asked.question, candidate.story.face.article.published, asked.speakers);
      return { ...scoreClaim(candidate, asked, passage.normalised, hasType), hasType };
    })
    .toSorted((a, b) => b.score - a.score || (a.candidate.claim.text < b.candidate.claim.text ? -1 : 1));
}

function answers(asked: Asked, scored: ScoredClaim): boolean {
  const { candidate } = scored;
  const own = asked.question.kind === 'whether' ? REFUSE_BELOW.whether : REFUSE_BELOW.own;
  if (scored.own < own || scored.near < REFUSE_BELOW.near || scored.held < Math.min(FEWEST_HELD, asked.weights.size)) return false;
  return (
    hasAnswerType(candidate, asked.question, candidate.story.face.article.published, asked.speakers) &&
    missingNames(asked.question, candidate, asked.aliases).length === 0
  );
}

function chooseClaims(asked: Asked, scored: readonly ScoredClaim[]): readonly CandidateClaim[] {
  const able = scored.filter((one) => answers(asked, one));
  const best = able[0];
  const chosen: CandidateClaim[] = [];
  for (const { candidate, score, own } of able) {
    if (!best || chosen.length === MOST_CLAIMS || score < CLOSE_TO_BEST * best.score) break;
    // What is about another of the things asked for comes close in all but that.
    if (own < CLOSE_TO_BEST * best.own) continue;
    if (!chosen.some((other) => repeats(candidate, other))) chosen.push(candidate);
  }
  return chosen;
}

function nearestOf(scored: readonly ScoredClaim[], results: readonly Ranked[], reads: readonly ReadArticle[]): readonly Citation[] {
  const best = scored.find(({ near, own }) => near >= NEAREST_FLOOR && own > 0);
  const close = scored
    .filter(({ near, own, score }) => best && near >= NEAREST_FLOOR && own > 0 && score >= CLOSE_TO_BEST * best.score)
    .map(({ candidate }) => candidate);
  const distinct = close.filter((candidate, index) => !close.slice(0, index).some((other) => repeats(candidate, other)));
  if (distinct.length > 0) return distinct.slice(0, MOST_CLAIMS).flatMap(({ claim }) => claim.citations.slice(0, 1));
  const passage = results.find(({ coverage }) => coverage >= NEAREST_FLOOR)?.passage;
  const read = reads.find(({ article }) => article.id === passage?.articleId);
  return passage && read ? [cite(read.article, passage.start, passage.end)] : [];
}

/** What was asked, and everything that was found for it. */
interface Inquiry {
  readonly asked: Asked;
  readonly scored: readonly ScoredClaim[];
  readonly results: readonly Ranked[];
  readonly reads: readonly ReadArticle[];
}

async function inquire(
  { articles, search }: AnsweringOptions,
  tenant: string,
  question: ParsedQuestion,
  topics: readonly Topic[],
): Promise<Inquiry> {
  const aliases = topics.flatMap((topic) => topic.aliases);
  const { results, statistics } = await search(tenant, question.text, { limit: 100, aliases });
  const top = results.slice(0, PASSAGES_READ);
  const reads = await articles.read(tenant, [...new Set(top.map(({ passage }) => passage.articleId))]);
  const terms = contentTerms(question.text);
  const names = namesIn(question);
  const weights = weighTerms([...new Set(terms)], statistics, new Set(termsOf(names.join(' '))));
  const speakers = speakersAskedFor(question, topics);
  const asked = { question, terms, weights, others: otherNameTerms(names, aliases), aliases, speakers };
  return { asked, scored: scoreAll(asked, reads, top), results: top, reads };
}

function checked(chosen: readonly CandidateClaim[], aliases: Asked['aliases']): readonly Claim[] {
  const sources = new Map(chosen.map(({ story }) => [story.face.article.id, story.face.article]));
  const claims = chosen.map(({ claim }) => claim);
  return checkClaims(claims, sources, aliases).kept;
}

function ageNotice(claims: readonly Claim[], today: LocalDate): string | null {
  const dates = claims.flatMap(({ citations }) => citations.map(({ published }) => published)).filter((date) => date !== null);
  const newest = dates.toSorted().at(-1);
  const age = newest === undefined ? null : formatAge(newest, today);
  return age !== null && /month|year/.test(age) ? `The newest passage shown is ${age}.` : null;
}

/** Answers questions from checked claims, or says that no passage does. */
export function createAnswering(options: AnsweringOptions): (tenant: string, text: string) => Promise<Answer> {
  const { topics, corpus, clock, ids } = options;
  return async (tenant, text) => {
    const question = parseQuestion(text);
    const { asked, scored, results, reads } = await inquire(options, tenant, question, await topics.list(tenant));
    const claims = checked(chooseClaims(asked, scored), asked.aliases);
    const found = claims.length > 0;
    const { articles, oldest, newest } = await corpus.count(tenant);
    return {
      kind: 'answer',
      id: ids.next('answer'),
      question: text.trim(),
      found,
      claims,
      unsaid: found ? [] : [unsaidOf(question)],
      nearest: found ? [] : nearestOf(scored, results, reads),
      searched: { terms: searchedWords(question.text), articles, from: oldest, to: newest },
      notice: ageNotice(claims, clock.today()),
      engine: 'extractive',
      engineReason: NO_MODEL,
      usage: NO_USAGE,
    };
  };
}
