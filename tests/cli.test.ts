import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './support/run-cli.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
const run = (args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}) => runCli(at('cli.db'), args, input, env);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attache-cli-'));
  await writeFile(
    at('questions.jsonl'),
    '{"id":"q1","question":"What rate does BYD pay?"}\n{"id":"q2","question":"Who won the football cup final?"}\n',
  );
  await writeFile(at('queries.jsonl'), '{"id":"s1","query":"gallium"}\n');
  await writeFile(at('bad.jsonl'), '{"id":"q1"}\n');
});
afterAll(() => rm(folder, { recursive: true }));

describe('the command line', () => {
  it('prints a brief, and nothing but JSON with --json', async () => {
    const plain = await run(['brief', 'china-uk']);
    expect(plain).toMatchObject({ code: 0, stderr: '' });
    expect(plain.stdout).toContain('Bottom line');
    const json = await run(['brief', 'china-uk', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ kind: 'brief', topic: { slug: 'china-uk' } });
  });

  it('takes a period from --since and --until', async () => {
    const { stdout } = await run(['brief', 'china-uk', '--since', '2025-01-13', '--until', '2025-01-14', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ period: { from: '2025-01-13', to: '2025-01-14', widened: false } });
  });

  it('answers a file of questions and a file of queries, a line each with its id', async () => {
    const answers = (await run(['ask', '--questions', at('questions.jsonl')])).stdout.trim().split('\n');
    expect(answers.map((line): unknown => JSON.parse(line))).toMatchObject([
      { id: 'q1', found: true },
      { id: 'q2', found: false },
    ]);
    const { stdout } = await run(['search', '--queries', at('queries.jsonl'), '--limit', '2']);
    expect(JSON.parse(stdout)).toMatchObject({ id: 's1', results: [{ articleId: expect.any(String) as unknown }, {}] });
  });

  it('talks in lines when nobody is at a terminal', async () => {
    const { code, stdout } = await run(['chat'], 'topics\nwhat rate does BYD pay?\nexit\n');
    expect(code).toBe(0);
    expect(stdout).toContain('china-uk');
    expect(stdout).toContain('17.0');
  });

  it.each([
    [['brief', 'chnia-uk'], 2, /Did you mean/],
    [['brief', 'china-uk', '--since', 'soon'], 2, /--since soon is not/],
    [['ingest', '/does/not/exist'], 2, /does not exist/],
    [['frobnicate'], 2, /unknown command/],
    [['article', 'nobody'], 2, /No article has the id/],
    [['ask', '--questions', 'questions-that-are-not-there.jsonl'], 2, /cannot be read/],
    [['--help'], 0, /Commands:/],
  ])('%j ends with %d and one clear line', async (args, code, line) => {
    const result = await run(args);
    expect(result.code).toBe(code);
    expect(result.stdout + result.stderr).toMatch(line);
    expect(result.stderr).not.toContain('    at ');
  });

  it('names the line of a batch that does not fit', async () => {
    expect(await run(['ask', '--questions', at('bad.jsonl')])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('line 1') as unknown,
    });
  });

  it.each([
    ['a file that is no database', 'not a database at all, only words that go on for a while'.repeat(40)],
    ['an empty configuration value that is wrong', ''],
  ])('meets %s without a stack trace', async (_, content) => {
    await writeFile(at('other.db'), content);
    const result = await runCli(at('other.db'), ['stats'], '', content === '' ? { LOG_LEVEL: 'loud' } : {});
    expect(result.code).not.toBe(0);
    expect(result.stderr.trim()).not.toBe('');
    expect(result.stderr).not.toContain('    at ');
  });
});
