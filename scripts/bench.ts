import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type App, openApp } from '../src/app/open-app.ts';
import { parseConfig } from '../src/config.ts';
import { type BareFts5, openBareFts5 } from './bench/bare-fts5.ts';
import { type Figure, formatFigures, ratioOf } from './bench/figure.ts';
import { measureAck } from './bench/measure-ack.ts';
import { measureIngest } from './bench/measure-ingest.ts';
import { measureModelTime } from './bench/measure-model-time.ts';
import { measureModelTokens } from './bench/measure-model-tokens.ts';
import { measureFirstAnswer, measureIdle } from './bench/measure-process.ts';
import { measureRanking } from './bench/measure-ranking.ts';
import { measureSearch } from './bench/measure-search.ts';

const USAGE = 'npm run bench -- [--large | --passages N] [--json]';

/** Gives `work` a new store of ours and a new FTS5 table beside it. */
async function withBoth<T>(folder: string, name: string, work: (app: App, bare: BareFts5) => Promise<T>): Promise<T> {
  const config = parseConfig({ DATABASE_URL: `file:${join(folder, `${name}.db`)}`, LOG_LEVEL: 'error' });
  const app = await openApp(config);
  const bare = openBareFts5(join(folder, `${name}-fts5.db`));
  try {
    return await work(app, bare);
  } finally {
    await app.close();
    bare.close();
  }
}

async function measureAll(folder: string, passages: number): Promise<readonly Figure[]> {
  const atScale = await withBoth(folder, 'scale', async (app, bare) => [
    ...(await measureIngest(app, bare, passages)),
    ...(await measureSearch(app, bare)),
  ]);
  const ranking = await withBoth(folder, 'samples', async (app, bare) => {
    await app.loadSamples('main');
    return measureRanking(app, bare);
  });
  const idle = measureIdle(folder, join(folder, 'scale.db'));
  const first = measureFirstAnswer(folder, join(folder, 'samples.db'));
  const model = [...(await measureModelTime(join(folder, 'samples.db'))), ...(await measureModelTokens(join(folder, 'model.db')))];
  const ack = await measureAck(join(folder, 'samples.db'));
  return [...atScale, ...ranking, ...idle, ...first, ...model, ...ack];
}

function print(figures: readonly Figure[], passages: number, json: boolean): void {
  if (json) {
    const withRatios = figures.map((figure) => ({ ...figure, ratio: ratioOf(figure) }));
    process.stdout.write(`${JSON.stringify({ passages, node: process.version, figures: withRatios })}\n`);
    return;
  }
  const heading = `${passages.toLocaleString('en')} passages, against bare FTS5 in the same run, Node ${process.versions.node}`;
  process.stdout.write(`${heading}\n\n${formatFigures(figures)}\n`);
}

const { values } = parseArgs({
  options: { large: { type: 'boolean' }, passages: { type: 'string' }, json: { type: 'boolean' } },
});
const passages = values.passages === undefined ? (values.large === true ? 200_000 : 20_000) : Number(values.passages);
if (!Number.isInteger(passages) || passages < 1) throw new Error(USAGE);
const folder = await mkdtemp(join(tmpdir(), 'attache-bench-'));
try {
  print(await measureAll(folder, passages), passages, values.json === true);
} finally {
  await rm(folder, { recursive: true });
}
