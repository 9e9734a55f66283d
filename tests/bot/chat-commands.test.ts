import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createListening } from '../../src/bot/listening.ts';
import { createSuggesting } from '../../src/bot/suggesting.ts';
import type { Caller, Role } from '../../src/domain/caller.ts';
import type { Command } from '../../src/domain/command.ts';
import { COMMAND_TABLE, type CommandName, type CommandRow } from '../../src/domain/command-table.ts';
import { StoreError, UserError } from '../../src/domain/errors.ts';
import type { Place } from '../../src/domain/inbound.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { makeArticle, makeTopic } from '../support/articles.ts';
import { openTestBot, type TestBot } from '../support/test-bot.ts';

const TEXT =
  'Talks went on in Beijing. Mara Lindt said on Tuesday that China would ban gallium exports to the UK. The UK imposed a duty of 35.3% on Monday.\n\nNothing else was said.';

function caller(role: Role, id = `U-${role}`, over: Partial<Caller> = {}): Caller {
  return { channel: { tenant: 'main', adapter: 'fake', id: 'T/C' }, thread: 't1', person: { id, role }, remembers: true, ...over };
}

type ReplyOf<K extends Reply['kind']> = Extract<Reply, { readonly kind: K }>;

function expectKind<K extends Reply['kind']>(reply: Reply, kind: K): ReplyOf<K> {
  if (reply.kind !== kind) throw new Error(`${reply.kind}: ${JSON.stringify(reply)}`);
  return reply as ReplyOf<K>;
}

describe('the commands of the chat platforms', () => {
  let bot: TestBot;
  const announced: { place: Place; reply: Reply }[] = [];
  const added: { text: string; origin: string }[] = [];
  const retracted: string[] = [];

  beforeAll(async () => {
    bot = await openTestBot({
      announce: (place, reply) => Promise.resolve(announced.push({ place, reply }) > 0),
      addTexts: (_tenant, texts) => Promise.resolve({ added: added.push(...texts) && texts.length, updated: 0, rejected: [] }),
      chatOf: (adapter) =>
        adapter === 'fake'
          ? {
              files: {
                async readText(_channel, reference) {
                  if (reference.includes('.png')) throw new UserError('This file is no text.');
                  if (reference.includes('.lost')) throw new StoreError('The disk is full.');
                  return `The text of ${reference}`;
                },
              },
              access: {
                roleOf: () => Promise.resolve('member'),
                canPost: ({ id }) => Promise.resolve(id.endsWith('shut') ? `Invite me to ${id}.` : null),
                async retract(_channel, id) {
                  if (id !== 'mine') return 'That is not a message of mine.';
                  retracted.push(id);
                  return null;
                },
              },
            }
          : undefined,
    });
    await bot.stores.topics.save('main', makeTopic());
    await bot.hold(makeArticle('a', TEXT));
  });
  afterAll(() => bot.close());
  beforeEach(() => {
    announced.length = 0;
    added.length = 0;
  });

  const run = (name: CommandName, args: Command['args'], who = caller('member')): Promise<Reply> => bot.run({ name, args }, who);
  const brief = async (): Promise<ReplyOf<'brief'>> => expectKind(await run('brief', { topic: 'china-uk' }), 'brief');
  const shown = ({ sections }: ReplyOf<'brief'>): readonly string[] => sections.flatMap(({ claims }) => claims.map(({ text }) => text));

  it('shows a quote in its paragraph, exactly as the article has it', async () => {
    const { id, sections } = await brief();
    const quote = expectKind(await run('quote', { id, mark: '1' }), 'quote');
    expect(quote.citation.quote).toBe(sections.flatMap(({ claims }) => claims)[0]?.citations[0]?.quote);
    const paragraph = TEXT.split('\n\n')[0];
    expect([quote.before, quote.citation.quote, quote.after].filter((part) => part !== '').join(' ')).toBe(paragraph);
  });

  it.each(['0', '99', '', 'x', '1e0'])('knows no quote %j', async (mark) => {
    const { id } = await brief();
    expect(await run('quote', { id, mark })).toMatchObject({ kind: 'usage' });
  });

  it('exports a brief as Markdown', async () => {
    const { id, topic } = await brief();
    const { title, markdown } = expectKind(await run('export', { id }), 'document');
    expect(title).toBe(topic.title);
    expect(markdown).toContain('[^1]:');
  });

  it('holds back a claim that is reported, tells the owner, and shows it again once it was found right', async () => {
    const before = await brief();
    const [claim] = shown(before);
    expect(await run('settings', { setting: 'owner', value: 'me' }, caller('manager'))).toMatchObject({ kind: 'notice' });
    const said = expectKind(await run('wrong', { id: before.id, mark: '1', why: 'old figure' }), 'notice');
    expect(said.text).toContain('held back');
    expect(announced).toHaveLength(1);
    expect(announced[0]?.place).toMatchObject({ channel: { adapter: 'fake', id: 'T/U-manager' }, audience: 'everyone' });
    const reports = expectKind(await run('reports', {}, caller('manager')), 'reports').reports;
    expect(reports).toMatchObject([{ state: 'open', why: 'old figure', by: 'fake U-member', claim: { text: claim } }]);

    expect(shown(await brief())).not.toContain(claim);
    expect(JSON.stringify(await run('ask', { question: 'what did Mara Lindt say about gallium?' }))).not.toContain(
      `"text":"${claim ?? ''}"`,
    );
    expect(expectKind(await run('said', { speaker: 'Mara Lindt' }), 'positions').claims.map(({ text }) => text)).not.toContain(claim);

    await run('reports', { action: 'dismiss', id: reports[0]?.id ?? '' }, caller('manager'));
    expect(shown(await brief())).toContain(claim);
  });

  it('keeps what a person reports twice once, until it was looked at', async () => {
    await run('settings', { setting: 'owner', value: 'me' }, caller('manager'));
    const { id } = await brief();
    const report = (who = caller('member'), mark = '1') => run('wrong', { id, mark, why: 'old figure' }, who);
    const open = () => bot.stores.reports.list('main', ['open']);
    const decideAll = async (action: string) => {
      for (const one of await open()) await run('reports', { action, id: one.id }, caller('manager'));
    };
    expect(await report()).toMatchObject({ text: expect.stringContaining('Thank you') });
    expect(await report()).toEqual({ kind: 'notice', text: 'You have reported that already: the claim on quote [1] is held back.' });
    expect([await open(), announced]).toMatchObject([{ length: 1 }, { length: 1 }]);
    await Promise.all([report(caller('member'), '2'), report(caller('member'), '2')]);
    expect(await open(), 'at the same time too').toHaveLength(2);
    await report(caller('member', 'U-another'));
    expect(await open(), 'another person is heard').toHaveLength(3);
    await decideAll('dismiss');
    expect(await report(), 'after it was found right').toMatchObject({ text: expect.stringContaining('Thank you') });
    await decideAll('uphold');
    expect(await report(), 'what was found wrong stays held back').toMatchObject({ text: expect.stringContaining('already') });
    expect(await open()).toEqual([]);
    for (const one of await bot.stores.reports.list('main', ['upheld']))
      await run('reports', { action: 'dismiss', id: one.id }, caller('manager'));
  });

  it('sends reports only where it may post, and to a person in any case', async () => {
    const shut = caller('manager', 'U1', { channel: { tenant: 'main', adapter: 'fake', id: 'T/C-shut' } });
    const owner = async () => (await bot.stores.settings.ofTenant('main')).owner;
    await run('settings', { setting: 'owner', value: 'here' }, caller('manager'));
    const before = { adapter: 'fake', channel: 'T/C', person: null };
    expect(await run('settings', { setting: 'owner', value: 'here' }, shut)).toEqual({ kind: 'usage', text: 'Invite me to T/C-shut.' });
    expect(await owner()).toEqual(before);
    expect(await run('settings', { setting: 'owner', value: 'me' }, shut)).toMatchObject({ kind: 'notice' });
    expect(await owner()).toEqual({ adapter: 'fake', channel: 'T/U1', person: 'U1' });
  });

  it('says that nobody is told where no owner is set', async () => {
    await run('settings', { setting: 'owner', value: 'none' }, caller('manager'));
    const { id } = await brief();
    expect(await run('wrong', { id, mark: '1' })).toMatchObject({ text: expect.stringContaining('reports') });
    expect(announced).toEqual([]);
    const { reports } = expectKind(await run('reports', {}, caller('manager')), 'reports');
    for (const report of reports) await run('reports', { action: 'dismiss', id: report.id }, caller('manager'));
  });

  it('names managers in the settings, who may then manage on that platform only', async () => {
    const add: Command['args'] = { action: 'add', topic: 'uk-india UK, Britain + India, Delhi' };
    const person = caller('member', 'U7');
    expect(await run('topics', add, person)).toMatchObject({ kind: 'usage', text: expect.stringContaining('may manage') });
    await run('settings', { setting: 'managers', value: 'add @U7' }, caller('manager'));
    expect(await run('topics', add, person)).toMatchObject({ kind: 'topic' });
    const elsewhere = { ...person, channel: { ...person.channel, adapter: 'other' } };
    expect(await run('topics', { action: 'remove', topic: 'uk-india' }, elsewhere)).toMatchObject({ kind: 'usage' });
    expect(await run('topics', { action: 'remove', topic: 'uk-india' }, caller('guest', 'U7'))).toMatchObject({ kind: 'usage' });
    await run('settings', { setting: 'managers', value: 'remove @U7' }, caller('manager'));
    expect(await run('topics', add, person)).toMatchObject({ kind: 'usage' });
  });

  const CELLS = COMMAND_TABLE.flatMap((row: CommandRow) =>
    (['guest', 'member', 'manager'] as const).flatMap((role) =>
      [null, ...row.managed].map((choice) => ({ name: row.name as CommandName, role, choice, row })),
    ),
  );

  it.each(CELLS)('lets a $role use $name $choice, or not, as the table says', async ({ name, role, choice, row }) => {
    const first = row.arguments.find(({ kind }) => kind === 'choice')?.name ?? 'x';
    const needs = choice === null ? row.right : 'manage';
    const may = { guest: ['read'], member: ['read', 'contribute'], manager: ['read', 'contribute', 'manage'] }[role].includes(needs);
    const reply = await run(name, choice === null ? {} : { [first]: choice }, caller(role));
    const refused = reply.kind === 'usage' && /is for (?:those|members)/.test(reply.text);
    if (row.where === 'console') expect(reply).toMatchObject({ kind: 'usage', text: expect.stringContaining('machine') });
    else expect(refused).toBe(!may);
  });

  it('lists the sources for those who may manage, and takes folders from nobody but whoever sits at the machine', async () => {
    expect(await run('sources', {}, caller('manager'))).toMatchObject({ kind: 'sources' });
    for (const action of ['add', 'remove'])
      expect(await run('sources', { action, path: '/etc' }, caller('manager'))).toMatchObject({
        kind: 'usage',
        text: expect.stringContaining('machine'),
      });
  });

  it('adds the text of a message and of its files, each under its own name', async () => {
    const text = `date 2024-11-14 ${'The committee published its report on the steel trade. '.repeat(4)}`;
    const files = JSON.stringify([{ id: 'F1', name: 'report.txt' }]);
    expect(await run('add', { text, files, from: 'slack T/C/1' })).toMatchObject({
      kind: 'notice',
      text: expect.stringContaining('2 new'),
    });
    expect(added.map(({ origin }) => origin)).toEqual(['slack T/C/1', 'slack T/C/1/report.txt']);
  });

  it('adds what can be read of a message, and names the file that cannot', async () => {
    const text = 'The committee published its report on the steel trade. '.repeat(4);
    const files = (...names: readonly string[]) => JSON.stringify(names.map((name) => ({ name })));
    const from = 'slack T/C/1';
    const reply = await run('add', { text, files: files('chart.png', 'report.txt'), from });
    expect(reply).toEqual({
      kind: 'notice',
      text: 'Added to the corpus: 2 new, 0 changed. Not added: chart.png: This file is no text.',
    });
    expect(added.map(({ origin }) => origin)).toEqual([from, `${from}/report.txt`]);
    expect(await run('add', { files: files('chart.png', 'map.png'), from })).toEqual({
      kind: 'usage',
      text: 'chart.png: This file is no text. map.png: This file is no text.',
    });
    expect(await run('add', { text, files: files('report.lost'), from }), 'what is no fault of the file').toMatchObject({
      kind: 'failure',
    });
    expect(added).toHaveLength(2);
  });

  it.each([
    ['', 'holds no text'],
    ['see https://example.org/a', 'link and no article'],
    ['ok', 'too short'],
  ])('does not take %j for an article', async (text, why) => {
    expect(await run('add', { text })).toMatchObject({ kind: 'usage', text: expect.stringContaining(why) });
  });

  it('takes a message of its own away, and no other', async () => {
    expect(await run('delete', { message: 'mine' }, caller('manager'))).toMatchObject({ kind: 'notice' });
    expect(await run('delete', { message: 'other' }, caller('manager'))).toMatchObject({ kind: 'usage' });
    expect(retracted).toEqual(['mine']);
  });

  it('shows where things stand', async () => {
    await brief();
    const home = expectKind(await run('home', {}, caller('manager')), 'home');
    expect(home.topics.map(({ topic }) => topic.slug)).toContain('china-uk');
    expect(home.briefs.length).toBeGreaterThan(0);
    expect(home.openReports).toBe(0);
    expect(expectKind(await run('home', {}, caller('member')), 'home').openReports).toBeNull();
  });

  it('remembers a brief and an answer of a thread, and listens there to those who spoke to it when it is set so', async () => {
    const listens = createListening(bot.stores);
    const overheard = (text: string, person: string, thread: string | null = 'follow') =>
      listens({
        key: 'k',
        lane: 'l',
        act: { kind: 'text', text, isAddressed: false },
        place: { channel: caller('member').channel, thread, audience: 'everyone', person, token: null },
      });
    await run('brief', { topic: 'china-uk' }, caller('member', 'U1', { thread: 'follow' }));
    expect(await overheard('and what did Lindt say?', 'U1')).toBe(false);
    await run('settings', { setting: 'follow-ups', value: 'threads' }, caller('manager'));
    expect(await overheard('and what did Lindt say?', 'U1')).toBe(true);
    expect(await overheard('and what did Lindt say?', 'U2')).toBe(false);
    expect(await overheard('thanks, that helps', 'U1')).toBe(false);
    expect(await overheard('what did Lindt say?', 'U1', 'another')).toBe(false);
    expect(await overheard('what did Lindt say?', 'U1', null)).toBe(false);
    expect(expectKind(await run('settings', {}), 'settings').rows[0]?.value).toContain('every question');
  });

  it('sets where answers stand, for those who may manage', async () => {
    const said = async () => expectKind(await run('settings', {}), 'settings').rows[1];
    expect(await said()).toMatchObject({ label: 'answers here', change: 'settings answers thread' });
    expect(await run('settings', { setting: 'answers', value: 'thread' }, caller('member'))).toMatchObject({ kind: 'usage' });
    await run('settings', { setting: 'answers', value: 'thread' }, caller('manager'));
    expect(await said()).toMatchObject({ value: expect.stringContaining('in a thread that it makes'), change: 'settings answers reply' });
    expect(await run('settings', { setting: 'answers', value: 'shout' }, caller('manager'))).toMatchObject({ kind: 'usage' });
  });

  it('offers the topics for one word on which nothing is held', async () => {
    expect(await run('brief', { topic: 'nonsense' })).toMatchObject({
      kind: 'near-topics',
      asked: 'nonsense',
      topics: await bot.stores.topics.list('main'),
    });
    expect(await run('brief', { topic: 'sheer nonsense' })).toMatchObject({ kind: 'brief' });
  });

  it('suggests topics as they are typed, also for words that are none', async () => {
    const suggesting = createSuggesting(bot.stores.topics);
    for (const typed of ['', 'chi', 'UK', 'a-uk'])
      expect((await suggesting.topics('main', typed)).map(({ slug }) => slug)).toContain('china-uk');
    expect(await suggesting.topics('main', 'nothing like it')).toEqual([]);
    expect(await suggesting.topics('other', '')).toEqual([]);
  });
});
