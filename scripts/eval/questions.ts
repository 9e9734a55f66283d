import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../../src/app/open-app.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { consoleCaller } from '../../src/domain/caller.ts';
import { TELL_NOBODY } from '../../src/ports/handle.ts';
import { countInvalid } from './citations.ts';
import { percent } from './percent.ts';

/** One line of tests/fixtures/questions. `answer` and `also` are sentences, verbatim, any of which is right. */
interface Question {
  readonly id: string;
  readonly question: string;
  readonly answerable: boolean;
  readonly answer?: string;
  readonly also?: readonly string[];
  readonly trap?: string | null;
}

export interface Result {
  readonly question: Question;
  readonly answer: Answer;
  readonly right: boolean;
  readonly among: boolean;
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

async function readQuestions(path: string): Promise<readonly Question[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.filter((line) => line.trim() !== '').map((line): Question => JSON.parse(line));
}

function isRight(question: Question, shown: string | undefined): boolean {
  const wanted = [question.answer ?? '', ...(question.also ?? [])].map(flat).filter((text) => text !== '');
  return shown !== undefined && wanted.some((text) => flat(shown).includes(text) || text.includes(flat(shown)));
}

/** What is held against the wanted sentences: the sentence as it stands, and for a reworded one the quotes that it is on. */
function shownBy({ engine, claims }: Answer): readonly (readonly string[])[] {
  return claims.map(({ text, citations }) => (engine === 'model' ? [text, ...citations.map(({ quote }) => quote)] : [text]));
}

async function askOne(app: App, question: Question): Promise<Result> {
  // A channel of its own: a question of the set is no follow-up to the one before.
  const caller = consoleCaller('main', `eval-${question.id}`);
  const reply = await app.handle({ name: 'ask', args: { question: question.question } }, caller, TELL_NOBODY);
  if (reply.kind !== 'answer') throw new Error(`${question.id}: no answer but ${reply.kind}`);
  const shown = shownBy(reply);
  const right = (texts: readonly string[] | undefined): boolean => texts?.some((text) => isRight(question, text)) ?? false;
  return { question, answer: reply, right: right(shown[0]), among: shown.some(right) };
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

/** How a set of questions came out. */
async function printResults(app: App, name: string, results: readonly Result[]): Promise<void> {
  const able = results.filter(({ question }) => question.answerable);
  const unable = results.filter(({ question }) => !question.answerable);
  const citations = results.flatMap(({ answer }) => [...answer.claims.flatMap((claim) => claim.citations), ...answer.nearest]);
  const invalid = await countInvalid(app, citations);
  console.log(`questions, ${name}`);
  console.log(`  answerable: right sentence first  ${percent(able.filter(({ right }) => right).length, able.length)}`);
  console.log(`  answerable: right among those shown ${percent(able.filter(({ among }) => among).length, able.length)}`);
  console.log(`  answerable: refused               ${percent(able.filter(({ answer }) => !answer.found).length, able.length)}`);
  console.log(`  unanswerable: refused             ${percent(unable.filter(({ answer }) => !answer.found).length, unable.length)}`);
  for (const [trap, group] of Map.groupBy(unable, ({ question }) => question.trap ?? 'off topic')) {
    console.log(`    ${trap.padEnd(16)} refused     ${percent(group.filter(({ answer }) => !answer.found).length, group.length)}`);
  }
  console.log(`  citations valid                   ${percent(citations.length - invalid, citations.length)}`);
}

/** Asks every question of a file in `folder` and prints how it came out; `verbose` adds those that went wrong. */
export async function evaluateQuestions(app: App, folder: string, file: string, verbose: boolean): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const question of await readQuestions(join(folder, file))) results.push(await askOne(app, question));
  await printResults(app, file, results);
  if (verbose) printMisses(results);
  return results;
}
