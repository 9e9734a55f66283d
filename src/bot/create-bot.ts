import { createAnswering } from '../briefing/answer.ts';
import { createBriefing } from '../briefing/brief.ts';
import { createPositions } from '../briefing/positions.ts';
import { createSearch } from '../corpus/search.ts';
import type { Brief } from '../domain/brief.ts';
import type { Command } from '../domain/command.ts';
import type { CommandName } from '../domain/command-table.ts';
import { COMMAND_TABLE } from '../domain/command-table.ts';
import { StoreError, UserError } from '../domain/errors.ts';
import type { Reply } from '../domain/reply.ts';
import type { Topic } from '../domain/topic.ts';
import type { Handle } from '../ports/chat-lifecycle.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Logger } from '../ports/logger.ts';
import type { Stores } from '../ports/stores.ts';
import { readBriefCommand } from './brief-command.ts';
import { listArticles, runSearch, showReply, showStatistics } from './look-up-commands.ts';
import { joinNotices, samplesNotice } from './samples-notice.ts';
import { runSources, type SourceTools } from './sources-command.ts';
import { runTopics } from './topics-command.ts';

export interface BotOptions extends SourceTools {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** Fills a tenant that holds nothing at all with the samples. Does nothing for any other. */
  readonly loadSamples: (tenant: string) => Promise<void>;
}

type Handler = (tenant: string, command: Command) => Promise<Reply>;

function requireArgument(command: Command, name: string, example: string): string {
  const value = command.args[name]?.trim() ?? '';
  if (value === '') throw new UserError(`"${command.name}" needs a ${name}, like: ${example}`);
  return value;
}

/** Where nothing is held on the words of a brief, the reader is told which topics there are. */
function withTopics(brief: Brief, topics: readonly Topic[]): Brief {
  if (brief.topic.slug !== null || brief.sections.length > 0 || topics.length === 0) return brief;
  return { ...brief, notice: joinNotices(brief.notice, `Topics held: ${topics.map(({ slug }) => slug).join(', ')}.`) };
}

function createAskHandlers(options: BotOptions): Pick<Record<CommandName, Handler>, 'ask' | 'brief' | 'said'> {
  const { stores, clock, ids, loadSamples } = options;
  const search = createSearch({ index: stores.passages });
  const answer = createAnswering({ ...stores, search, clock, ids });
  const refused: Parameters<typeof createBriefing>[0]['refused'] = async (tenant, questions) => {
    const answers = await Promise.all(questions.map((question) => answer(tenant, question)));
    return answers.filter(({ found }) => !found);
  };
  const brief = createBriefing({ ...stores, search, clock, ids, refused });
  const said = createPositions(stores);

  async function noted<R extends { readonly notice: string | null }>(tenant: string, reply: R): Promise<R> {
    return { ...reply, notice: joinNotices(samplesNotice(await stores.corpus.count(tenant)), reply.notice) };
  }

  return {
    async brief(tenant, command) {
      await loadSamples(tenant);
      const topics = await stores.topics.list(tenant);
      const read = readBriefCommand(command, topics, clock.today());
      if ('reply' in read) return read.reply;
      const reply = withTopics(await noted(tenant, await brief(tenant, read.request)), topics);
      await stores.replies.save(tenant, reply);
      return reply;
    },
    async ask(tenant, command) {
      const question = requireArgument(command, 'question', 'ask what did the committee call for?');
      await loadSamples(tenant);
      const reply = await noted(tenant, await answer(tenant, question));
      await stores.replies.save(tenant, reply);
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
    stats: (tenant) => showStatistics(stores, tenant),
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
  return async (command, { tenant, adapter }) => {
    try {
      // Names come from outside: "constructor" is one that every object has.
      if (!Object.hasOwn(handlers, command.name)) throw new UserError('There is no such command; "help" lists those there are.');
      return await handlers[command.name](tenant, command);
    } catch (error) {
      if (error instanceof UserError && !(error instanceof StoreError)) return { kind: 'usage', text: error.message };
      const errorId = options.ids.next('error');
      options.logger.error('command failed', { errorId, command: command.name, tenant, adapter, error });
      const text = error instanceof StoreError ? error.message : 'Something went wrong on our side; nothing was lost.';
      return { kind: 'failure', text, errorId };
    }
  };
}
