import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArticle, removeArticles } from '../../src/app/corpus-commands.ts';
import type { ReadItem } from '../../src/ports/article-reader.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await openTestApp();
});
afterEach(() => test.close());

const nothing = { outlet: null, language: null };
const line = (fields: Readonly<Record<string, unknown>>): string => `${JSON.stringify(fields)}\n`;

async function ingest(files: Readonly<Record<string, string | Uint8Array>>) {
  return test.app.ingest('main', await test.write(files), nothing);
}

async function* items(texts: readonly string[]): AsyncIterable<ReadItem> {
  for (const [index, text] of texts.entries()) {
    yield {
      kind: 'article',
      raw: {
        id: `t-${index}`,
        title: null,
        text,
        published: null,
        publishedFrom: 'file',
        url: null,
        outlet: null,
        language: null,
        origin: `t:${index}`,
        sample: false,
      },
    };
  }
}

describe('ingest', () => {
  it('tells added, updated and unchanged apart by the given id', async () => {
    expect(
      await ingest({
        'a.jsonl': line({ id: 'x', text: 'The first text.' }) + line({ id: 'y', text: 'Another.' }),
      }),
    ).toMatchObject({ added: 2, updated: 0, unchanged: 0 });
    expect(
      await ingest({
        'a.jsonl': line({ id: 'x', text: 'The second text.' }) + line({ id: 'y', text: 'Another.' }),
      }),
    ).toMatchObject({ added: 0, updated: 1, unchanged: 1 });
  });

  it('keeps the old version, whose citations stay true, and finds only the new one', async () => {
    await ingest({
      'a.jsonl': line({ id: 'x', title: 'T', text: 'The zebra report was published by the committee.' }),
    });
    await ingest({
      'a.jsonl': line({ id: 'x', title: 'T', text: 'The walrus report was published by the committee.' }),
    });
    expect(await readArticle(test.app, 'main', 'x')).toMatchObject({
      text: 'The zebra report was published by the committee.',
      previous: null,
    });
    expect(await readArticle(test.app, 'main', 'x~2')).toMatchObject({ previous: 'x' });
    expect((await test.app.search('main', 'zebra', { limit: 5 })).results).toEqual([]);
    expect((await test.app.search('main', 'walrus', { limit: 5 })).results.map(({ passage }) => passage.articleId)).toEqual(['x~2']);
  });

  it('takes a lineage that comes twice in one run in its order', async () => {
    expect(
      await ingest({
        'a.jsonl': line({ id: 'x', text: 'One.' }) + line({ id: 'x', text: 'Two.' }) + line({ id: 'x', text: 'Two.' }),
      }),
    ).toMatchObject({ added: 1, updated: 1, unchanged: 1 });
  });

  it('reports what is bad with its place, and takes in the rest', async () => {
    const report = await ingest({
      'a.jsonl': `${line({ text: 'One.' })}{bad\n${line({ text: '  ' })}${line({ text: '\u200b\u200b' })}`,
      'b.txt': '',
      'c.txt': 'Fine.',
      'd.txt': new Uint8Array([0, 1, 2]),
    });
    expect(report.added).toBe(2);
    expect(report.rejected.map(({ path, reason }) => `${path.split('/').at(-1) ?? ''}: ${reason}`)).toEqual([
      'a.jsonl:2: is not JSON',
      'a.jsonl:3: has no "text"',
      'a.jsonl:4: holds no text',
      'b.txt: is empty',
      'd.txt: is not text (binary content)',
    ]);
  });

  it('takes what it is not told from nowhere: no title, no date', async () => {
    await ingest({
      'a.jsonl': line({
        id: 'x',
        text: 'On Tuesday, the minister said that he would resign at once.',
        published: 'soon',
      }),
    });
    expect(await readArticle(test.app, 'main', 'x')).toMatchObject({
      title: 'The minister said that he would resign at once.',
      published: null,
      publishedFrom: null,
      outlet: null,
    });
  });

  it('withdraws the samples with the first real article, and only then', async () => {
    await test.app.loadSamples('main');
    expect((await test.app.stores.corpus.count('main')).samples).toBeGreaterThan(30);
    await ingest({ 'empty.txt': '' });
    expect((await test.app.stores.corpus.count('main')).samples).toBeGreaterThan(30);
    await ingest({ 'a.txt': 'A real article.' });
    expect(await test.app.stores.corpus.count('main')).toMatchObject({ articles: 1, samples: 0 });
  });

  it('makes one story of copies, and two of different texts', async () => {
    const text =
      'The committee published its report on Tuesday and called for sanctions against nine companies that had supplied the army with engines and parts.';
    await ingest({
      'a.jsonl':
        line({ id: 'a', text, outlet: 'A' }) +
        line({ id: 'b', text: `Update: ${text} The government rejected it.`, outlet: 'B' }) +
        line({
          id: 'c',
          text: 'Ministers agreed on Friday to postpone the vote on the fishing quota until the spring, several diplomats told reporters in Brussels.',
          outlet: 'C',
        }),
    });
    const heads = await test.app.stores.articles.find('main', {});
    const story = (id: string) => heads.find((head) => head.id === id)?.storyId;
    expect(story('a')).toBe(story('b'));
    expect(story('c')).not.toBe(story('a'));
  });

  it('is taken back by id or by path', async () => {
    const folder = await test.write({ 'a.txt': 'One text.', 'b.txt': 'Another text.' });
    await test.app.ingest('main', folder, nothing);
    await ingest({ 'c.jsonl': line({ id: 'c', text: 'A third.' }) });
    expect(await removeArticles(test.app, 'main', 'c', undefined)).toBe(1);
    expect(await removeArticles(test.app, 'main', undefined, folder)).toBe(2);
    expect((await test.app.stores.corpus.count('main')).articles).toBe(0);
    await expect(removeArticles(test.app, 'main', 'c', undefined)).rejects.toThrow('No article has the id "c"');
  });

  it('keeps tenants apart', async () => {
    await test.app.ingest('other', await test.write({ 'a.jsonl': line({ id: 'x', text: 'Canary of the other tenant.' }) }), nothing);
    expect((await test.app.search('main', 'canary', { limit: 5 })).results).toEqual([]);
    expect((await test.app.search('other', 'canary', { limit: 5 })).results.length).toBe(1);
  });

  it('takes in any text whatever without an error, and can search for it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 })), {
          maxLength: 4,
        }),
        async (texts) => {
          await test.app.ingest('fuzz', await test.write({}), nothing);
          const report = await test.app.ingestItems('fuzz', items(texts));
          expect(report.added + report.updated + report.unchanged + report.rejected.length).toBe(texts.length);
          for (const text of texts) await test.app.search('fuzz', text, { limit: 3 });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('sources', () => {
  it('are read when added and again on demand, and a missing one says so', async () => {
    const folder = await test.write({ 'a.txt': 'One text.' });
    expect(await test.type(`sources add ${folder}`)).toMatchObject({
      kind: 'notice',
      text: expect.stringContaining('1 added') as string,
    });
    expect(await test.app.scan('main')).toMatchObject({ added: 0, unchanged: 1, failed: [] });
    await test.app.stores.sources.save('main', {
      path: '/does/not/exist',
      outlet: null,
      language: null,
      readAt: null,
      problem: null,
    });
    const scan = await test.app.scan('main');
    expect(scan.failed.map(({ path }) => path)).toEqual(['/does/not/exist']);
    expect(scan.unchanged).toBe(1);
    expect(await test.type('sources add /does/not/exist/either')).toMatchObject({ kind: 'usage' });
  });
});

describe('topics', () => {
  it('are filled from what is held when they are added', async () => {
    await ingest({ 'a.txt': 'Delhi and London signed the trade pact on Tuesday.', 'b.txt': 'Delhi alone.' });
    expect(await test.type('topics add uk-india UK, London + India, Delhi')).toMatchObject({
      kind: 'topic',
      articles: 1,
    });
    expect(await test.type('topics remove uk-india')).toMatchObject({ kind: 'notice' });
    expect(await test.type('topics show uk-india')).toMatchObject({ kind: 'usage' });
  });
});
