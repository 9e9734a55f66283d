import { findFigures } from '../corpus/figures.ts';
import { THE_ARTICLE } from '../domain/annotation.ts';
import type { Answer } from '../domain/answer.ts';
import { formatSpan } from '../domain/local-date.ts';
import type { Topic } from '../domain/topic.ts';
import type { Evidence } from './evidence.ts';
import { namesSpeaker } from './speaker-names.ts';

/** More gaps than this are a complaint, not a help. */
const MOST_GAPS = 4;
/** Kinds of papers that articles speak of and that a reader would want to see. */
const DOCUMENT =
  /\b(?:issued|published|released|unveiled|presented|signed)\s+(?:a|an|the|its|their|his|her)\s+((?:[\p{L}-]+\s+){0,3}?(?:report|strategy|read-?out|white paper|review|audit|joint statement|communiqué|declaration|memorandum))\b/iu;

/** A standing question that the corpus does not answer, with what was searched for it. */
export type RefusedQuestion = Pick<Answer, 'question' | 'searched'>;

interface Sentence {
  readonly text: string;
  readonly speaker: string | null;
  readonly verb: string | null;
  readonly eventDate: string | null;
}

function sentencesOf(evidence: Evidence): readonly Sentence[] {
  return evidence.stories.flatMap(({ face }) =>
    face.sentences.map(({ start, end, speaker, verb, eventDate }) => ({
      text: face.article.text.slice(start, end),
      speaker,
      verb,
      eventDate,
    })),
  );
}

function silentSides(topic: Topic, sentences: readonly Sentence[]): readonly string[] {
  const speakers = [...new Set(sentences.flatMap(({ speaker }) => (speaker === null || speaker === THE_ARTICLE ? [] : [speaker])))];
  return topic.sides
    .filter((side) => !speakers.some((speaker) => namesSpeaker(speaker, [side.name, ...side.speakers], topic.aliases)))
    .map((side) => `Nobody on the ${side.name} side speaks in these articles.`);
}

function missingDocument(sentences: readonly Sentence[]): string | null {
  for (const { text, speaker } of sentences) {
    const paper = DOCUMENT.exec(text)?.[1]?.replace(/\s+/g, ' ');
    if (paper) return `Mentioned, but not held: the ${paper}${speaker !== null && speaker !== THE_ARTICLE ? ` (${speaker})` : ''}.`;
  }
  return null;
}

function structuralGaps(sentences: readonly Sentence[]): readonly string[] {
  const unnamed = sentences.some(({ speaker, verb }) => speaker === null && verb !== null);
  const critic = unnamed && sentences.some(({ text, speaker }) => speaker === null && /critic/i.test(text));
  return [
    sentences.some(({ eventDate }) => eventDate !== null && eventDate.length > 4) ? null : 'No event is dated in these articles.',
    critic ? 'Critics are mentioned and not named.' : null,
    missingDocument(sentences),
    sentences.some(({ text }) => findFigures(text).length > 0) ? null : 'No figure is given.',
  ].filter((gap) => gap !== null);
}

function refusedGap({ question, searched }: RefusedQuestion): string {
  const { articles, from, to } = searched;
  const held = `${articles} article${articles === 1 ? '' : 's'} held`;
  return `No passage answers “${question}” (${held}${from !== null && to !== null ? `, ${formatSpan(from, to)}` : ''}).`;
}

/**
 * What the corpus does not say, worked out by code: a side that never speaks, standing questions without an answer,
 * events without a date, critics without a name, papers mentioned and not held, one source only. At most four.
 */
export function findGaps(evidence: Evidence, topic: Topic | null, refused: readonly RefusedQuestion[]): readonly string[] {
  if (evidence.stories.length === 0) return [];
  const sentences = sentencesOf(evidence);
  const single = evidence.heads.length === 1 ? ['One source: nothing here could be cross-checked.'] : [];
  const sides = topic ? silentSides(topic, sentences) : [];
  const gaps = [...sides, ...refused.slice(0, 1).map(refusedGap), ...structuralGaps(sentences)];
  return [...gaps.slice(0, MOST_GAPS - single.length), ...single];
}
