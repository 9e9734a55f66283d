import type { App } from '../../src/app/open-app.ts';
import { cleanText } from '../../src/corpus/clean-text.ts';
import { splitPassages } from '../../src/corpus/passages.ts';
import { splitSentences } from '../../src/corpus/sentences.ts';
import type { ReadItem } from '../../src/ports/article-reader.ts';
import type { BareFts5, BarePassage } from './bare-fts5.ts';
import { atMostTimes, type Figure } from './figure.ts';
import { makeArticles } from './synthetic-corpus.ts';

/** Articles that ours takes before FTS5 takes the same: short enough for both to meet the same noise. */
const TURN = 50;
/** Passages in one transaction, as ours does it. */
const BATCH = 250;

function passagesOf(item: ReadItem): readonly BarePassage[] {
  if (item.kind !== 'article') return [];
  const { id, title, text: raw } = item.raw;
  const text = cleanText(raw);
  return splitPassages(text, splitSentences(text)).map(({ start, end }, index) => ({
    id: `${id}#${index + 1}`,
    title: title ?? '',
    text: text.slice(start, end),
  }));
}

/** Runs `work` and returns the milliseconds that it took. */
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function insertBare(bare: BareFts5, passages: readonly BarePassage[]): number {
  let spent = 0;
  for (let from = 0; from < passages.length; from += BATCH) {
    const batch = passages.slice(from, from + BATCH);
    spent += timed(() => bare.insert(batch));
  }
  return spent;
}

/**
 * Fills both indexes with the same passages, taking turns, until at least `count` are in. Ours does all that an ingest
 * does, as one run; the time in which it waits for the next article is not counted.
 */
export async function measureIngest(app: App, bare: BareFts5, count: number): Promise<readonly Figure[]> {
  const spent = { waiting: 0, bare: 0, passages: 0 };

  function takeTurn(turn: readonly ReadItem[]): void {
    const passages = turn.flatMap(passagesOf);
    spent.passages += passages.length;
    spent.bare += insertBare(bare, passages);
  }

  async function* items(): AsyncIterable<ReadItem> {
    let left = performance.now();
    let turn: ReadItem[] = [];
    for (const item of makeArticles(count + TURN)) {
      turn.push(item);
      if (turn.length < TURN) continue;
      takeTurn(turn);
      spent.waiting += performance.now() - left;
      yield* turn;
      left = performance.now();
      turn = [];
      if (spent.passages >= count) break;
    }
    spent.waiting += performance.now() - left;
  }

  const start = performance.now();
  await app.ingestItems('main', items());
  const ours = performance.now() - start - spent.waiting;
  const held = (await app.stores.corpus.count('main')).passages;
  if (held !== spent.passages) throw new Error(`${held} passages were taken in, and FTS5 was given ${spent.passages}`);
  return [
    {
      name: 'ingest',
      unit: 's',
      ours: ours / 1_000,
      fts5: spent.bare / 1_000,
      goal: atMostTimes(8, ours, spent.bare),
    },
    {
      name: 'ingest, each passage',
      unit: 'ms',
      ours: ours / spent.passages,
      fts5: spent.bare / spent.passages,
      goal: null,
    },
  ];
}
