import type { Ranked } from '../corpus/rerank.ts';
import type { Search } from '../corpus/search.ts';
import { termsOf } from '../corpus/terms.ts';
import { type Citation, cite } from '../domain/citation.ts';
import type { Topic } from '../domain/topic.ts';
import type { ArticleStore, ReadArticle } from '../ports/article-store.ts';
import { type AskedTerms, contentTerms, otherNameTerms, type ScoredClaim, scoreClaim, weighTerms } from './answer-sentences.ts';
import { hasAnswerType } from './answer-type.ts';
import type { CandidateClaim } from './candidate.ts';
import { repeats } from './choose-varied.ts';
import type { HeldBack } from './held-back.ts';
import { namesIn } from './missing-names.ts';
import type { ParsedQuestion } from './question.ts';
import { readInContext } from './read-sentences.ts';
import { speakersAskedFor } from './speakers-asked-for.ts';

/** Passages worth reading for one question, and the least that the nearest of them must hold to be shown after a refusal. */
const PASSAGES_READ = 12;
const NEAREST_FLOOR = 0.25;
const MOST_NEAREST = 3;
const CLOSE_TO_BEST = 0.8;

/** A question with all that it is looked for by. */
export interface Asked extends AskedTerms {
  readonly question: ParsedQuestion;
  readonly aliases: readonly (readonly string[])[];
  readonly speakers: readonly string[];
}

/** What was asked, and everything that was found for it. */
export interface Inquiry {
  readonly asked: Asked;
  /** Best first. */
  readonly scored: readonly ScoredClaim[];
  readonly results: readonly Ranked[];
  readonly reads: readonly ReadArticle[];
  readonly heldBack: HeldBack;
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
      return scoreClaim(candidate, asked, passage.normalised, hasType);
    })
    .toSorted((a, b) => b.score - a.score || (a.candidate.claim.text < b.candidate.claim.text ? -1 : 1));
}

/** Searches for a question, under every alias, and scores the sentences of what is found. */
export async function inquire(
  { articles, search }: { readonly articles: ArticleStore; readonly search: Search },
  tenant: string,
  question: ParsedQuestion,
  topics: readonly Topic[],
  heldBack: HeldBack,
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
  const scored = scoreAll(asked, reads, top).filter(({ candidate }) => !heldBack(candidate.claim));
  return { asked, scored, results: top, reads, heldBack };
}

/** What comes nearest to a question that nothing answers: sentences, else a passage, nothing below a floor. */
export function nearestOf({ scored, results, reads }: Inquiry): readonly Citation[] {
  const best = scored.find(({ near, own }) => near >= NEAREST_FLOOR && own > 0);
  const close = scored
    .filter(({ near, own, score }) => best && near >= NEAREST_FLOOR && own > 0 && score >= CLOSE_TO_BEST * best.score)
    .map(({ candidate }) => candidate);
  const distinct = close.filter((candidate, index) => !close.slice(0, index).some((other) => repeats(candidate, other)));
  if (distinct.length > 0) return distinct.slice(0, MOST_NEAREST).flatMap(({ claim }) => claim.citations.slice(0, 1));
  const passage = results.find(({ coverage }) => coverage >= NEAREST_FLOOR)?.passage;
  const read = reads.find(({ article }) => article.id === passage?.articleId);
  return passage && read ? [cite(read.article, passage.start, passage.end)] : [];
}
