import type { Search } from '../corpus/search.ts';
import type { Answer } from '../domain/answer.ts';
import { NO_USAGE } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import { formatAge, type LocalDate } from '../domain/local-date.ts';
import { toInputs } from '../domain/reply-record.ts';
import type { Spender } from '../domain/spending.ts';
import type { Turn } from '../domain/thread.ts';
import type { ArticleStore } from '../ports/article-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { CorpusCounter } from '../ports/corpus-statistics.ts';
import type { Ids } from '../ports/ids.ts';
import type { PositionIndex } from '../ports/position-index.ts';
import type { ReportStore } from '../ports/report-store.ts';
import type { TopicStore } from '../ports/topic-store.ts';
import { answerByModel } from './answer-by-model.ts';
import { answerExtractive } from './answer-extractive.ts';
import { searchedWords } from './answer-sentences.ts';
import { NO_MODEL } from './brief-writer.ts';
import { readHeldBack } from './held-back.ts';
import { inquire, nearestOf } from './inquiry.ts';
import type { ModelWriting } from './model/create-model-writing.ts';
import { parseQuestion } from './question.ts';
import { resolvePronoun } from './resolve-pronoun.ts';

export interface AnsweringOptions {
  readonly articles: ArticleStore;
  readonly topics: TopicStore;
  readonly search: Search;
  readonly corpus: CorpusCounter;
  readonly reports: ReportStore;
  readonly positions: PositionIndex;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Null where no language model is configured. */
  readonly model: ModelWriting | null;
}

function ageNotice(claims: readonly Claim[], today: LocalDate): string | null {
  const dates = claims.flatMap(({ citations }) => citations.map(({ published }) => published)).filter((date) => date !== null);
  const newest = dates.toSorted().at(-1);
  const age = newest === undefined ? null : formatAge(newest, today);
  return age !== null && /month|year/.test(age) ? `The newest passage shown is ${age}.` : null;
}

/**
 * Answers questions from checked claims, or says that no passage does. `turns` are what a follow-up leans on. Where a model
 * is configured it is asked at the cost of `spender`, and not at all for nobody.
 */
export function createAnswering(
  options: AnsweringOptions,
): (tenant: string, text: string, turns: readonly Turn[], spender: Spender | null) => Promise<Answer> {
  const { topics, corpus, reports, positions, clock, ids, model } = options;

  async function standAlone(tenant: string, question: string, turns: readonly Turn[]): Promise<string> {
    return turns.length === 0 ? question : resolvePronoun(question, turns, await positions.speakers(tenant));
  }

  return async (tenant, text, turns, spender) => {
    const [today, begun] = [clock.today(), clock.now()];
    const session = (spender && model?.openSession(spender)) ?? null;
    const typed = text.trim();
    const asked = model && session ? await model.rephrase(session, typed, turns, today) : await standAlone(tenant, typed, turns);
    const inquiry = await inquire(options, tenant, parseQuestion(asked), await topics.list(tenant), await readHeldBack(reports, tenant));
    const { prompts, ...said } =
      model && session ? await answerByModel(model, session, inquiry, today) : answerExtractive(inquiry, NO_MODEL, NO_USAGE);
    const found = said.claims.length > 0;
    const { articles, oldest, newest } = await corpus.count(tenant);
    const now = clock.now();
    // A follow-up is also made with the prompt that rephrased it.
    const rephrased = model !== null && asked !== typed ? [model.promptNames.rephrase] : [];
    return {
      kind: 'answer',
      id: ids.next('answer'),
      writtenAt: new Date(now).toISOString(),
      question: typed,
      readAs: asked === typed ? null : asked,
      found,
      ...said,
      nearest: found ? [] : nearestOf(inquiry),
      searched: { terms: searchedWords(asked), articles, from: oldest, to: newest },
      notice: ageNotice(said.claims, today),
      record: {
        inputs: toInputs(inquiry.reads.map(({ article }) => article)),
        prompts: [...rephrased, ...prompts],
        model: session?.model ?? null,
        ms: now - begun,
        writtenOn: today,
      },
    };
  };
}
