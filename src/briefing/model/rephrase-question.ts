import { findNames } from '../../corpus/names.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Turn } from '../../domain/thread.ts';
import type { Prompts } from '../../ports/prompts.ts';
import { fence, fillPrompt } from './fill-prompt.ts';
import { REPHRASING } from './model-schemas.ts';
import type { ModelSession } from './model-session.ts';

export type RephraseQuestion = (session: ModelSession, question: string, turns: readonly Turn[], today: LocalDate) => Promise<string>;

/** More of a conversation explains no "it". */
const TURNS_READ = 3;
/** Room for the question and for what a model thinks before it writes. */
const OUTPUT_TOKENS = 2_000;
const LONGEST_QUESTION = 500;

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** True when every name and figure of the new question was in the conversation or the question: it may resolve, not invent. */
function addsNothing(rephrased: string, said: string): boolean {
  // Whole words: "20" is not in "2024", nor "Ma" in "Market". The "s" is what is left of "China's".
  const held = new Set([...wordsOf(said), 's']);
  const named = findNames(rephrased).flatMap(({ name }) => wordsOf(name));
  return [...named, ...wordsOf(rephrased).filter((word) => /\p{N}/u.test(word))].every((word) => held.has(word));
}

/**
 * Makes a follow-up stand alone. Whatever does not come out well (no model, no time, a name that nobody used), the
 * question is taken as it was typed.
 */
export function createRephrasing(prompts: Prompts): RephraseQuestion {
  const prompt = prompts.get('rephrase-question');
  return async (session, question, turns, today) => {
    if (turns.length === 0) return question;
    const said = turns.slice(-TURNS_READ).flatMap((turn) => [`Asked: ${turn.question}`, ...turn.answer.map((text) => `Answered: ${text}`)]);
    const slots = { today, conversation: fence('conversation', said.join('\n')), question: question.replace(/\s+/gu, ' ') };
    const asking = {
      ...fillPrompt<'rephrase-question'>(prompt, slots),
      schema: REPHRASING,
      schemaName: 'question',
      timeShare: 0.3,
      outputTokens: OUTPUT_TOKENS,
    };
    const outcome = await session.ask(asking);
    if (outcome.kind !== 'value') return question;
    const rephrased = outcome.value.question.replace(/\s+/gu, ' ').trim();
    const fits = rephrased !== '' && rephrased.length <= LONGEST_QUESTION && addsNothing(rephrased, [...said, question].join('\n'));
    return fits ? rephrased : question;
  };
}
