import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../adapters/system/create-logger.ts';
import type { BotOptions } from '../../src/bot/bot-options.ts';
import type { Command } from '../../src/domain/command.ts';
import { COMMAND_TABLE, type CommandName } from '../../src/domain/command-table.ts';
import { StoreError, UserError } from '../../src/domain/errors.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { makeArticle, makeTopic } from '../support/articles.ts';
import { openTestBot, type TestBot } from '../support/test-bot.ts';

/** What each command is answered with when all goes well. */
const KINDS: Readonly<Record<CommandName, Reply['kind']>> = {
  brief: 'brief',
  ask: 'answer',
  said: 'positions',
  search: 'search',
  articles: 'articles',
  topics: 'topics',
  sources: 'sources',
  stats: 'stats',
  show: 'answer',
  quote: 'quote',
  export: 'document',
  wrong: 'notice',
  reports: 'reports',
  settings: 'settings',
  add: 'notice',
  // Whoever sits at the machine has no messages that could be taken away.
  delete: 'usage',
  home: 'home',
  digest: 'usage',
  ledger: 'ledger',
  help: 'help',
};
const ARGUMENTS: Partial<Record<CommandName, Command['args']>> = {
  brief: { topic: 'china-uk' },
  ask: { question: 'what did Mara Lindt say?' },
  said: { speaker: 'Mara Lindt' },
  search: { query: 'gallium' },
  add: { text: 'The committee published its report on the steel trade on Thursday and asked ministers for an answer. '.repeat(3) },
  delete: { message: '1' },
};

describe('the bot', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await openTestBot();
    await bot.stores.topics.save('main', makeTopic());
    await bot.hold(
      makeArticle(
        'a',
        'Mara Lindt said on Tuesday that China would ban gallium exports to the UK. The UK imposed a duty of 35.3% on Monday.',
      ),
    );
  });
  afterAll(() => bot.close());

  it.each(COMMAND_TABLE.map(({ name }) => name))('answers %s', async (name) => {
    const answer = await bot.type('ask what did Mara Lindt say?');
    const id = answer.kind === 'answer' ? answer.id : '';
    const reply = await bot.run({ name, args: { id, mark: '1', ...ARGUMENTS[name] } });
    expect(reply.kind).toBe(KINDS[name]);
    expect(bot.errors).toEqual([]);
  });

  it.each(COMMAND_TABLE.flatMap(({ examples }) => examples))('meets the example "%s" without a failure', async (example) => {
    expect((await bot.type(example)).kind).not.toBe('failure');
  });

  it.each(['ask', 'said', 'search', 'show'] as const)('says what %s lacks, with an example', async (name) => {
    for (const args of [{}, { question: ' ', speaker: ' ', query: ' ', id: ' ' }]) {
      const reply = await bot.run({ name, args });
      expect(reply).toMatchObject({ kind: 'usage', text: expect.stringContaining(`like: ${name} `) });
    }
  });

  it.each(['nonsense', 'toString', '__proto__', 'constructor', ''])('does not know the command %j, and says so', async (name) => {
    const reply = await bot.run({ name: name as CommandName, args: {} });
    expect(reply).toMatchObject({ kind: 'usage', text: expect.stringContaining('help') });
  });

  it('keeps what it answered, and shows it to its tenant again', async () => {
    const answer = await bot.type('what did Mara Lindt say?');
    if (answer.kind !== 'answer') throw new Error(answer.kind);
    expect(await bot.stores.replies.get('main', answer.id)).toEqual(answer);
    expect(await bot.stores.replies.get('other', answer.id)).toBeNull();
    expect(await bot.type('show answer-none')).toMatchObject({ kind: 'usage' });
  });

  it('says that samples are samples while nothing else is held', async () => {
    const samples = await openTestBot();
    await samples.hold(makeArticle('s', 'Mara Lindt said that China would ban gallium.', { sample: true }));
    expect(await samples.type('said Mara Lindt')).toMatchObject({ notice: expect.stringMatching(/^Samples, not news/u) });
    await samples.hold(makeArticle('a', 'Wang Yi said that China would not.'));
    expect(await samples.type('said Mara Lindt')).toMatchObject({ notice: null });
    await samples.close();
  });
});

describe('when something breaks', () => {
  let bot: TestBot | undefined;
  afterEach(() => bot?.close());

  /** A bot whose samples cannot be loaded. */
  async function broken(error: unknown, over: Partial<BotOptions> = {}): Promise<TestBot> {
    bot = await openTestBot({ loadSamples: () => Promise.reject(error), ...over });
    return bot;
  }

  it('tells one sentence and an id, and logs the rest under that id', async () => {
    const error = new Error('SQLITE_CORRUPT: /home/me/attache.db');
    const { type, errors } = await broken(error);
    const reply = await type('ask what did my boss say about me?');
    if (reply.kind !== 'failure') throw new Error(reply.kind);
    expect(reply.text).toMatch(/^[A-Z][^\n]*\.$/u);
    expect(reply.errorId).toMatch(/^error-/u);
    expect(JSON.stringify(reply)).not.toMatch(/SQLITE|home/u);
    expect(errors).toEqual([
      { message: 'command failed', fields: { errorId: reply.errorId, command: 'ask', tenant: 'main', adapter: 'terminal', error } },
    ]);
    // What a person asked is nobody's business in a log.
    expect(JSON.stringify(errors)).not.toContain('boss');
  });

  it('gives every failure an id of its own', async () => {
    const { type } = await broken(new Error('again'));
    const replies = await Promise.all([type('brief'), type('brief')]);
    expect(new Set(replies.map((reply) => (reply.kind === 'failure' ? reply.errorId : ''))).size).toBe(2);
  });

  it.each([['a string'], [null], [undefined], [{ message: 'no error' }]])('answers whatever is thrown: %j', async (thrown) => {
    const { type, errors } = await broken(thrown);
    expect(await type('brief')).toMatchObject({ kind: 'failure' });
    expect(errors).toHaveLength(1);
  });

  it('tells what the person can change, and logs nothing', async () => {
    const { type, errors } = await broken(new UserError('Name the folder.'));
    expect(await type('brief')).toEqual({ kind: 'usage', text: 'Name the folder.' });
    expect(errors).toEqual([]);
  });

  it('tells what is the matter with the store, with an id, and logs it', async () => {
    const { type, errors } = await broken(new StoreError('The disk is full.'));
    expect(await type('brief')).toMatchObject({ kind: 'failure', text: 'The disk is full.', errorId: expect.stringMatching(/^error-/u) });
    expect(errors).toHaveLength(1);
  });

  it('keeps secrets that an error carries out of the log', async () => {
    const lines: string[] = [];
    const logger = createLogger('error', { write: (line) => void lines.push(line) });
    const error = Object.assign(new Error('refused'), {
      token: 'xoxb-1',
      config: { apiKey: 'sk-3', headers: { authorization: 'Bearer-2' } },
    });
    await (await broken(error, { logger })).type('brief');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('refused');
    expect(lines[0]).not.toMatch(/xoxb-1|Bearer-2|sk-3/u);
  });

  it('control: what is no secret by its name is in the log', async () => {
    const lines: string[] = [];
    const logger = createLogger('error', { write: (line) => void lines.push(line) });
    await (await broken(Object.assign(new Error('refused'), { place: 'xoxb-1' }), { logger })).type('brief');
    expect(lines[0]).toContain('xoxb-1');
  });
});
