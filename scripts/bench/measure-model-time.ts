import type { App } from '../../src/app/open-app.ts';
import { briefByModel, countBetween, type FakeModel, startFakeModel, withModelApp } from './fake-model.ts';
import { atMost, type Figure, percentile } from './figure.ts';

/** What a reply of the fake takes: about what a small model takes for its first words, and long beside our own work. */
const LATENCY_MS = 400;
/** The first only warms up. */
const ROUNDS = 4;
/** Articles that are read at the same time (`read-articles.ts`). */
const AT_ONCE = 4;
const TOPIC = 'china-uk';
/** The same articles under two periods: what is read for the first is read for the second, which is written anew. */
const UNREAD = '2025-01-08 to 2025-01-14';
const READ = '2025-01-09 to 2025-01-14';

interface Timed {
  /** What it took, in milliseconds. */
  readonly wallMs: number;
  /** What the model alone would have taken, with its replies one after the other in as few turns as there can be. */
  readonly modelMs: number;
  readonly calls: number;
}

async function timeBrief(app: App, model: FakeModel, period: string): Promise<Timed> {
  const before = await model.count();
  const start = performance.now();
  await briefByModel(app, 'main', TOPIC, period);
  const wallMs = performance.now() - start;
  const { reading, writing, all } = countBetween(before, await model.count());
  const turns = Math.ceil(reading.calls / AT_ONCE) + writing.calls;
  return { wallMs, modelMs: turns * LATENCY_MS, calls: all.calls };
}

function describe(name: string, rounds: readonly Timed[]): readonly Figure[] {
  const { calls, modelMs } = rounds[0] ?? { calls: 0, modelMs: 0 };
  const over = percentile(
    rounds.map((round) => round.wallMs - round.modelMs),
    0.5,
  );
  const share = (100 * over) / modelMs;
  const full = `${name} (${calls} calls, ${(modelMs / 1_000).toFixed(1)} s of model)`;
  return [
    { name: `over the model's time, ${full}`, unit: 'ms', ours: over, fts5: null, goal: atMost(50, 'ms', over) },
    { name: '  the same, of the model’s time', unit: '%', ours: share, fts5: null, goal: atMost(5, '%', share) },
  ];
}

/** What a brief takes beyond the model's own time, with articles that are to be read, with none, and given again. */
export async function measureModelTime(withSamples: string): Promise<readonly Figure[]> {
  const model = await startFakeModel(LATENCY_MS);
  const [unread, read, again]: readonly [Timed[], Timed[], Timed[]] = [[], [], []];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      await withModelApp(withSamples, model, `fake-${round}`, async (app) => {
        const times = [await timeBrief(app, model, UNREAD), await timeBrief(app, model, READ), await timeBrief(app, model, READ)] as const;
        if (round === 0) return;
        unread.push(times[0]);
        read.push(times[1]);
        again.push(times[2]);
      });
    }
  } finally {
    model.stop();
  }
  const wall = percentile(
    again.map(({ wallMs }) => wallMs),
    0.5,
  );
  const calls = Math.max(...again.map((time) => time.calls));
  return [
    ...describe('brief, articles unread', unread),
    ...describe('brief, articles read', read),
    { name: 'the same brief again', unit: 'ms', ours: wall, fts5: null, goal: null },
    { name: '  its calls', unit: 'calls', ours: calls, fts5: null, goal: atMost(0, 'calls', calls) },
  ];
}
