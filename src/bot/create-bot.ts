import { createSearch } from '../corpus/search.ts';
import { type Caller, CONSOLE } from '../domain/caller.ts';
import type { Command } from '../domain/command.ts';
import { COMMAND_TABLE, type CommandName, type CommandRow } from '../domain/command-table.ts';
import { StoreError, UserError } from '../domain/errors.ts';
import type { Reply } from '../domain/reply.ts';
import type { Handle } from '../ports/handle.ts';
import { addToCorpus } from './add-command.ts';
import { createAskHandlers } from './ask-commands.ts';
import type { BotOptions, Handler } from './bot-options.ts';
import { deleteMessage } from './delete-command.ts';
import { showHome } from './home-command.ts';
import { listArticles, listLedger, runSearch, showStatistics } from './look-up-commands.ts';
import { exportReply, readReply, showQuote } from './reply-commands.ts';
import { reportWrong, runReports } from './report-commands.ts';
import { requireArgument } from './require-argument.ts';
import { requireRight, roleWith } from './rights.ts';
import { runSettings } from './settings-command.ts';
import { runSources } from './sources-command.ts';
import { runTopics } from './topics-command.ts';

function createHandlers(options: BotOptions): Record<CommandName, Handler> {
  const { stores } = options;
  const search = createSearch({ index: stores.passages });
  const idOf = (command: Command): string => requireArgument(command, 'id', `${command.name} brief-…`);
  const markOf = (command: Command): string => requireArgument(command, 'mark', `${command.name} brief-… 1`);
  return {
    ...createAskHandlers(options),
    search: (tenant, command) => runSearch(stores, search, tenant, requireArgument(command, 'query', 'search gallium export ban')),
    articles: (tenant, command) => listArticles(stores, tenant, command.args['topic'] ?? null),
    topics: (tenant, command) => runTopics(stores, tenant, command),
    sources: (tenant, command) => runSources(options, tenant, command),
    stats: async (tenant) => showStatistics(stores, tenant, (await options.model?.spentToday(tenant)) ?? null),
    show: (tenant, command) => readReply(stores, tenant, idOf(command)),
    quote: (tenant, command) => showQuote(stores, tenant, idOf(command), markOf(command)),
    export: (tenant, command) => exportReply(stores, tenant, idOf(command)),
    wrong: (tenant, command, caller) => reportWrong(options, tenant, command, caller),
    reports: (tenant, command) => runReports(options, tenant, command),
    settings: (_tenant, command, caller) => runSettings(options, command, caller),
    add: (tenant, command, caller) => addToCorpus(options, tenant, command, caller),
    delete: (_tenant, command, caller) => deleteMessage(options, caller, requireArgument(command, 'message', 'delete …')),
    home: (tenant, _command, { person }) => showHome(stores, tenant, person.role),
    digest: async () => ({ kind: 'usage', text: 'Digests are not there yet. A brief can be had at any time: brief china-uk' }),
    ledger: (tenant, command) => listLedger(stores, tenant, command.args['rows']),
    help: async (_tenant, _command, { channel }) => ({
      kind: 'help',
      commands: COMMAND_TABLE.filter((row) => isOffered(row, channel.adapter)),
    }),
  };
}

/** What stands behind a button is not listed, nor, where people chat, what only whoever sits at the machine may do. */
function isOffered({ where }: CommandRow, adapter: string): boolean {
  return where === 'everywhere' || (where === 'console' && adapter === CONSOLE);
}

/** @throws UserError for a command that there is not, that is not for here, or not for this person. */
function check(command: Command, caller: Caller): void {
  const row: CommandRow | undefined = COMMAND_TABLE.find(({ name }) => name === command.name);
  if (!row) throw new UserError('There is no such command; "help" lists those there are.');
  const choice = command.args[row.arguments.find(({ kind }) => kind === 'choice')?.name ?? ''] ?? '';
  const isOfTheMachine = row.where === 'console' || row.consoleOnly?.includes(choice) === true;
  if (isOfTheMachine && caller.channel.adapter !== CONSOLE)
    throw new UserError(`"${row.name}" is done on the machine that the bot runs on.`);
  requireRight(command, caller.person.role);
}

/**
 * The bot: a command in, a reply out. Never throws. What a person did wrong comes back as `usage`, with what to do;
 * anything else as `failure` with an id under which the log has the rest.
 */
export function createBot(options: BotOptions): Handle {
  const handlers = createHandlers(options);
  const { stores, ids, logger } = options;

  /** The caller with the role that counts here: the settings may name managers. */
  async function resolve(caller: Caller): Promise<Caller> {
    const role = roleWith(await stores.settings.ofTenant(caller.channel.tenant), caller);
    return { ...caller, person: { ...caller.person, role } };
  }

  function fail(error: unknown, command: Command, { channel: { tenant, adapter } }: Caller): Reply {
    if (error instanceof UserError && !(error instanceof StoreError)) return { kind: 'usage', text: error.message };
    const errorId = ids.next('error');
    logger.error('command failed', { errorId, command: command.name, tenant, adapter, error });
    const text = error instanceof StoreError ? error.message : 'Something went wrong on our side; nothing was lost.';
    return { kind: 'failure', text, errorId };
  }

  return async (command, caller, tell) => {
    try {
      const resolved = await resolve(caller);
      check(command, resolved);
      return await handlers[command.name](caller.channel.tenant, command, resolved, tell);
    } catch (error) {
      return fail(error, command, caller);
    }
  };
}
