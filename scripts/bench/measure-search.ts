import type { App } from '../../src/app/open-app.ts';
import type { BareFts5 } from './bare-fts5.ts';
import { atMostTimes, type Figure, percentile } from './figure.ts';
import { makeQueries } from './synthetic-corpus.ts';

const QUERIES = 300;
/** Each query is timed this often, and the middle time counts: one hiccup of the machine would be the whole p99. */
const ROUNDS = 5;
const LIMIT = 10;

interface Times {
  readonly ours: number[];
  readonly fts5: number[];
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function timeOnce(app: App, bare: BareFts5, query: string, times: Times, oursFirst: boolean): Promise<void> {
  const ours = async (): Promise<unknown> => times.ours.push(await timed(() => app.search('main', query, { limit: LIMIT })));
  const fts5 = async (): Promise<unknown> => times.fts5.push(await timed(() => bare.search(query, LIMIT)));
  for (const turn of oursFirst ? [ours, fts5] : [fts5, ours]) await turn();
}

/** Times the same queries on both, one after the other, with the first turn changing hands. */
export async function measureSearch(app: App, bare: BareFts5): Promise<readonly Figure[]> {
  const queries = makeQueries(QUERIES);
  const times = queries.map((): Times => ({ ours: [], fts5: [] }));
  // The first round only warms both up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, query] of queries.entries()) {
      const kept = round === 0 ? undefined : times[index];
      await timeOnce(app, bare, query, kept ?? { ours: [], fts5: [] }, (round + index) % 2 === 0);
    }
  }
  const middle = (pick: keyof Times): readonly number[] => times.map((time) => percentile(time[pick], 0.5));
  const [ours, fts5] = [middle('ours'), middle('fts5')];
  const [slow, slowFts5] = [percentile(ours, 0.99), percentile(fts5, 0.99)];
  return [
    { name: 'search p50', unit: 'ms', ours: percentile(ours, 0.5), fts5: percentile(fts5, 0.5), goal: null },
    { name: 'search p99', unit: 'ms', ours: slow, fts5: slowFts5, goal: atMostTimes(1.25, slow, slowFts5) },
  ];
}
