import { afterEach, describe, expect, it } from 'vitest';
import type { BotOptions } from '../../src/bot/bot-options.ts';
import { UserError } from '../../src/domain/errors.ts';
import { openTestBot, type TestBot } from '../support/test-bot.ts';

let bot: TestBot | undefined;
afterEach(() => bot?.close());

async function open(over: Partial<BotOptions> = {}): Promise<TestBot> {
  bot = await openTestBot({ resolveFolder: (path) => Promise.resolve(`/full/${path.replace(/^\.\//u, '')}`), ...over });
  return bot;
}

describe('sources', () => {
  it('are read as soon as they are added, listed, and removed by the end of their path', async () => {
    const scanned: string[] = [];
    const { type, stores } = await open({
      async scanSources(tenant) {
        scanned.push(...(await stores.sources.list(tenant)).map(({ path }) => path));
        return { added: 2, updated: 1, unchanged: 0, rejected: [{ path: 'x.txt', reason: 'holds no text' }], failed: [] };
      },
    });
    expect(await type('sources add ./my articles')).toEqual({
      kind: 'notice',
      text: 'Read the sources: 2 added, 1 updated, 0 unchanged, 1 rejected. First rejected: x.txt: holds no text',
    });
    expect(scanned).toEqual(['/full/my articles']);
    expect(await type('sources')).toMatchObject({ kind: 'sources', sources: [{ path: '/full/my articles', readAt: null, problem: null }] });
    expect(await type('sources remove ./my articles')).toMatchObject({ kind: 'notice' });
    expect(await type('sources')).toMatchObject({ sources: [] });
  });

  it('that cannot be read are told', async () => {
    const failed = [{ path: '/full/gone', problem: 'is not there' }];
    const { type } = await open({ scanSources: () => Promise.resolve({ added: 0, updated: 0, unchanged: 0, rejected: [], failed }) });
    expect(await type('sources fetch')).toMatchObject({ text: expect.stringContaining('Not readable: /full/gone (is not there)') });
  });

  it.each([
    ['sources add', 'Name the folder'],
    ['sources remove none', '"none" is not a source'],
    ['sources remove', 'is not a source'],
    ['sources nonsense', '"sources nonsense" is not known'],
  ])('%s: %s', async (line, problem) => {
    const { type, stores } = await open();
    await stores.sources.save('main', { path: '/full/kept', outlet: null, language: null, readAt: null, problem: null });
    expect(await type(line)).toMatchObject({ kind: 'usage', text: expect.stringContaining(problem) });
    expect(await stores.sources.list('main')).toHaveLength(1);
  });

  it('that are no folder are not kept', async () => {
    const { type, stores } = await open({ resolveFolder: (path) => Promise.reject(new UserError(`${path} is not a folder.`)) });
    expect(await type('sources add ./none')).toEqual({ kind: 'usage', text: './none is not a folder.' });
    expect(await stores.sources.list('main')).toEqual([]);
  });
});
