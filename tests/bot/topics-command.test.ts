import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeArticle, makeTopic } from '../support/articles.ts';
import { openTestBot, type TestBot } from '../support/test-bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await openTestBot();
});
afterEach(() => bot.close());

describe('topics', () => {
  it('are none at first, and it is said how to add one', async () => {
    expect(await bot.type('topics')).toMatchObject({ kind: 'topics', topics: [], notice: expect.stringContaining('topics add') });
  });

  it('are added from a line of words, and filled from what is held', async () => {
    await bot.hold(
      makeArticle('a', 'India met Britain.', { title: 'Talks' }),
      makeArticle('b', 'Talks went on.', { title: 'Delhi and the UK' }),
      makeArticle('c', 'India met France.', { title: 'Talks' }),
    );
    expect(await bot.type('topics add UK-India UK, Britain + India , New Delhi, Delhi')).toMatchObject({
      kind: 'topic',
      articles: 2,
      topic: {
        slug: 'uk-india',
        title: 'UK India',
        groups: [
          ['UK', 'Britain'],
          ['India', 'New Delhi', 'Delhi'],
        ],
      },
    });
    expect(await bot.type('topics')).toMatchObject({ topics: [{ topic: { slug: 'uk-india' }, articles: 2 }], notice: null });
    expect(await bot.type('topics show UK-INDIA')).toMatchObject({ kind: 'topic', articles: 2 });
    expect(await bot.type('articles uk-india')).toMatchObject({ kind: 'articles', total: 2 });
  });

  it('are replaced when they are added again', async () => {
    await bot.hold(makeArticle('a', 'Tea rose.'), makeArticle('b', 'Coffee fell.'));
    expect(await bot.type('topics add drinks tea')).toMatchObject({ articles: 1 });
    expect(await bot.type('topics add drinks tea, coffee')).toMatchObject({ articles: 2 });
    expect(await bot.type('topics')).toMatchObject({ topics: [{ articles: 2 }] });
  });

  it('are removed, and their articles stay', async () => {
    await bot.hold(makeArticle('a', 'Tea rose.'));
    await bot.type('topics add drinks tea');
    expect(await bot.type('topics remove drinks')).toEqual({ kind: 'notice', text: 'Removed the topic drinks. Its articles stay.' });
    expect(await bot.type('topics')).toMatchObject({ topics: [] });
    expect(await bot.type('articles')).toMatchObject({ total: 1 });
    expect(await bot.type('topics remove drinks')).toMatchObject({ kind: 'usage' });
  });

  it.each([
    ['topics show', 'There is no topic without a name'],
    ['topics show none', 'There is no topic "none"'],
    ['topics remove none', 'There is no topic "none"'],
    ['topics nonsense', '"topics nonsense" is not known'],
    ['topics add', 'its name may hold'],
    ['topics add drinks', 'it has no words'],
    ['topics add drinks ,', 'it has no words'],
    ['topics add drinks tea + ,', 'one of its groups of words is empty'],
    ['topics add dr!nks tea', 'its name may hold'],
  ])('%s: %s', async (line, problem) => {
    expect(await bot.type(line)).toMatchObject({ kind: 'usage', text: expect.stringContaining(problem) });
    expect(await bot.stores.topics.list('main')).toEqual([]);
  });
});

describe('the topic of a brief', () => {
  beforeEach(async () => {
    await bot.stores.topics.save('main', makeTopic());
    await bot.stores.topics.save('main', makeTopic({ slug: 'export-controls', title: 'Export controls' }));
  });

  it.each(['china-uk', 'China UK', 'CHINA-UK', '"uk china"', 'UK–China'])('is found as %s', async (typed) => {
    expect(await bot.type(`brief ${typed}`)).toMatchObject({ kind: 'brief', topic: { slug: 'china-uk' } });
  });

  it.each([
    ['brief', '', ['china-uk', 'export-controls']],
    ['brief last week', '', ['china-uk', 'export-controls']],
    ['brief chnia-uk', 'chnia-uk', ['china-uk']],
    ['brief controls-export', 'controls-export', ['export-controls']],
  ])('is asked for after %j', async (line, asked, slugs) => {
    const reply = await bot.type(line);
    if (reply.kind !== 'near-topics') throw new Error(reply.kind);
    expect(reply.asked).toBe(asked);
    expect(reply.topics.map(({ slug }) => slug)).toEqual(slugs);
  });

  it.each(['brief "chnia uk talks"', 'brief gallium'])('is plain words in %s', async (line) => {
    expect(await bot.type(line)).toMatchObject({
      kind: 'brief',
      topic: { slug: null },
      notice: expect.stringContaining('No article held'),
    });
  });

  it('has a period that can be read, or it is said how to write one', async () => {
    const run = (period: string) => bot.run({ name: 'brief', args: { topic: 'china-uk', period } });
    expect(await run('last 14 days')).toMatchObject({ kind: 'brief', period: { from: '2025-01-02', to: '2025-01-15', widened: false } });
    expect(await run('some time')).toMatchObject({ kind: 'usage', text: expect.stringContaining('last 14 days') });
  });
});
