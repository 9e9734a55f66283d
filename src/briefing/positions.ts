import { expandAliases } from '../corpus/aliases.ts';
import { mentionsUnderAnyName } from '../corpus/demonyms.ts';
import { termsOf } from '../corpus/terms.ts';
import type { Claim } from '../domain/claim.ts';
import type { Positions } from '../domain/reply.ts';
import type { Topic } from '../domain/topic.ts';
import type { ArticleStore } from '../ports/article-store.ts';
import type { PositionIndex } from '../ports/position-index.ts';
import type { ReportStore } from '../ports/report-store.ts';
import type { TopicStore } from '../ports/topic-store.ts';
import type { CandidateClaim } from './candidate.ts';
import { checkClaims } from './check-claims.ts';
import { bestOf } from './choose-varied.ts';
import { readHeldBack } from './held-back.ts';
import { readSentences } from './read-sentences.ts';
import { namesSpeaker } from './speaker-names.ts';
import { sideCalled } from './speakers-asked-for.ts';

export interface PositionsOptions {
  readonly articles: ArticleStore;
  readonly positions: PositionIndex;
  readonly topics: TopicStore;
  readonly reports: ReportStore;
}

/** Splits "Wang Yi about trade" into who and what. */
function parseSpeakerQuery(text: string): {
  readonly speaker: string;
  readonly subject: string | null;
} {
  const match = /^(.+?)\s+(?:about|regarding)\s+(.+)$/isu.exec(text.trim());
  return match?.[1] && match[2] ? { speaker: match[1].trim(), subject: match[2].trim() } : { speaker: text.trim(), subject: null };
}

/** Tells which claims are on a subject: they hold a word of it, under any alias, or name one who speaks for the side that goes by it. */
function isOn(subject: string | null, topics: readonly Topic[]): (candidate: CandidateClaim) => boolean {
  if (subject === null) return () => true;
  const aliases = topics.flatMap((topic) => topic.aliases);
  const wanted = new Set(termsOf([subject, ...expandAliases(subject, aliases)].join(' ')));
  const speakers = sideCalled(subject, topics);
  return ({ claim, terms }) =>
    !wanted.isDisjointFrom(terms) || speakers.some((name) => name !== claim.speaker && mentionsUnderAnyName(name, claim.text, aliases));
}

function dateOf({ citations }: Claim): string {
  return citations[0]?.published ?? '9999';
}

/** True when another claim quotes all of this one's words and more. */
function isInside({ citations: [own] }: Claim, claims: readonly Claim[]): boolean {
  return claims.some(
    ({ citations: [other] }) =>
      own !== undefined &&
      other !== undefined &&
      own.articleId === other.articleId &&
      own.quote !== other.quote &&
      other.start <= own.start &&
      own.end <= other.end,
  );
}

/** Copies of one wire report record a position once, in the earliest of them. */
function withoutRepeats(claims: readonly Claim[]): readonly Claim[] {
  const seen = new Set<string>();
  return claims.filter((claim) => {
    const key = termsOf(claim.text).join(' ');
    return !seen.has(key) && !isInside(claim, claims) && seen.add(key);
  });
}

/** The name under which a speaker is recorded most often. */
function usualName(claims: readonly Claim[], asked: string): string {
  const counts = [...Map.groupBy(claims, ({ speaker }) => speaker ?? asked).entries()];
  return bestOf(counts, ([, recorded]) => recorded.length)?.[0] ?? asked;
}

/** Gives every recorded position of a speaker, on one subject or on all, in the order of the articles' dates. */
export function createPositions({
  articles,
  positions,
  topics,
  reports,
}: PositionsOptions): (tenant: string, query: string) => Promise<Positions> {
  return async (tenant, query) => {
    const { speaker, subject } = parseSpeakerQuery(query);
    const known = await topics.list(tenant);
    const aliases = known.flatMap((topic) => topic.aliases);
    const names = (await positions.speakers(tenant)).filter((name) => namesSpeaker(name, [speaker], aliases));
    const recorded = names.length === 0 ? [] : await positions.positionsOf(tenant, names);
    const reads = await articles.read(tenant, [...new Set(recorded.map(({ articleId }) => articleId))]);
    const starts = Map.groupBy(recorded, ({ articleId }) => articleId);
    const onSubject = isOn(subject, known);
    const claims = reads.flatMap((read) => {
      const at = new Set(starts.get(read.article.id)?.map(({ start }) => start));
      const spoken = readSentences({ face: read, articles: 1, outlets: 1 }).filter(({ index }) =>
        at.has(read.sentences[index]?.start ?? -1),
      );
      return spoken.filter(onSubject).map(({ claim }) => claim);
    });
    const sources = new Map(reads.map(({ article }) => [article.id, article]));
    const heldBack = await readHeldBack(reports, tenant);
    const kept = checkClaims(claims, sources, aliases).kept.filter((claim) => !heldBack(claim));
    const ordered = withoutRepeats([...kept].toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0)));
    const about = subject === null ? '' : ` about ${subject}`;
    const notice = ordered.length === 0 ? `No recorded position of ${speaker}${about} is held.` : null;
    return { kind: 'positions', speaker: usualName(ordered, speaker), subject, claims: ordered, notice };
  };
}
