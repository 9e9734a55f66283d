import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { LanguageModel } from '../../ports/language-model.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { Prompts } from '../../ports/prompts.ts';
import type { ReadingStore } from '../../ports/reading-store.ts';
import type { BriefWriter } from '../brief-writer.ts';
import { type AnswerWithModel, createModelAnswering } from './answer-with-model.ts';
import { checkPrompts } from './fill-prompt.ts';
import { type ModelSession, openSession, type TokenPrice } from './model-session.ts';
import { createModelWriter } from './model-writer.ts';
import { createArticleReading } from './read-articles.ts';
import { createRephrasing, type RephraseQuestion } from './rephrase-question.ts';

export interface ModelWritingOptions {
  readonly model: LanguageModel;
  readonly prompts: Prompts;
  readonly readings: ReadingStore;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Lets others have the thread. */
  readonly pause: () => Promise<unknown>;
  /** Tokens that a tenant may spend in a day; Infinity for no limit. */
  readonly dailyTokens: number;
  readonly price: TokenPrice | null;
  /** Milliseconds that a reply may take in all. */
  readonly withinMs: number;
}

/** What an installation with a language model writes and answers with. */
export interface ModelWriting {
  readonly openSession: (tenant: string) => ModelSession;
  readonly writer: BriefWriter;
  readonly answer: AnswerWithModel;
  readonly rephrase: RephraseQuestion;
}

/** Wires reader, writer and answerer to one model. @throws Error when a prompt and what fills it do not agree. */
export function createModelWriting(options: ModelWritingOptions): ModelWriting {
  const { prompts, readings, ids, pause } = options;
  checkPrompts(prompts);
  const open = (tenant: string): ModelSession => openSession(options, tenant);
  return {
    openSession: open,
    writer: createModelWriter({ openSession: open, readArticles: createArticleReading({ prompts, readings, pause }), prompts, ids }),
    answer: createModelAnswering(prompts),
    rephrase: createRephrasing(prompts),
  };
}
