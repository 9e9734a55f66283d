import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { atMost, type Figure, percentile } from './figure.ts';
import { makeQueries } from './synthetic-corpus.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const QUESTION = 'Who wanted Reeves to scrap her China visit?';
const STARTS = 5;
const Idle = z.object({ rss: z.number(), results: z.number() });

/** Runs a script of ours with nothing in its environment but the store and, as by `npm run`, Node's cache of compiled code. @throws Error when it fails. */
function run(folder: string, databasePath: string, args: readonly string[]): string {
  const env = { DATABASE_URL: `file:${databasePath}`, LOG_LEVEL: 'error', NODE_COMPILE_CACHE: join(folder, 'compiled') };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

/** Memory of a process of its own that has opened the store and searched once. */
export function measureIdle(folder: string, databasePath: string): readonly Figure[] {
  const script = join(ROOT, 'scripts', 'bench', 'idle-child.ts');
  const query = makeQueries(1)[0] ?? '';
  const { rss, results } = Idle.parse(JSON.parse(run(folder, databasePath, ['--expose-gc', script, query])));
  if (results === 0) throw new Error(`nothing was found for "${query}": the store is not the one that was filled`);
  const megabytes = rss / 1_000_000;
  return [{ name: 'memory, idle', unit: 'MB', ours: megabytes, fts5: null, goal: atMost(200, 'MB', megabytes) }];
}

function askOnce(folder: string, databasePath: string): number {
  const start = performance.now();
  run(folder, databasePath, [join(ROOT, 'src', 'cli.ts'), 'ask', QUESTION]);
  return (performance.now() - start) / 1_000;
}

/** From the start of the command to its answer, on a store with the samples and on none, taking turns. */
export function measureFirstAnswer(folder: string, withSamples: string): readonly Figure[] {
  const held: number[] = [];
  const empty: number[] = [];
  const fresh = join(folder, 'fresh.db');
  for (let start = 0; start < STARTS; start += 1) {
    held.push(askOnce(folder, withSamples));
    for (const ending of ['', '-wal', '-shm']) rmSync(`${fresh}${ending}`, { force: true });
    empty.push(askOnce(folder, fresh));
  }
  const figure = (name: string, times: readonly number[]): Figure => {
    const ours = percentile(times, 0.5);
    return { name, unit: 's', ours, fts5: null, goal: atMost(1.5, 's', ours) };
  };
  return [figure('first answer, samples held', held), figure('first answer, empty store', empty)];
}
