import { THE_ARTICLE } from '../domain/annotation.ts';
import { SECTION_NAMES, type Section, type SectionName } from '../domain/brief.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { chooseBottomLine } from './bottom-line.ts';
import type { CandidateClaim } from './candidate.ts';
import { bestOf, chooseVaried, sharesQuote } from './choose-varied.ts';
import { findDisagreements } from './disagreements.ts';
import type { OnTopic } from './on-topic.ts';
import { hasActor } from './read-sentences.ts';

/** A brief holds at most this many claims, and at most this share of the sentences that were read. */
const MOST_CLAIMS = 14;
const SHARE_SHOWN = 0.4;
const SECTION_LIMITS = {
  developments: 5,
  positions: 6,
  disagreements: 4,
  background: 2,
  'dates-ahead': 2,
} as const;
/** Of what is left after the bottom line, developments take half and leave the rest to those who speak. */
const DEVELOPMENTS_SHARE = 0.5;
/** A denial in fewer content words does not say what is denied. */
const DENIAL_TERMS = 5;
const MOST_DENIALS = 2;
/** No speaker is heard more often than this in a row. */
const IN_A_ROW = 2;

type Placed = ReadonlyMap<SectionName, readonly CandidateClaim[]>;

function isPosition({ claim }: CandidateClaim): boolean {
  return claim.verb !== null && claim.verb !== 'did' && claim.verb !== 'announced' && claim.speaker !== THE_ARTICLE;
}

/** What somebody did, or what was done; not what ought to be, and not what nobody named is said to have done. */
function isDevelopment(candidate: CandidateClaim): boolean {
  const { verb, speaker, modality, negated } = candidate.claim;
  if (candidate.background || speaker === null) return false;
  if (verb === 'announced') return hasActor(candidate);
  return (candidate.act || verb === 'did') && modality === 'fact' && (!negated || hasActor(candidate));
}

/** Acts with an actor; those without only where there are hardly any others. */
function actsOf(pool: readonly CandidateClaim[]): readonly CandidateClaim[] {
  const acts = pool.filter(isDevelopment);
  const told = acts.filter(hasActor);
  return told.length >= 2 ? told : acts;
}

/** One bullet per speaker and subject: of two on the same, the weightier. */
function onePerSubject(claims: readonly CandidateClaim[]): readonly CandidateClaim[] {
  const key = ({ claim, subjects }: CandidateClaim): string => `${claim.speaker ?? ''}|${[...subjects].toSorted().join('+')}`;
  const groups = Map.groupBy(claims, key);
  return [...groups.values()].flatMap((group) => {
    const best = group[0]?.subjects.size === 0 ? undefined : bestOf(group, ({ weight }) => weight);
    return best ? [best] : group;
  });
}

/** Leaving a denial out misleads: two of them have their place before anything but the bottom line. */
function chooseDenials(pool: readonly CandidateClaim[], shown: readonly CandidateClaim[]): readonly CandidateClaim[] {
  const denials = pool.filter(({ claim, terms }) => claim.verb === 'denied' && terms.size >= DENIAL_TERMS);
  return chooseVaried(denials, MOST_DENIALS, shown);
}

/** Those with a name before those without, the weightiest first, nobody three times in a row. */
function orderPositions(claims: readonly CandidateClaim[]): readonly CandidateClaim[] {
  const named = ({ claim }: CandidateClaim): number => (claim.speaker === null ? 0 : 1);
  return interleave([...claims].toSorted((a, b) => named(b) - named(a) || b.weight - a.weight));
}

/** Keeps a speaker's claims together, but lets another speak after two. */
function interleave(claims: readonly CandidateClaim[]): readonly CandidateClaim[] {
  const queue = [...claims];
  const ordered: CandidateClaim[] = [];
  while (queue.length > 0) {
    const tail = ordered.slice(-IN_A_ROW).map(({ claim }) => claim.speaker);
    const last = tail.at(-1);
    const full = tail.length === IN_A_ROW && tail.every((speaker) => speaker === last);
    const wanted = full
      ? queue.findIndex(({ claim }) => claim.speaker !== last)
      : queue.findIndex(({ claim }) => ordered.length > 0 && claim.speaker === last);
    ordered.push(...queue.splice(Math.max(wanted, 0), 1));
  }
  return ordered;
}

function newestFirst(left: CandidateClaim, right: CandidateClaim): number {
  const dateOf = ({ claim, story }: CandidateClaim): string => claim.eventDate ?? story.face.article.published ?? '';
  return dateOf(left) < dateOf(right) ? 1 : dateOf(left) > dateOf(right) ? -1 : left.index - right.index;
}

function isAhead({ claim }: CandidateClaim, today: LocalDate): boolean {
  return claim.eventDate !== null && claim.eventDate.length >= 7 && claim.eventDate > today.slice(0, claim.eventDate.length);
}

/** Vague sentences say nothing that the better ones do not: two abstract nouns and nobody but the speaker. */
function isQuotable(candidate: CandidateClaim): boolean {
  return !candidate.opinion && candidate.weight > -1;
}

/** The opinions of the article are a last resort, and then they are told as the article's. */
function poolOf(candidates: readonly CandidateClaim[]): readonly CandidateClaim[] {
  const quotable = candidates.filter(isQuotable);
  return quotable.length > 0 ? quotable : candidates;
}

function countSentences(candidates: readonly CandidateClaim[]): number {
  return [...new Set(candidates.map(({ story }) => story))].reduce((sum, { face }) => sum + face.sentences.length, 0);
}

function place(candidates: readonly CandidateClaim[], today: LocalDate, onTopic: OnTopic): Placed {
  const pool = poolOf(candidates);
  const relevant = pool.filter(onTopic.belongs);
  const from = relevant.length >= 3 ? relevant : pool;
  const budget = Math.min(MOST_CLAIMS, Math.max(3, Math.ceil(SHARE_SHOWN * countSentences(candidates))));
  const placed = new Map<SectionName, readonly CandidateClaim[]>();
  const shown: CandidateClaim[] = [];
  const put = (name: SectionName, claims: readonly CandidateClaim[]): void => {
    placed.set(name, claims);
    shown.push(...claims);
  };
  const left = (limit: number): number => Math.max(0, Math.min(limit, budget - shown.length));

  put('bottom-line', chooseBottomLine(from.filter(onTopic.leads)).slice(0, left(2)));
  put(
    'disagreements',
    findDisagreements(from.filter((claim) => !shown.some((other) => sharesQuote(claim, other)))).slice(
      0,
      left(SECTION_LIMITS.disagreements),
    ),
  );
  const positions = from.filter(isPosition);
  const denials = chooseDenials(positions, shown).slice(0, left(MOST_DENIALS));
  shown.push(...denials);
  put(
    'dates-ahead',
    chooseVaried(
      from.filter((candidate) => isAhead(candidate, today)),
      left(SECTION_LIMITS['dates-ahead']),
      shown,
    ),
  );
  const developments = chooseVaried(actsOf(from), Math.ceil(DEVELOPMENTS_SHARE * left(2 * SECTION_LIMITS.developments)), shown);
  put('developments', developments.toSorted(newestFirst));
  const told = from.filter((candidate) => !isPosition(candidate) && !isDevelopment(candidate));
  const kept = told.length > 0 ? 1 : 0;
  const others = Math.max(0, left(SECTION_LIMITS.positions - denials.length + kept) - kept);
  const further = chooseVaried(onePerSubject(positions), others, shown);
  placed.set('positions', orderPositions([...further, ...denials]));
  shown.push(...further);
  put('background', chooseVaried(told, left(SECTION_LIMITS.background), shown));
  return placed;
}

/**
 * The extractive writer: places checked claims in the sections of a brief. Acts go to what happened, speech to who
 * says what, what the article tells of the past to the background; no quote and no statement comes twice. What is not
 * on the topic is left out.
 */
export function arrangeClaims(candidates: readonly CandidateClaim[], today: LocalDate, onTopic: OnTopic): readonly Section[] {
  const placed = place(candidates, today, onTopic);
  return SECTION_NAMES.flatMap((name) => {
    const claims = placed.get(name)?.map(({ claim }) => claim) ?? [];
    return claims.length > 0 ? [{ name, claims, facts: [] }] : [];
  });
}
