import { readPrompts } from '../../adapters/system/read-prompts.ts';
import type { App } from '../../src/app/open-app.ts';
import type { ModelSession } from '../../src/briefing/model/model-session.ts';
import { nameReader } from '../../src/briefing/model/read-articles.ts';
import { type Brief, NO_USAGE, type Usage } from '../../src/domain/brief.ts';
import type { DroppedClaim } from '../../src/domain/claim.ts';
import { type Judgement, judgeSupport } from './judge.ts';
import { percent, tally } from './percent.ts';
import type { Result } from './questions.ts';
import type { Shown } from './shown.ts';

/** What an evaluation with a model looks at besides what one without looks at. */
export interface ModelRun {
  readonly app: App;
  readonly model: string;
  /** Where the prompts are. */
  readonly prompts: string;
  readonly openSession: () => ModelSession;
  readonly results: readonly Result[];
  readonly briefs: readonly Brief[];
  readonly shown: readonly Shown[];
}

function add(sum: Usage, { modelCalls, inputTokens, outputTokens, cost }: Usage): Usage {
  return {
    modelCalls: sum.modelCalls + modelCalls,
    inputTokens: sum.inputTokens + inputTokens,
    outputTokens: sum.outputTokens + outputTokens,
    cost: sum.cost === null || cost === null ? null : sum.cost + cost,
  };
}

function describeUsage(used: readonly Usage[]): string {
  const { modelCalls, inputTokens, outputTokens, cost } = used.reduce(add, NO_USAGE);
  const tokens = `${modelCalls} calls, ${inputTokens} tokens read, ${outputTokens} written`;
  return `${tokens}, ${cost === null ? 'cost unknown (set MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT)' : `${cost.toFixed(4)} US dollars`}`;
}

/** The name of the check, without what it found. */
function kindOf({ reason }: DroppedClaim): string {
  return reason.split(':')[0] ?? reason;
}

function printDropped(name: string, kept: number, dropped: readonly DroppedClaim[]): void {
  const reasons = tally(dropped.map(kindOf));
  console.log(`  ${name.padEnd(33)} ${percent(dropped.length, kept + dropped.length)}${reasons === '' ? '' : `: ${reasons}`}`);
}

async function printReadings({ app, model, prompts }: ModelRun): Promise<void> {
  const heads = await app.stores.articles.find('main', {});
  const reader = nameReader(readPrompts(prompts).get('read-article'), model);
  const readings = await app.stores.readings.find(
    'main',
    heads.map(({ id }) => id),
    reader,
  );
  console.log(`  articles read                     ${readings.length} of ${heads.length}`);
  printDropped(
    'claims read: dropped',
    readings.reduce((sum, { claims }) => sum + claims.length, 0),
    readings.flatMap(({ dropped }) => dropped),
  );
}

function printJudgements(judgements: readonly Judgement[]): void {
  console.log(`support, THE MODEL'S OWN JUDGEMENT in a second call (prompts/judge-support.md): an opinion, no measurement`);
  for (const support of ['full', 'part', 'none', 'not judged'] as const) {
    const count = judgements.filter((one) => one.support === support).length;
    console.log(`  ${support.padEnd(33)} ${percent(count, judgements.length)}`);
  }
  for (const { shown, support, missing } of judgements)
    if (support === 'none') console.log(`    none: ${shown.where}: ${shown.claim.text.slice(0, 160)} (${missing ?? 'no reason given'})`);
}

/** Prints what the model did, what the checks dropped, what a second call thinks of the rest, and what it all cost. */
export async function reportModel(run: ModelRun): Promise<readonly Judgement[]> {
  const { app, model, prompts, openSession, results, briefs, shown } = run;
  console.log(`the model ${model}`);
  console.log(`  answers                           ${tally(results.map(({ answer }) => `"${answer.engineReason}"`))}`);
  console.log(`  briefs                            ${tally(briefs.map(({ engineReason }) => `"${engineReason}"`))}`);
  const honest = results.filter(({ question, answer }) => !question.answerable && (!answer.found || answer.unsaid.length > 0));
  const unanswerable = results.filter(({ question }) => !question.answerable).length;
  console.log(`  unanswerable: refused, or told so ${percent(honest.length, unanswerable)}`);
  await printReadings(run);
  const written = briefs.filter(({ engine }) => engine === 'model');
  const kept = shown.filter(({ where, engine }) => engine === 'model' && where.startsWith('brief ')).length;
  printDropped(
    'sentences of briefs: dropped',
    kept,
    written.flatMap(({ dropped }) => dropped),
  );
  const worded = shown.filter(({ engine }) => engine === 'model');
  const prompt = readPrompts(prompts).get('judge-support');
  const { judgements, sessions } = await judgeSupport(openSession, prompt, worded, app.clock.today());
  printJudgements(judgements);
  console.log('tokens and cost');
  console.log(`  answers                           ${describeUsage(results.map(({ answer }) => answer.usage))}`);
  console.log(`  briefs                            ${describeUsage(briefs.map(({ usage }) => usage))}`);
  console.log(`  judging                           ${describeUsage(sessions.map((session) => session.usage()))}`);
  return judgements;
}
