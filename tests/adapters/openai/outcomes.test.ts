import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answers, createFakeOpenAi, failsWith, type Script, says, sends } from '../../support/fake-openai.ts';
import { FITTING, FITTING_TEXT, makeModel, makeRequest } from './ask-model.ts';

const ONE_CALL = { calls: 1, inputTokens: 100, outputTokens: 20 };
const NOTHING_COUNTED = { calls: 1, inputTokens: 0, outputTokens: 0 };

describe.each(['responses', 'chat'] as const)('over %s', (api) => {
  const ask = (...scripts: Script[]) => makeModel(createFakeOpenAi(...scripts), { api }).generate(makeRequest());

  test('a fitting reply is a value', async () => {
    expect(await ask(says(FITTING_TEXT))).toEqual({ kind: 'value', value: FITTING, usage: ONE_CALL });
  });

  test('tokens that nobody counted are 0', async () => {
    expect(await ask(says(FITTING_TEXT, null))).toMatchObject({ kind: 'value', usage: NOTHING_COUNTED });
  });

  test('a refusal is a refusal, and nothing is tried against it', async () => {
    expect(await ask(answers({ refusal: 'I cannot help with that.' }))).toEqual({ kind: 'refusal', usage: ONE_CALL });
  });

  test('a reply that the content filter stopped is a refusal', async () => {
    expect(await ask(answers({ text: '{"cl', ending: 'content_filter' }))).toEqual({ kind: 'refusal', usage: ONE_CALL });
  });

  test.each(['content_filter', 'invalid_prompt'])('an input that is refused as %s is a refusal', async (code) => {
    expect(await ask(failsWith(400, { code, message: 'no' }))).toEqual({ kind: 'refusal', usage: NOTHING_COUNTED });
  });

  test('a reply that ran out of tokens is truncated, even where it would parse', async () => {
    expect(await ask(answers({ text: FITTING_TEXT, ending: 'length', tokens: [100, 500] }))).toEqual({
      kind: 'truncated',
      usage: { calls: 1, inputTokens: 100, outputTokens: 500 },
    });
  });

  test.each([401, 403, 413, 418])('%i is unavailable for good', async (status) => {
    const outcome = await ask(failsWith(status, { message: 'no', code: null }));
    expect(outcome).toEqual({ kind: 'unavailable', reason: `HTTP ${status}`, retryable: false, usage: NOTHING_COUNTED });
  });

  test('a model that is not there is unavailable for good', async () => {
    const missing = failsWith(404, { message: 'The model does not exist', code: 'model_not_found' });
    expect(await ask(missing)).toMatchObject({ kind: 'unavailable', reason: 'HTTP 404 (model_not_found)', retryable: false });
  });

  test('a key that is wrong and a quota that is used up are told apart in the log', async () => {
    expect(await ask(failsWith(401, { code: 'invalid_api_key' }))).toMatchObject({ reason: 'HTTP 401 (invalid_api_key)' });
    const noMoney = failsWith(429, { code: 'insufficient_quota' }, { 'x-should-retry': 'false' });
    expect(await ask(noMoney)).toMatchObject({ reason: 'HTTP 429 (insufficient_quota)', retryable: false });
  });

  test.each([
    ['a page', '<html>Please log in</html>', 'text/html'],
    ['broken JSON', '{"choices":[', 'application/json'],
    ['JSON of another service', '{"ok":true}', 'application/json'],
    ['nothing', '', 'application/json'],
  ])('%s instead of a reply is unavailable for now', async (_name, body, contentType) => {
    expect(await ask(sends(body, contentType))).toMatchObject({ kind: 'unavailable', retryable: true, usage: NOTHING_COUNTED });
  });

  test('a schema that cannot be sent is our fault, and still no rejection', async () => {
    const fake = createFakeOpenAi(says('{}'));
    const schema = z.object({ day: z.date() });
    const outcome = await makeModel(fake, { api }).generate({ ...makeRequest(), schema });
    expect(outcome).toMatchObject({ kind: 'unavailable', retryable: false });
    expect(fake.requests).toEqual([]);
  });
});

describe('over responses alone', () => {
  const ask = (body: unknown) => makeModel(createFakeOpenAi(sends(JSON.stringify(body)))).generate(makeRequest());
  const failed = (code: string) => ({ object: 'response', status: 'failed', output: [], error: { code, message: 'm' } });

  test.each([
    ['server_error', { kind: 'unavailable', retryable: true, reason: 'failed (server_error)' }],
    ['rate_limit_exceeded', { kind: 'unavailable', retryable: true }],
    ['bio_policy', { kind: 'refusal' }],
    ['never heard of', { kind: 'unavailable', retryable: true, reason: 'failed on the server' }],
  ])('a response that failed with %s', async (code, outcome) => {
    expect(await ask(failed(code))).toMatchObject(outcome);
  });

  test('tokens of a response that failed count', async () => {
    const usage = { input_tokens: 7, output_tokens: 3 };
    expect(await ask({ ...failed('server_error'), usage })).toMatchObject({ usage: { calls: 1, inputTokens: 7, outputTokens: 3 } });
  });

  test('commentary is no part of the reply', async () => {
    const message = (phase: string | null, text: string) => ({ type: 'message', phase, content: [{ type: 'output_text', text }] });
    const output = [message('commentary', JSON.stringify({ ...FITTING, note: 'a draft' })), message('final_answer', FITTING_TEXT)];
    expect(await ask({ object: 'response', status: 'completed', output })).toMatchObject({ kind: 'value', value: FITTING });
  });
});

describe('over chat alone', () => {
  const ask = (body: unknown) => makeModel(createFakeOpenAi(sends(JSON.stringify(body))), { api: 'chat' }).generate(makeRequest());

  test('text in parts is put together without the thoughts', async () => {
    const half = FITTING_TEXT.length / 2;
    const content = [
      { type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] },
      { type: 'text', text: FITTING_TEXT.slice(0, half) },
      { type: 'text', text: FITTING_TEXT.slice(half) },
    ];
    expect(await ask({ choices: [{ finish_reason: 'stop', message: { content } }] })).toMatchObject({ kind: 'value', value: FITTING });
  });

  test.each([
    [{ error: { code: 429, message: 'upstream' } }, { reason: 'HTTP 429', retryable: true }],
    [{ error: { code: 402, message: 'pay' } }, { reason: 'HTTP 402', retryable: false }],
    [{ error: { message: 'boom' } }, { reason: 'failed on the server', retryable: true }],
    [{ choices: [{ finish_reason: 'error', message: { content: 'half' } }] }, { retryable: true }],
    [{ choices: [] }, { retryable: true }],
  ])('what a gateway says with status 200: %j', async (body, outcome) => {
    expect(await ask(body)).toMatchObject({ kind: 'unavailable', ...outcome });
  });
});
