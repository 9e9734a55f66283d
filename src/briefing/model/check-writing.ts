import { termsOf } from '../../corpus/terms.ts';
import type { Article } from '../../domain/article.ts';
import { SECTION_NAMES, type Section, type SectionName } from '../../domain/brief.ts';
import { type Citation, cite } from '../../domain/citation.ts';
import type { Claim, DroppedClaim } from '../../domain/claim.ts';
import { CORRECTION } from '../read-sentences.ts';
import { overlap } from '../subjects.ts';
import { checkAgainst, isForeign } from './check-read-claim.ts';
import type { Writing } from './model-schemas.ts';
import { SENTENCE_CHECKS, type SentenceCheck } from './sentence-checks.ts';

type Aliases = readonly (readonly string[])[];

/** Sentences of a brief. */
export const MOST_SENTENCES = 12;

/** What is left of a model's brief. */
export interface CheckedWriting {
  readonly sections: readonly Section[];
  readonly dropped: readonly DroppedClaim[];
  /** Sentences left. */
  readonly kept: number;
}

interface Sentence {
  readonly name: SectionName;
  readonly text: string;
  /** Numbers of claims, from 1, as the model gave them. */
  readonly numbers: readonly number[];
}

/** Two sentences that share more of their words than this say the same. */
const SAME = 0.8;

/** True for a sentence that says what one of those before it says. */
export function isRepeated(text: string, before: readonly Claim[]): boolean {
  const terms = new Set(termsOf(text));
  return before.some((claim) => overlap(new Set(termsOf(claim.text)), terms) > SAME);
}

/** The sentences in the order in which a brief shows its sections: who comes first keeps a claim. */
function inOrder(writing: Writing): readonly Sentence[] {
  return SECTION_NAMES.flatMap((name) =>
    writing.sections
      .filter((section) => section.name === name)
      .flatMap(({ sentences }) =>
        sentences.map(({ text, claims }) => ({ name, text: text.replace(/\s+/gu, ' ').trim(), numbers: claims })),
      ),
  );
}

function onlyOne<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** A sentence on these claims, with all their quotes. What the claims agree on is kept, what they do not is left open. */
function toClaim(text: string, on: readonly Claim[]): Claim {
  const citations = new Map<string, Citation>();
  for (const citation of on.flatMap((claim) => claim.citations))
    citations.set(`${citation.articleId}|${citation.start}|${citation.end}`, citation);
  return {
    text,
    speaker: onlyOne(on.map(({ speaker }) => speaker)),
    verb: onlyOne(on.map(({ verb }) => verb)),
    modality: onlyOne(on.map(({ modality }) => modality)) ?? 'fact',
    negated: on.some(({ negated }) => negated),
    eventDate: onlyOne(on.map(({ eventDate }) => eventDate)),
    directSpeech: on.some(({ directSpeech }) => directSpeech) && /["“„«]/u.test(text),
    citations: [...citations.values()],
  };
}

/**
 * Why a sentence says more than the claims it stands on, which are in English where their quotes are not: what cannot be
 * held against the quote is held against the claim that was checked before.
 */
function reasonAgainstWords(text: string, on: readonly Claim[], sources: ReadonlyMap<string, Article>, aliases: Aliases): string | null {
  const told = on.flatMap((claim, index) => {
    const source = sources.get(claim.citations[0]?.articleId ?? '');
    return source ? [{ ...source, id: String(index), text: claim.text, language: 'en' }] : [];
  });
  const citations = told.map((article) => cite(article, 0, article.text.length));
  return checkAgainst({ ...toClaim(text, on), citations }, new Map(told.map((article) => [article.id, article])), aliases);
}

function isCorrection({ citations }: Claim): boolean {
  return CORRECTION.test(citations[0]?.quote ?? '');
}

function isTranslated({ text, citations }: Claim, sources: ReadonlyMap<string, Article>): boolean {
  const foreign = citations.some(({ articleId }) => {
    const source = sources.get(articleId);
    return source !== undefined && isForeign(source);
  });
  return foreign && !citations.some(({ quote }) => quote.replace(/\s+/gu, ' ').trim() === text);
}

/** A sentence of a model's brief with the claims that it names, and what is kept of the brief so far. */
interface Placed {
  readonly sentence: Sentence;
  readonly on: readonly Claim[];
  readonly before: readonly Claim[];
  readonly used: ReadonlySet<number>;
}

/** One of the checks of where a sentence stands: what is wrong, in a few words with a name before it; null for nothing. */
export interface PlaceCheck {
  readonly name: 'citation' | 'known' | 'correction' | 'full' | 'said-before';
  readonly problem: (placed: Placed) => string | null;
}

/** In the order in which they are made, before those of the sentence itself. */
export const PLACE_CHECKS: readonly PlaceCheck[] = [
  { name: 'citation', problem: ({ sentence }) => (sentence.numbers.length === 0 ? 'quote: it stands on no claim' : null) },
  {
    name: 'known',
    problem: ({ sentence, on }) => (on.length < sentence.numbers.length ? 'quote: it names a claim that was not given' : null),
  },
  {
    name: 'correction',
    problem: ({ sentence, on }) =>
      on.some(isCorrection) && !on.some(({ text }) => text === sentence.text) ? 'quote: a correction is told in its own words' : null,
  },
  { name: 'full', problem: ({ before }) => (before.length === MOST_SENTENCES ? 'length: the brief is full' : null) },
  {
    name: 'said-before',
    problem: ({ sentence, before, used }) =>
      isRepeated(sentence.text, before) || sentence.numbers.some((number) => used.has(number)) ? 'repeated' : null,
  },
];

/** Everything that a sentence of a brief is checked for. */
export interface WritingChecks {
  readonly place: readonly PlaceCheck[];
  readonly sentence: readonly SentenceCheck[];
}

const ALL_CHECKS: WritingChecks = { place: PLACE_CHECKS, sentence: SENTENCE_CHECKS };

function firstProblem(checks: readonly PlaceCheck[], placed: Placed): string | null {
  for (const { problem } of checks) {
    const found = problem(placed);
    if (found !== null) return found;
  }
  return null;
}

function toSections(kept: readonly { readonly name: SectionName; readonly claim: Claim }[]): readonly Section[] {
  return SECTION_NAMES.flatMap((name): readonly Section[] => {
    const claims = kept.filter((one) => one.name === name).map(({ claim }) => claim);
    return claims.length > 0 ? [{ name, claims, facts: [] }] : [];
  });
}

/**
 * Checks a model's brief sentence by sentence: it stands on claims that were offered, none of which has been used before,
 * and says no more than their quotes. A sentence that fails is dropped alone, with its reason.
 */
export function checkWriting(
  writing: Writing,
  offered: readonly Claim[],
  sources: ReadonlyMap<string, Article>,
  aliases: Aliases,
  checks: WritingChecks = ALL_CHECKS,
): CheckedWriting {
  const kept: { readonly name: SectionName; readonly claim: Claim }[] = [];
  const dropped: DroppedClaim[] = [];
  const used = new Set<number>();

  function reasonAgainst(sentence: Sentence, on: readonly Claim[], claim: Claim): string | null {
    const before = kept.map((one) => one.claim);
    const misplaced = firstProblem(checks.place, { sentence, on, before, used });
    const reason = misplaced ?? checkAgainst(claim, sources, aliases, checks.sentence);
    if (reason !== null || !on.some((one) => isTranslated(one, sources))) return reason;
    return reasonAgainstWords(sentence.text, on, sources, aliases);
  }

  for (const sentence of inOrder(writing)) {
    const on = sentence.numbers.flatMap((number) => offered[number - 1] ?? []);
    const claim = toClaim(sentence.text, on);
    const reason = reasonAgainst(sentence, on, claim);
    if (reason === null) {
      kept.push({ name: sentence.name, claim });
      for (const number of sentence.numbers) used.add(number);
    } else dropped.push({ text: sentence.text, reason });
  }
  return { sections: toSections(kept), dropped, kept: kept.length };
}
