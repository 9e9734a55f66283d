import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, openApp } from '../src/app/open-app.ts';
import { parseConfig } from '../src/config.ts';
import type { Answer } from '../src/domain/answer.ts';
import type { Citation } from '../src/domain/citation.ts';
import { printClaimScore, scoreClaims } from './eval-claims.ts';

/** One line of tests/fixtures/questions. `answer` and `also` are sentences, verbatim, any of which is right. */
interface Question {
  readonly id: string;
  readonly question: string;
  readonly answerable: boolean;
  readonly answer?: string;
  readonly also?: readonly string[];
  readonly trap?: string | null;
}

interface Result {
  readonly question: Question;
  readonly answer: Answer;
  readonly right: boolean;
  readonly among: boolean;
}

const FIXTURES = join(import.meta.dirname, '..', 'tests', 'fixtures');
const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

async function readQuestions(file: string): Promise<readonly Question[]> {
  const lines = (await readFile(join(FIXTURES, 'questions', file), 'utf8')).split('\n');
  return lines.filter((line) => line.trim() !== '').map((line): Question => JSON.parse(line));
}

function isRight(question: Question, shown: string | undefined): boolean {
  const wanted = [question.answer ?? '', ...(question.also ?? [])].map(flat).filter((text) => text !== '');
  return shown !== undefined && wanted.some((text) => flat(shown).includes(text) || text.includes(flat(shown)));
}

async function askOne(app: App, question: Question): Promise<Result> {
  const reply = await app.handle(
    { name: 'ask', args: { question: question.question } },
    { tenant: 'main', adapter: 'terminal', id: 'eval' },
  );
  if (reply.kind !== 'answer') throw new Error(`${question.id}: no answer but ${reply.kind}`);
  const shown = reply.claims.map(({ text }) => text);
  return {
    question,
    answer: reply,
    right: isRight(question, shown[0]),
    among: shown.some((text) => isRight(question, text)),
  };
}

async function countInvalid(app: App, citations: readonly Citation[]): Promise<number> {
  const read = await app.stores.articles.read('main', [...new Set(citations.map(({ articleId }) => articleId))]);
  const texts = new Map(read.map(({ article }) => [article.id, article.text]));
  return citations.filter(({ articleId, start, end, quote }) => texts.get(articleId)?.slice(start, end) !== quote).length;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} % (${part} of ${whole})`;
}

function printMisses(results: readonly Result[]): void {
  for (const { question, answer, among } of results) {
    if (question.answerable ? among : !answer.found) continue;
    const got = answer.claims[0]?.text ?? `refused: ${answer.nearest[0]?.quote ?? 'nothing near'}`;
    console.log(
      `  ${question.id} ${question.trap ?? ''} ${question.question}\n      got:    ${flat(got).slice(0, 200)}\n      wanted: ${question.answer ?? '(nothing)'}`,
    );
  }
}

async function evaluateQuestions(app: App, file: string, verbose: boolean): Promise<void> {
  const questions = await readQuestions(file);
  const results: Result[] = [];
  for (const question of questions) results.push(await askOne(app, question));
  const able = results.filter(({ question }) => question.answerable);
  const unable = results.filter(({ question }) => !question.answerable);
  const citations = results.flatMap(({ answer }) => [...answer.claims.flatMap((claim) => claim.citations), ...answer.nearest]);
  const invalid = await countInvalid(app, citations);
  console.log(`questions, ${file}`);
  console.log(`  answerable: right sentence first  ${percent(able.filter(({ right }) => right).length, able.length)}`);
  console.log(`  answerable: right among those shown ${percent(able.filter(({ among }) => among).length, able.length)}`);
  console.log(`  answerable: refused               ${percent(able.filter(({ answer }) => !answer.found).length, able.length)}`);
  console.log(`  unanswerable: refused             ${percent(unable.filter(({ answer }) => !answer.found).length, unable.length)}`);
  for (const [trap, group] of Map.groupBy(unable, ({ question }) => question.trap ?? 'off topic')) {
    console.log(`    ${trap.padEnd(16)} refused     ${percent(group.filter(({ answer }) => !answer.found).length, group.length)}`);
  }
  console.log(`  citations valid                   ${percent(citations.length - invalid, citations.length)}`);
  if (verbose) printMisses(results);
}

/** Briefs every sample topic and checks each citation against the stored text. */
async function evaluateBriefs(app: App): Promise<void> {
  const citations: Citation[] = [];
  for (const topic of await app.stores.topics.list('main')) {
    const reply = await app.handle({ name: 'brief', args: { topic: topic.slug } }, { tenant: 'main', adapter: 'terminal', id: 'eval' });
    if (reply.kind === 'brief') citations.push(...reply.sections.flatMap(({ claims }) => claims.flatMap((claim) => claim.citations)));
  }
  const invalid = await countInvalid(app, citations);
  console.log(`briefs of the sample topics\n  citations valid                   ${percent(citations.length - invalid, citations.length)}`);
}

const verbose = process.argv.includes('--verbose');
const files = process.argv.includes('--tune') ? ['tune.jsonl', 'tune-2.jsonl'] : ['test.jsonl'];
const folder = await mkdtemp(join(tmpdir(), 'attache-eval-'));
const app = await openApp(parseConfig({ DATABASE_URL: `file:${join(folder, 'eval.db')}`, LOG_LEVEL: 'error' }));
try {
  await app.loadSamples('main');
  for (const file of files) await evaluateQuestions(app, file, verbose);
  await evaluateBriefs(app);
  for (const file of files) printClaimScore(file, await scoreClaims(join(FIXTURES, 'claims', file)));
} finally {
  await app.close();
  await rm(folder, { recursive: true });
}
