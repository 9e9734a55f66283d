import { type Spender, type SpentToday, TENANT_ACCOUNT } from '../../domain/spending.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Prompts } from '../../ports/prompts.ts';
import type { ReadingStore } from '../../ports/reading-store.ts';
import type { BriefWriter } from '../brief-writer.ts';
import { type AnswerWithModel, createModelAnswering } from './answer-with-model.ts';
import { checkPrompts, namePrompt } from './fill-prompt.ts';
import { type ModelSession, openSession, type SessionOptions } from './model-session.ts';
import { createModelWriter } from './model-writer.ts';
import { createArticleReading } from './read-articles.ts';
import { createRephrasing, type RephraseQuestion } from './rephrase-question.ts';

export interface ModelWritingOptions extends SessionOptions {
  readonly prompts: Prompts;
  readonly readings: ReadingStore;
  readonly ids: Ids;
  /** Lets others have the thread. */
  readonly pause: () => Promise<unknown>;
}

/** What an installation with a language model writes and answers with. */
export interface ModelWriting {
  readonly openSession: (spender: Spender) => ModelSession;
  readonly writer: BriefWriter;
  readonly answer: AnswerWithModel;
  readonly rephrase: RephraseQuestion;
  /** `id@version` of the prompts that these two use. */
  readonly promptNames: { readonly answer: string; readonly rephrase: string };
  /** What a tenant has spent today, bookings included. */
  readonly spentToday: (tenant: string) => Promise<SpentToday>;
}

/** Wires reader, writer and answerer to one model. @throws Error when a prompt and what fills it do not agree. */
export function createModelWriting(options: ModelWritingOptions): ModelWriting {
  const { prompts, readings, ids, ledger, clock, limits, pause } = options;
  checkPrompts(prompts);
  const open = (spender: Spender): ModelSession => openSession(options, spender);
  return {
    openSession: open,
    writer: createModelWriter({ openSession: open, readArticles: createArticleReading({ prompts, readings, pause }), prompts, ids }),
    answer: createModelAnswering(prompts),
    rephrase: createRephrasing(prompts),
    promptNames: { answer: namePrompt(prompts.get('answer-question')), rephrase: namePrompt(prompts.get('rephrase-question')) },
    spentToday: async (tenant) => ({ spent: await ledger.spent(tenant, clock.today(), TENANT_ACCOUNT), limit: limits.tenant }),
  };
}
