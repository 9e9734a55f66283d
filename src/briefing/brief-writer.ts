import { type Brief, NO_USAGE, type Section } from '../domain/brief.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Period } from '../domain/period.ts';
import type { ReplyRecord } from '../domain/reply-record.ts';
import type { Spender } from '../domain/spending.ts';
import type { Topic } from '../domain/topic.ts';
import { arrangeClaims } from './arrange.ts';
import type { CandidateClaim } from './candidate.ts';
import { checkClaims } from './check-claims.ts';
import { bestOf } from './choose-varied.ts';
import type { Evidence } from './evidence.ts';
import type { HeldBack } from './held-back.ts';
import type { OnTopic } from './on-topic.ts';
import { readSentences } from './read-sentences.ts';

/** Everything that a brief is written from. */
export interface Material {
  readonly tenant: string;
  readonly spender: Spender;
  readonly evidence: Evidence;
  readonly topic: Topic | null;
  readonly title: string;
  readonly period: Period;
  readonly onTopic: OnTopic;
  readonly today: LocalDate;
  readonly heldBack: HeldBack;
}

/** The sections that hold claims, and how they came about. */
export type Written = Pick<Brief, 'engine' | 'engineReason' | 'sections' | 'dropped' | 'usage'> & Pick<ReplyRecord, 'prompts' | 'model'>;

/**
 * A brief that is ready to be written. `key` stands for all that it would be written from: with the same key, what was
 * written before can be given again. Null where writing costs nothing.
 */
export interface ReadyBrief {
  readonly key: string | null;
  write(): Promise<Written>;
}

/** Reads the evidence and gets ready to write. Rejects only for what is a fault of ours: no model's failure is. */
export type BriefWriter = (material: Material) => Promise<ReadyBrief>;

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

function checkCandidates({ evidence, topic, heldBack }: Pick<Material, 'evidence' | 'topic' | 'heldBack'>): {
  readonly kept: readonly CandidateClaim[];
  readonly dropped: Brief['dropped'];
} {
  const candidates = preferLanguage(evidence.stories.flatMap(readSentences)).filter(({ claim }) => !heldBack(claim));
  const sources = new Map(evidence.stories.map(({ face }) => [face.article.id, face.article]));
  const { kept, dropped } = checkClaims(
    candidates.map(({ claim }) => claim),
    sources,
    topic?.aliases ?? [],
  );
  const passed = new Set(kept);
  return { kept: candidates.filter(({ claim }) => passed.has(claim)), dropped };
}

/** Why the words of a brief are the articles' own. */
export const NO_MODEL = 'no model is configured: sentences are shown as they stand, nothing is reworded';

/** The extractive writer: sentences verbatim, arranged by rule. `reason` tells the reader why. */
export function writeExtractive(material: Material, reason: string): Written {
  const { kept, dropped } = checkCandidates(material);
  const { onTopic, today } = material;
  const sections: readonly Section[] = arrangeClaims(kept, today, onTopic);
  return { engine: 'extractive', engineReason: reason, sections, dropped, usage: NO_USAGE, prompts: [], model: null };
}

/** The writer of an installation without a model. */
export const extractiveWriter: BriefWriter = async (material) => ({
  key: null,
  write: async () => writeExtractive(material, NO_MODEL),
});
