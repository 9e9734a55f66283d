import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { App } from '../../src/app/open-app.ts';
import { splitPassages } from '../../src/corpus/passages.ts';
import { splitSentences } from '../../src/corpus/sentences.ts';
import type { BareFts5, BarePassage } from './bare-fts5.ts';
import type { Figure } from './figure.ts';

const QUESTIONS = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'questions', 'test.jsonl');
const LIMIT = 10;
const Question = z.object({
  question: z.string(),
  answerable: z.boolean(),
  answer: z.string().optional(),
  also: z.array(z.string()).optional(),
});

/** A question and the ids of the passages that hold one of its answer sentences. */
interface Task {
  readonly question: string;
  readonly right: ReadonlySet<string>;
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

async function readPassages(app: App): Promise<readonly BarePassage[]> {
  const heads = await app.stores.articles.find('main', {});
  const read = await app.stores.articles.read(
    'main',
    heads.map(({ id }) => id),
  );
  return read.flatMap(({ article: { id, title, titleFrom, text } }) =>
    splitPassages(text, splitSentences(text)).map(({ start, end }, index) => ({
      id: `${id}#${index + 1}`,
      // A title that our code made of the text is none that FTS5 alone would have had.
      title: titleFrom === 'given' ? title : '',
      text: text.slice(start, end),
    })),
  );
}

async function readTasks(passages: readonly BarePassage[]): Promise<readonly Task[]> {
  const lines = (await readFile(QUESTIONS, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const texts = passages.map(({ id, text }) => ({ id, text: flat(text) }));
  return lines
    .map((line) => Question.parse(JSON.parse(line)))
    .filter(({ answerable }) => answerable)
    .map(({ question, answer, also }) => {
      const wanted = [answer ?? '', ...(also ?? [])].map(flat).filter((sentence) => sentence !== '');
      const right = texts.filter(({ text }) => wanted.some((sentence) => text.includes(sentence)));
      return { question, right: new Set(right.map(({ id }) => id)) };
    })
    .filter(({ right }) => right.size > 0);
}

/** One divided by the place of the first right passage; 0 when none is among the first ten. */
function reciprocalRank(found: readonly string[], right: ReadonlySet<string>): number {
  const place = found.findIndex((id) => right.has(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Ranks the samples' passages for the project's own questions, on both; `bare` is empty before. */
export async function measureRanking(app: App, bare: BareFts5): Promise<readonly Figure[]> {
  const passages = await readPassages(app);
  bare.insert(passages);
  const tasks = await readTasks(passages);
  const ours: number[] = [];
  const fts5: number[] = [];
  for (const { question, right } of tasks) {
    const { results } = await app.search('main', question, { limit: LIMIT });
    ours.push(
      reciprocalRank(
        results.map(({ passage }) => passage.id),
        right,
      ),
    );
    fts5.push(reciprocalRank(bare.search(question, LIMIT), right));
  }
  const first = (ranks: readonly number[]): number => mean(ranks.map((rank) => (rank === 1 ? 1 : 0)));
  const better = { text: 'better than FTS5', met: mean(ours) > mean(fts5) };
  return [
    { name: `MRR@10, ${tasks.length} questions`, unit: '', ours: mean(ours), fts5: mean(fts5), goal: better },
    { name: 'right passage first', unit: '', ours: first(ours), fts5: first(fts5), goal: null },
  ];
}
