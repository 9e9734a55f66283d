import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../adapters/sqlite/open-sqlite-store.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Brief } from '../../src/domain/brief.ts';
import { type ModelServer, type ModelServerOptions, startModelServer } from '../support/model-server.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';

const CANARY = 'sk-canary-3f9c1b7e';
const BRIEF = ['brief', 'china-uk', '--json'];
const ONE_LINE = /^[^\n]+$/;

let folder: string;
let server: ModelServer | null = null;

/** One command with a model at `url`. What was read is kept under the model's name: another name is a model of its own. */
async function run(args: readonly string[], url: string, model: string, more: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  const settings = { OPENAI_API_KEY: CANARY, OPENAI_BASE_URL: url, OPENAI_MODEL: model, LOG_LEVEL: 'debug', ...more };
  const result = await runCli(join(folder, 'cli.db'), args, '', settings);
  expect(result.stdout).not.toContain(CANARY);
  expect(result.stderr).not.toContain(CANARY);
  return result;
}

async function start(options: ModelServerOptions = {}): Promise<ModelServer> {
  server = await startModelServer(options);
  return server;
}

async function runBrief(url: string, model: string, more: Readonly<Record<string, string>> = {}): Promise<Brief> {
  const { code, stdout } = await run(BRIEF, url, model, more);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

function expectExtractive(brief: Brief): void {
  expect(brief).toMatchObject({ kind: 'brief', engine: 'extractive', engineReason: expect.stringMatching(ONE_LINE) as unknown });
  expect(brief.sections.flatMap(({ claims }) => claims).length).toBeGreaterThan(3);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attache-model-cli-'));
  await runCli(join(folder, 'cli.db'), ['search', 'gallium']);
});
afterEach(async () => {
  await server?.close();
  server = null;
});
afterAll(() => rm(folder, { recursive: true }));

describe('the command line with a model', () => {
  it('writes a brief with it, every quote of which is in its article, and writes the same only once', async () => {
    const { url, calls, served, keys } = await start();
    const brief = await runBrief(url, 'test', { MODEL_PRICE_INPUT: '1', MODEL_PRICE_OUTPUT: '2' });
    expect(brief).toMatchObject({ engine: 'model', engineReason: expect.stringContaining('test wrote this from') as unknown });
    // The key was really sent, so it could have been told.
    expect([...keys]).toEqual([`Bearer ${CANARY}`]);

    const { reading, brief: writing } = served();
    const inputTokens = (reading?.inputTokens ?? 0) + (writing?.inputTokens ?? 0);
    const outputTokens = (reading?.outputTokens ?? 0) + (writing?.outputTokens ?? 0);
    expect(brief.usage).toMatchObject({ modelCalls: calls(), inputTokens, outputTokens });
    expect(brief.usage.cost).toBeCloseTo((inputTokens + 2 * outputTokens) / 1_000_000, 9);
    expect(writing?.calls).toBe(1);
    expect(reading?.calls).toBe(brief.coverage.stories);

    const before = calls();
    expect((await runBrief(url, 'test')).id).toBe(brief.id);
    expect(calls()).toBe(before);

    const citations = brief.sections.flatMap(({ claims }) => claims.flatMap((claim) => claim.citations));
    expect(citations.length).toBeGreaterThan(3);
    const ids = [...new Set(citations.map(({ articleId }) => articleId))];
    const store = await openSqliteStore({ path: join(folder, 'cli.db') });
    const read = await store.articles.read('main', ids);
    await store.close();
    const texts = new Map(read.map(({ article }) => [article.id, article.text]));
    for (const { articleId, start: from, end, quote } of citations) expect(texts.get(articleId)?.slice(from, end)).toBe(quote);
  });

  it('stops where a budget ends, says whose, and shows what was spent', async () => {
    const { url } = await start();
    const brief = await runBrief(url, 'frugal', { MODEL_DAILY_TOKENS_PERSON: '100' });
    expectExtractive(brief);
    expect(brief.engineReason).toBe('your budget for the model is spent for today');
    const priced = { MODEL_PRICE_INPUT: '1', MODEL_PRICE_OUTPUT: '2', MODEL_DAILY_COST: '5' };
    const { stdout } = await run(['stats'], url, 'frugal', priced);
    expect(stdout).toMatch(/tokens spent today +[\d,]+ of 2,000,000\n/);
    expect(stdout).toMatch(/money spent today +\$0\.\d{2,4} of \$5\.00\n/);
  });

  it('does not start with a limit in money on a model whose price nobody told', async () => {
    const { url } = await start();
    const { code, stderr } = await run(BRIEF, url, 'unpriced', { MODEL_DAILY_COST: '5' });
    expect(code).toBe(2);
    expect(stderr).toContain('MODEL_DAILY_COST: set MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT');
  });

  it('answers with it', async () => {
    const { url, served } = await start();
    const { code, stdout } = await run(['ask', 'What rate does BYD pay?', '--json'], url, 'test');
    expect(code).toBe(0);
    const answer: Answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ found: true, engine: 'model', usage: { modelCalls: 1 } });
    expect(served()).toMatchObject({ answer: { calls: 1 } });
  });
});

describe('the command line with a model that fails', () => {
  const patience = { OPENAI_TIMEOUT_MS: '30000' };

  it('briefs without it when it dies in the middle, and reads only the rest when it is back', async () => {
    const { url, calls } = await start({ diesAt: 6 });
    const began = Date.now();
    const brief = await runBrief(url, 'dying', patience);
    expect(Date.now() - began).toBeLessThan(30_000);
    expectExtractive(brief);
    expect(brief.engineReason).toBe('the model could not be reached');
    expect(calls()).toBeGreaterThanOrEqual(6);

    const back = await start();
    expect(await runBrief(back.url, 'dying', patience)).toMatchObject({ engine: 'model' });
    const rest = back.served()['reading']?.calls ?? 0;
    expect(rest).toBeLessThan(brief.coverage.stories);
    expect(rest).toBeGreaterThanOrEqual(brief.coverage.stories - 5);
  });

  it('briefs and answers without it when it is not there', async () => {
    const { url, close } = await start();
    await close();
    const began = Date.now();
    const brief = await runBrief(url, 'absent', patience);
    expect(Date.now() - began).toBeLessThan(30_000);
    expectExtractive(brief);
    expect(brief).toMatchObject({ engineReason: 'the model could not be reached', usage: { inputTokens: 0, outputTokens: 0 } });
    const { code, stdout } = await run(['ask', 'What rate does BYD pay?', '--json'], url, 'absent', patience);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ found: true, engine: 'extractive', engineReason: 'the model could not be reached' });
  });

  it('briefs without it when it never answers', async () => {
    const { url, calls } = await start({ mood: 'silent' });
    const brief = await runBrief(url, 'silent', { OPENAI_TIMEOUT_MS: '1000' });
    expectExtractive(brief);
    expect(brief.engineReason).toBe('the model took too long');
    expect(calls()).toBeGreaterThan(0);
  });

  it('briefs without it when it talks rubbish, and says what that cost', async () => {
    const { url, calls } = await start({ mood: 'rubbish' });
    const brief = await runBrief(url, 'rambling', patience);
    expectExtractive(brief);
    expect(brief).toMatchObject({ engineReason: 'the model gave nothing usable', usage: { modelCalls: calls() } });
  });

  it('asks no more with a key that is wrong, says what to do, and keeps it to itself when the server quotes it', async () => {
    const { url, keys, calls } = await start({ mood: 'refusing' });
    const { stdout, stderr } = await run(BRIEF, url, 'refusing', patience);
    const brief: Brief = JSON.parse(stdout);
    expectExtractive(brief);
    // Four articles are read at the same time; the rest would have been asked for in vain.
    expect(brief.coverage.stories).toBeGreaterThanOrEqual(12);
    expect(calls()).toBeLessThanOrEqual(4);
    expect(stderr.match(/check OPENAI_API_KEY/g)).toHaveLength(1);
    expect([...keys]).toEqual([`Bearer ${CANARY}`]);
    const plain = await run(['brief', 'china-uk'], url, 'refusing', patience);
    expect(plain.code).toBe(0);
  });
});
