import { createAnswering } from '../briefing/answer.ts';
import { createBriefing } from '../briefing/brief.ts';
import { extractiveWriter } from '../briefing/brief-writer.ts';
import type { ModelWriting } from '../briefing/model/create-model-writing.ts';
import { createPositions } from '../briefing/positions.ts';
import { createSearch } from '../corpus/search.ts';
import type { Answer } from '../domain/answer.ts';
import type { Caller } from '../domain/caller.ts';
import type { Command } from '../domain/command.ts';
import type { CommandName } from '../domain/command-table.ts';
import { COMMAND_TABLE } from '../domain/command-table.ts';
import { StoreError, UserError } from '../domain/errors.ts';
import { joinNotices } from '../domain/join-notices.ts';
import type { Reply } from '../domain/reply.ts';
import type { Topic } from '../domain/topic.ts';
import type { Clock } from '../ports/clock.ts';
import type { Handle, Tell } from '../ports/handle.ts';
import type { Ids } from '../ports/ids.ts';
import type { Logger } from '../ports/logger.ts';
import type { Stores } from '../ports/stores.ts';
import { readBriefCommand } from './brief-command.ts';
import { createConversations } from './conversations.ts';
import { listArticles, runSearch, showReply, showStatistics } from './look-up-commands.ts';
import { samplesNotice } from './samples-notice.ts';
import { runSources, type SourceTools } from './sources-command.ts';
import { runTopics } from './topics-command.ts';

export interface BotOptions extends SourceTools {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** Lets everything else that waits have its turn. */
  readonly pause: () => Promise<void>;
  /** Null where no language model is configured. */
  readonly model: ModelWriting | null;
  /** Fills a tenant that holds nothing at all with the samples. Does nothing for any other. */
  readonly loadSamples: (tenant: string) => Promise<void>;
}

type Handler = (tenant: string, command: Command, caller: Caller, tell: Tell) => Promise<Reply>;

function requireArgument(command: Command, name: string, example: string): string {
  const value = command.args[name]?.trim() ?? '';
  if (value === '') throw new UserError(`"${command.name}" needs a ${name}, like: ${example}`);
  return value;
}

/** Where nothing is held on the words of a brief, the reader is told which topics there are. */
function topicsHeld(topics: readonly Topic[]): string | null {
  return topics.length === 0 ? null : `Topics held: ${topics.map(({ slug }) => slug).join(', ')}.`;
}

function createAskHandlers(options: BotOptions): Pick<Record<CommandName, Handler>, 'ask' | 'brief' | 'said'> {
  const { stores, clock, ids, loadSamples, model, pause } = options;
  const conversations = createConversations();
  const search = createSearch({ index: stores.passages });
  const answer = createAnswering({ ...stores, search, clock, ids, model });
  const extractive = createAnswering({ ...stores, search, clock, ids, model: null });
  const refused: Parameters<typeof createBriefing>[0]['refused'] = async (tenant, questions) => {
    const answers: Answer[] = [];
    for (const question of questions) {
      // A model is being asked meanwhile: between two questions its requests leave and its replies come in.
      await pause();
      answers.push(await extractive(tenant, question, [], null));
    }
    return answers.filter(({ found }) => !found);
  };
  const brief = createBriefing({ ...stores, search, clock, ids, refused, write: model?.writer ?? extractiveWriter });
  const said = createPositions(stores);

  async function notice(tenant: string): Promise<string | null> {
    return samplesNotice(await stores.corpus.count(tenant));
  }

  async function noted<R extends { readonly notice: string | null }>(tenant: string, reply: R): Promise<R> {
    return { ...reply, notice: joinNotices(await notice(tenant), reply.notice) };
  }

  return {
    async brief(tenant, command, caller) {
      await loadSamples(tenant);
      const topics = await stores.topics.list(tenant);
      const read = readBriefCommand(command, topics, clock.today());
      if ('reply' in read) return read.reply;
      return brief(tenant, { ...read.request, spender: caller, notice: await notice(tenant), whenEmpty: topicsHeld(topics) });
    },
    async ask(tenant, command, caller) {
      const question = requireArgument(command, 'question', 'ask what did the committee call for?');
      await loadSamples(tenant);
      const reply = await noted(tenant, await answer(tenant, question, conversations.turnsOf(caller), caller));
      await stores.replies.save(tenant, reply, null);
      conversations.add(caller, reply);
      return reply;
    },
    async said(tenant, command) {
      const speaker = requireArgument(command, 'speaker', 'said Rachel Reeves about trade');
      await loadSamples(tenant);
      return noted(tenant, await said(tenant, speaker));
    },
  };
}

function createHandlers(options: BotOptions): Record<CommandName, Handler> {
  const { stores } = options;
  const search = createSearch({ index: stores.passages });
  return {
    ...createAskHandlers(options),
    search: (tenant, command) => runSearch(stores, search, tenant, requireArgument(command, 'query', 'search gallium export ban')),
    articles: (tenant, command) => listArticles(stores, tenant, command.args['topic'] ?? null),
    topics: (tenant, command) => runTopics(stores, tenant, command),
    sources: (tenant, command) => runSources(options, tenant, command),
    stats: async (tenant) => showStatistics(stores, tenant, (await options.model?.spentToday(tenant)) ?? null),
    show: (tenant, command) => showReply(stores, tenant, requireArgument(command, 'id', 'show brief-…')),
    help: async () => ({ kind: 'help', commands: COMMAND_TABLE }),
  };
}

/**
 * The bot: a command in, a reply out. Never throws. What a person did wrong comes back as `usage`, with what to do;
 * anything else as `failure` with an id under which the log has the rest.
 */
export function createBot(options: BotOptions): Handle {
  const handlers = createHandlers(options);
  return async (command, caller, tell) => {
    const { tenant, adapter } = caller.channel;
    try {
      // Names come from outside: "constructor" is one that every object has.
      if (!Object.hasOwn(handlers, command.name)) throw new UserError('There is no such command; "help" lists those there are.');
      return await handlers[command.name](tenant, command, caller, tell);
    } catch (error) {
      if (error instanceof UserError && !(error instanceof StoreError)) return { kind: 'usage', text: error.message };
      const errorId = options.ids.next('error');
      options.logger.error('command failed', { errorId, command: command.name, tenant, adapter, error });
      const text = error instanceof StoreError ? error.message : 'Something went wrong on our side; nothing was lost.';
      return { kind: 'failure', text, errorId };
    }
  };
}
