import { z } from 'zod';
import { VERB_CLASSES } from '../../domain/annotation.ts';
import { CLAIM_KINDS } from '../../domain/reading.ts';

/** What `read-article` gives. All fields required and nothing that structured outputs do not know. */
export const READING = z.object({
  claims: z.array(
    z.object({
      claim: z.string(),
      quote: z.string(),
      speaker: z.string().nullable(),
      verb: z.enum(VERB_CLASSES).nullable(),
      date: z.string().nullable(),
      kind: z.enum(CLAIM_KINDS),
    }),
  ),
});
export type ToldClaim = z.infer<typeof READING>['claims'][number];

/** Sections that a model may write; the others are code's. */
const WRITTEN_SECTIONS = ['bottom-line', 'developments', 'positions', 'disagreements', 'dates-ahead', 'background'] as const;

/** What `write-brief` gives: sentences with the numbers of the claims they stand on. */
export const WRITING = z.object({
  sections: z.array(
    z.object({
      name: z.enum(WRITTEN_SECTIONS),
      sentences: z.array(z.object({ text: z.string(), claims: z.array(z.number().int()) })),
    }),
  ),
});
export type Writing = z.infer<typeof WRITING>;

/** What `answer-question` gives. */
export const ANSWERING = z.object({
  says: z.enum(['yes', 'partly', 'no']),
  sentences: z.array(z.object({ text: z.string(), passage: z.number().int(), quote: z.string() })),
});

/** What `rephrase-question` gives. */
export const REPHRASING = z.object({ question: z.string() });
