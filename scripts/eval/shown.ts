import type { Brief, Engine } from '../../src/domain/brief.ts';
import type { Claim } from '../../src/domain/claim.ts';
import type { Result } from './questions.ts';

/** A sentence that a reader was shown, and where. */
export interface Shown {
  /** `brief china-uk, positions` or `question q12`. */
  readonly where: string;
  /** What was asked; the topic's title for a brief. */
  readonly asked: string;
  readonly engine: Engine;
  readonly claim: Claim;
}

/** Every sentence of these replies. */
export function shownIn(results: readonly Result[], briefs: readonly Brief[]): readonly Shown[] {
  const answered = results.flatMap(({ question, answer: { claims, engine } }) =>
    claims.map((claim) => ({ where: `question ${question.id}`, asked: question.question, engine, claim })),
  );
  const briefed = briefs.flatMap(({ topic, sections, engine }) =>
    sections.flatMap(({ name, claims }) =>
      claims.map((claim) => ({ where: `brief ${topic.slug ?? topic.title}, ${name}`, asked: topic.title, engine, claim })),
    ),
  );
  return [...answered, ...briefed];
}
