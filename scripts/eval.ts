import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type App, openApp } from '../src/app/open-app.ts';
import { ConfigError, type ModelConfig, parseConfig } from '../src/config.ts';
import { evaluateBriefs } from './eval/briefs.ts';
import { writeClaimTable } from './eval/claim-table.ts';
import { printHostile } from './eval/hostile.ts';
import { createJudgeSessions, readModelEnvironment, requireModel } from './eval/model-environment.ts';
import { reportModel } from './eval/model-report.ts';
import { evaluateQuestions, type Result } from './eval/questions.ts';
import { shownIn } from './eval/shown.ts';
import { printClaimScore, scoreClaims } from './eval-claims.ts';

const FIXTURES = join(import.meta.dirname, '..', 'tests', 'fixtures');
const PROMPTS = join(import.meta.dirname, '..', 'prompts');

interface Settings {
  readonly verbose: boolean;
  readonly files: readonly string[];
  /** Null for the bot without a model. */
  readonly model: ModelConfig | null;
  /** Where the sentences shown go, for people to judge; null for nowhere. */
  readonly table: string | null;
}

async function evaluate(app: App, { verbose, files, model, table }: Settings): Promise<void> {
  await app.loadSamples('main');
  const results: Result[] = [];
  for (const file of files) results.push(...(await evaluateQuestions(app, join(FIXTURES, 'questions'), file, verbose)));
  const briefs = await evaluateBriefs(app);
  const shown = shownIn(results, briefs);
  const judgements = model
    ? await reportModel({ app, model: model.name, prompts: PROMPTS, openSession: createJudgeSessions(app, model), results, briefs, shown })
    : [];
  if (table !== null) await writeClaimTable(table, shown, judgements);
  for (const file of files) printClaimScore(file, await scoreClaims(join(FIXTURES, 'claims', file)));
  printHostile();
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { verbose: { type: 'boolean' }, tune: { type: 'boolean' }, model: { type: 'boolean' }, table: { type: 'string' } },
  });
  const asked = values.model === true;
  const folder = await mkdtemp(join(tmpdir(), 'attache-eval-'));
  try {
    const environment = asked ? readModelEnvironment() : {};
    const config = parseConfig({ ...environment, DATABASE_URL: `file:${join(folder, 'eval.db')}`, LOG_LEVEL: 'error' });
    const settings: Settings = {
      verbose: values.verbose === true,
      files: values.tune === true ? ['tune.jsonl', 'tune-2.jsonl'] : ['test.jsonl'],
      model: asked ? requireModel(config.model) : null,
      table: values.table ?? null,
    };
    const app = await openApp(config);
    try {
      await evaluate(app, settings);
    } finally {
      await app.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
