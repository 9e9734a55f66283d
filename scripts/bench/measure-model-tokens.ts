import type { App } from '../../src/app/open-app.ts';
import { assignTopic } from '../../src/corpus/reassign.ts';
import type { Topic } from '../../src/domain/topic.ts';
import type { ReadItem } from '../../src/ports/article-reader.ts';
import { briefByModel, type Counts, countBetween, type FakeModel, startFakeModel, withModelApp } from './fake-model.ts';
import { atMost, type Figure } from './figure.ts';
import { makeArticles } from './synthetic-corpus.ts';

const KNOWN = 500;
const NEW = 10;
/** Days of a month, by `makeArticles` at most two articles each: no more than one brief reads. */
const PARTS_OF_MONTHS = [
  ['01', '12'],
  ['13', '24'],
  ['25', '28'],
] as const;
/** The days of the new articles, by `makeArticles`, with 14 known ones among them: as many as one brief reads. */
const NEWEST = '2024-06-23 to 2024-07-06';

/** One that every made-up article belongs to. */
const TOPIC: Topic = {
  slug: 'everything',
  title: 'Everything',
  groups: [['said', 'announced', 'denied', 'agreed', 'was']],
  exclude: [],
  sides: [],
  aliases: [],
  questions: [],
};

async function* each(items: readonly ReadItem[]): AsyncIterable<ReadItem> {
  yield* items;
}

async function fill(app: App, tenant: string, items: readonly ReadItem[]): Promise<void> {
  await assignTopic(app.stores, tenant, TOPIC);
  await app.ingestItems(tenant, each(items));
}

/** Briefs one stretch of days after the other, until every article has been read. */
async function readAll(app: App, model: FakeModel): Promise<void> {
  for (let month = 1; month <= 12; month += 1) {
    for (const [from, to] of PARTS_OF_MONTHS) {
      const days = `2024-${String(month).padStart(2, '0')}`;
      await briefByModel(app, 'main', TOPIC.slug, `${days}-${from} to ${days}-${to}`);
    }
  }
  const { reading } = await model.count();
  if (reading.calls !== KNOWN) throw new Error(`${reading.calls} articles were read instead of ${KNOWN}`);
}

async function countBrief(app: App, model: FakeModel, tenant: string): Promise<Counts> {
  const before = await model.count();
  await briefByModel(app, tenant, TOPIC.slug, NEWEST);
  return countBetween(before, await model.count());
}

/** What a brief costs when 10 of its articles are new among 500 that are known, against those 10 with nothing else. */
export async function measureModelTokens(databasePath: string): Promise<readonly Figure[]> {
  const items = [...makeArticles(KNOWN + NEW)];
  const model = await startFakeModel(0);
  try {
    return await withModelApp(databasePath, model, 'fake', async (app) => {
      await fill(app, 'main', items.slice(0, KNOWN));
      await readAll(app, model);
      await fill(app, 'main', items.slice(KNOWN));
      const { reading, writing, all } = await countBrief(app, model, 'main');
      await fill(app, 'alone', items.slice(KNOWN));
      const alone = await countBrief(app, model, 'alone');
      if (alone.reading.calls !== NEW) throw new Error(`${alone.reading.calls} new articles were read instead of ${NEW}`);
      const most = alone.reading.tokens + writing.tokens;
      const name = `brief, ${NEW} new among ${KNOWN} known`;
      return [
        { name: `calls, ${name}`, unit: 'calls', ours: all.calls, fts5: null, goal: atMost(NEW + 1, 'calls', all.calls) },
        { name: `tokens, ${name}`, unit: 'tokens', ours: all.tokens, fts5: null, goal: atMost(most, 'tokens', all.tokens) },
        { name: '  of them for reading', unit: 'tokens', ours: reading.tokens, fts5: null, goal: null },
      ] satisfies readonly Figure[];
    });
  } finally {
    model.stop();
  }
}
