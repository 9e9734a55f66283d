import { existsSync } from 'node:fs';
import { CommanderError, Command as Program } from 'commander';
import { createIds } from '../adapters/system/create-ids.ts';
import { createLogger } from '../adapters/system/create-logger.ts';
import { createTerminal } from '../adapters/terminal/create-terminal.ts';
import { renderReply } from '../adapters/terminal/render.ts';
import { addBotCommands } from './app/bot-commands.ts';
import { describeIngest, exportReply, ingestPaths, readArticle, removeArticles } from './app/corpus-commands.ts';
import { type App, openApp } from './app/open-app.ts';
import { askAll, searchAll, searchOnce } from './app/run-batch.ts';
import { ConfigError, parseConfig } from './config.ts';
import { consoleCaller } from './domain/caller.ts';
import type { Command } from './domain/command.ts';
import { StoreError, UserError } from './domain/errors.ts';
import { localDateAt } from './domain/local-date.ts';
import { TELL_NOBODY } from './ports/handle.ts';

const EXIT = { done: 0, fault: 1, usage: 2 } as const;

interface Settings {
  readonly json: boolean;
  readonly tenant: string;
}

const colour = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;

function print(value: unknown): void {
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Opens the app for one command, and closes it whatever happens. */
async function withApp(work: (app: App) => Promise<void>): Promise<void> {
  const app = await openApp(parseConfig(process.env));
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

/** Columns of a terminal; a pipe has none, and gets lines that read well anywhere. */
function widthOf(stream: { readonly columns?: number }): number {
  return stream.columns ?? 100;
}

async function runBotCommand(app: App, { json, tenant }: Settings, command: Command): Promise<void> {
  const reply = await app.handle(command, consoleCaller(tenant, 'command'), TELL_NOBODY);
  if (reply.kind === 'usage' || reply.kind === 'failure') {
    if (json) print(reply);
    complain(renderReply(reply, { width: widthOf(process.stderr), colour: false }));
    process.exitCode = reply.kind === 'usage' ? EXIT.usage : EXIT.fault;
    return;
  }
  print(json ? reply : renderReply(reply, { width: widthOf(process.stdout), colour }));
  if (reply.kind === 'near-topics' && reply.asked !== '') process.exitCode = EXIT.usage;
}

async function printAll(lines: AsyncIterable<unknown>): Promise<void> {
  for await (const line of lines) print(line);
}

function readLimit(text: string | undefined): number {
  const limit = Number(text ?? '10');
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw new UserError('--limit takes a whole number from 1 to 100.');
  return limit;
}

async function chat(app: App, { tenant }: Settings): Promise<void> {
  await app.loadSamples(tenant);
  const terminal = createTerminal({
    input: process.stdin,
    output: process.stdout,
    tenant,
    clock: app.clock,
    colour,
  });
  if (process.stdout.isTTY) print('Ask a question, or type "brief china-uk", "topics" or "help". "exit" ends it.');
  await terminal.start(app.handle);
  await terminal.ended;
}

function addCorpusCommands(program: Program, settings: () => Settings): void {
  program
    .command('ingest')
    .description('Read articles from files and folders: .txt, .md, .html, .jsonl')
    .argument('<path...>', 'files or folders')
    .option('--outlet <name>', 'who published them, where the files do not say')
    .option('--language <code>', 'their language, where the files do not say')
    .action((paths: string[], options: { outlet?: string; language?: string }) =>
      withApp(async (app) => {
        const { json, tenant } = settings();
        const lacking = { outlet: options.outlet ?? null, language: options.language ?? null };
        const report = await ingestPaths(app, tenant, paths, lacking);
        print(json ? report : describeIngest(report));
      }),
    );
  program
    .command('article')
    .description('One article as it is stored, any version')
    .argument('<id>')
    .action((id: string) =>
      withApp(async (app) => print(JSON.stringify(await readArticle(app, settings().tenant, id), null, settings().json ? 0 : 2))),
    );
  program
    .command('remove')
    .description('Take articles out again, with all their versions')
    .argument('[id]')
    .option('--source <path>', 'everything that was read from this file or folder')
    .action((id: string | undefined, options: { source?: string }) =>
      withApp(async (app) => {
        const removed = await removeArticles(app, settings().tenant, id, options.source);
        print(settings().json ? { removed } : `${removed} version${removed === 1 ? '' : 's'} removed`);
      }),
    );
  program
    .command('export')
    .description('A brief or an answer as a document')
    .argument('<id>')
    .option('--format <name>', 'md', 'md')
    .action((id: string, options: { format: string }) =>
      withApp(async (app) => {
        const document = await exportReply(app, settings().tenant, id, options.format);
        print(settings().json ? { id, format: options.format, document } : document.trimEnd());
      }),
    );
  program
    .command('chat')
    .description('Talk to the bot here, as in a channel')
    .action(() => withApp((app) => chat(app, settings())));
}

function createProgram(): Program {
  const program = new Program('attache')
    .description('Cited briefs and answers from the articles you follow. Every sentence stands on a quote that is in them.')
    .option('--json', 'print JSON and nothing else on standard output', false)
    .option('--tenant <name>', 'whose corpus', 'main')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help shows what there is)');
  const settings = (): Settings => program.opts<Settings>();
  addCorpusCommands(program, settings);
  const today = (): string => localDateAt(Date.now(), parseConfig(process.env).zone);
  const commands = addBotCommands(program, today, (command, options) =>
    withApp(async (app) => {
      const { json, tenant } = settings();
      const { questions, queries, limit } = options;
      if (questions !== undefined) return printAll(askAll(app, tenant, questions));
      if (queries !== undefined) return printAll(searchAll(app, tenant, queries, readLimit(limit)));
      if (command.name === 'search' && json)
        return print({
          id: null,
          results: await searchOnce(app, tenant, command.args['query'] ?? '', readLimit(limit)),
        });
      return runBotCommand(app, settings(), command);
    }),
  );
  commands.get('ask')?.option('--questions <file>', 'a file of {"id", "question"} lines; one line of JSON comes out for each');
  commands
    .get('search')
    ?.option('--queries <file>', 'a file of {"id", "query"} lines; one line of JSON comes out for each')
    .option('--limit <n>', 'results for each', '10');
  return program;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof UserError || error instanceof ConfigError) {
    complain(error.message);
    return error instanceof StoreError ? EXIT.fault : EXIT.usage;
  }
  const errorId = createIds().next('error');
  createLogger('error').error('command failed', { errorId, error });
  complain(`Something went wrong on our side; nothing was lost. (${errorId})`);
  return EXIT.fault;
}

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
