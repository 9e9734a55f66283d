import { createAnswering } from '../briefing/answer.ts';
import { createBriefing } from '../briefing/brief.ts';
import { extractiveWriter } from '../briefing/brief-writer.ts';
import { createPositions } from '../briefing/positions.ts';
import type { BriefingOptions, BriefRequest } from '../briefing/prepare-brief.ts';
import { createSearch } from '../corpus/search.ts';
import type { Answer } from '../domain/answer.ts';
import type { Brief } from '../domain/brief.ts';
import { type Caller, CONSOLE } from '../domain/caller.ts';
import type { CommandName } from '../domain/command-table.ts';
import { joinNotices } from '../domain/join-notices.ts';
import type { Turn } from '../domain/thread.ts';
import type { Topic } from '../domain/topic.ts';
import type { BotOptions, Handler } from './bot-options.ts';
import { readBriefCommand } from './brief-command.ts';
import { createConversations, turnOf } from './conversations.ts';
import { readReply } from './reply-commands.ts';
import { requireArgument } from './require-argument.ts';
import { samplesNotice } from './samples-notice.ts';

/** Where nothing is held on the words of a brief, the reader is told which topics there are. */
function topicsHeld(topics: readonly Topic[]): string | null {
  return topics.length === 0 ? null : `Topics held: ${topics.map(({ slug }) => slug).join(', ')}.`;
}

/** Finds the questions that the corpus does not answer. A model is being asked meanwhile, so others have their turn in between. */
function createRefused(answer: ReturnType<typeof createAnswering>, pause: BotOptions['pause']): BriefingOptions['refused'] {
  return async (tenant, questions) => {
    const answers: Answer[] = [];
    for (const question of questions) {
      await pause();
      answers.push(await answer(tenant, question, [], null));
    }
    return answers.filter(({ found }) => !found);
  };
}

/** Where people chat, one word on which nothing is held was meant for a topic, and topics are buttons there. */
function isMistyped({ subject }: Pick<BriefRequest, 'subject'>, { coverage }: Brief, { channel }: Caller): boolean {
  return channel.adapter !== CONSOLE && subject.kind === 'words' && coverage.articles === 0 && !/\s/.test(subject.words.trim());
}

/** What reads the articles: the writer of briefs, the answerer, the recorder of positions. */
function createReaders({ stores, clock, ids, model, pause }: BotOptions) {
  const search = createSearch({ index: stores.passages });
  const options = { ...stores, search, clock, ids };
  const refused = createRefused(createAnswering({ ...options, model: null }), pause);
  return {
    answer: createAnswering({ ...options, model }),
    brief: createBriefing({ ...options, refused, write: model?.writer ?? extractiveWriter }),
    said: createPositions(stores),
  };
}

/** The commands that read the articles: `brief`, `ask`, `said`. */
export function createAskHandlers(options: BotOptions): Pick<Record<CommandName, Handler>, 'ask' | 'brief' | 'said'> {
  const { stores, clock, loadSamples } = options;
  const conversations = createConversations({ threads: stores.threads, clock });
  const { answer, brief, said } = createReaders(options);

  async function notice(tenant: string): Promise<string | null> {
    return samplesNotice(await stores.corpus.count(tenant));
  }

  async function noted<R extends { readonly notice: string | null }>(tenant: string, reply: R): Promise<R> {
    return { ...reply, notice: joinNotices(await notice(tenant), reply.notice) };
  }

  /** What a question leans on: the reply that it was asked about, then what was said in the thread. */
  async function turnsFor(tenant: string, about: string | undefined, caller: Caller): Promise<readonly Turn[]> {
    const turns = await conversations.turnsOf(caller);
    return about === undefined ? turns : [...turns, turnOf(await readReply(stores, tenant, about))];
  }

  return {
    async brief(tenant, command, caller, tell) {
      await loadSamples(tenant);
      const topics = await stores.topics.list(tenant);
      const read = readBriefCommand(command, topics, clock.today());
      if ('reply' in read) return read.reply;
      const told = { notice: await notice(tenant), whenEmpty: topicsHeld(topics), tell };
      const reply = await brief(tenant, { ...read.request, ...told, spender: caller });
      if (isMistyped(read.request, reply, caller)) return { kind: 'near-topics', asked: reply.topic.title, topics };
      await conversations.add(caller, reply);
      return reply;
    },
    async ask(tenant, command, caller) {
      const question = requireArgument(command, 'question', 'ask what did the committee call for?');
      await loadSamples(tenant);
      const turns = await turnsFor(tenant, command.args['about'], caller);
      const reply = await noted(tenant, await answer(tenant, question, turns, caller));
      await stores.replies.save(tenant, reply, null);
      await conversations.add(caller, reply);
      return reply;
    },
    async said(tenant, command) {
      const speaker = requireArgument(command, 'speaker', 'said Rachel Reeves about trade');
      await loadSamples(tenant);
      return noted(tenant, await said(tenant, speaker));
    },
  };
}
