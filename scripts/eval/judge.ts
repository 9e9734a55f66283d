import { z } from 'zod';
import { fence, fillPrompt } from '../../src/briefing/model/fill-prompt.ts';
import { inParallel } from '../../src/briefing/model/in-parallel.ts';
import { describeEnd, type ModelSession } from '../../src/briefing/model/model-session.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { Prompt } from '../../src/ports/prompts.ts';
import type { Shown } from './shown.ts';

const SUPPORTING = z.object({ support: z.enum(['full', 'part', 'none']), missing: z.string().nullable() });

/** What a model thinks of one sentence. Its opinion: it may be wrong in both directions. */
export interface Judgement {
  readonly shown: Shown;
  /** `not judged` when the model gave no usable reply. */
  readonly support: z.infer<typeof SUPPORTING>['support'] | 'not judged';
  /** What is missing from the quotes, in the model's words, or why there is no judgement; null for full support. */
  readonly missing: string | null;
}

/** Sentences that are judged at the same time. */
const AT_ONCE = 4;
/** Room for the verdict and for what a model thinks before it. */
const OUTPUT_TOKENS = 2_000;

/** Has a model judge whether each sentence is supported by its quotes: one call each, the sentence and its quotes alone. */
export async function judgeSupport(
  openSession: () => ModelSession,
  prompt: Prompt,
  shown: readonly Shown[],
  today: LocalDate,
): Promise<{ readonly judgements: readonly Judgement[]; readonly sessions: readonly ModelSession[] }> {
  const sessions: ModelSession[] = [];
  const judgements = await inParallel(shown, AT_ONCE, async (one): Promise<Judgement> => {
    const session = openSession();
    sessions.push(session);
    const { text, citations } = one.claim;
    const slots = { today, sentence: fence('sentence', text), quotes: fence('quotes', citations.map(({ quote }) => quote).join('\n\n')) };
    const filled = fillPrompt<'judge-support'>(prompt, slots);
    const outcome = await session.ask({ ...filled, schema: SUPPORTING, schemaName: 'support', outputTokens: OUTPUT_TOKENS, timeShare: 1 });
    if (outcome.kind !== 'value') return { shown: one, support: 'not judged', missing: describeEnd(outcome) };
    return { shown: one, ...outcome.value };
  });
  return { judgements, sessions };
}
