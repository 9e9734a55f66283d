import fc from 'fast-check';
import { APIError, OpenAI } from 'openai';
import { describe, expect, test } from 'vitest';
import { readError } from '../../../adapters/openai/read-failure.ts';
import type { ModelOutcome } from '../../../src/ports/language-model.ts';
import { createFakeOpenAi, failsWith, type Script, says, sends } from '../../support/fake-openai.ts';
import { ARTICLE, KEY, keepLog, makeModel, makeRequest, STRAY_TEXT } from './ask-model.ts';

const KINDS = ['value', 'refusal', 'truncated', 'invalid', 'unavailable'];
const api = fc.constantFrom('auto' as const, 'chat' as const);

/** Bodies between noise and what the transports expect, so that every branch of the readers is reached. */
const field = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('stop', 'length', 'incomplete', 'failed', 'message', 'output_text', 'refusal', 'text', null, -1, '{}'),
);
const part = fc.record({ type: field, text: field, refusal: field }, { requiredKeys: [] });
const body = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      choices: fc.array(
        fc.record({ finish_reason: field, message: fc.record({ content: fc.oneof(field, fc.array(part)), refusal: field }) }),
      ),
      object: fc.constant('response'),
      status: field,
      output: fc.oneof(field, fc.array(fc.record({ type: field, content: fc.oneof(field, fc.array(part)) }, { requiredKeys: [] }))),
      incomplete_details: field,
      error: fc.oneof(field, fc.record({ code: field, message: field })),
      usage: fc.oneof(field, fc.record({ prompt_tokens: field, output_tokens: field })),
    },
    { requiredKeys: [] },
  ),
);

function expectOutcome(outcome: ModelOutcome<unknown>): void {
  expect(KINDS).toContain(outcome.kind);
  expect(Object.values(outcome.usage).every((count) => Number.isSafeInteger(count) && count >= 0)).toBe(true);
}

describe('whatever a server does, there is an outcome', () => {
  test('for any bytes with any status', async () => {
    const status = fc.constantFrom(200, 200, 200, 201, 204, 400, 404, 422, 429, 500);
    const type = fc.constantFrom('application/json', 'text/html', 'text/event-stream', '');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), status, type, api, async (bytes, code, contentType, over) => {
        const script = sends(code === 204 ? '' : Uint8Array.from(bytes), contentType, code);
        const always: Script = (request, signal) => (code === 204 ? new Response(null, { status: 204 }) : script(request, signal));
        const fake = createFakeOpenAi(...Array.from({ length: 12 }, () => always));
        expectOutcome(await makeModel(fake, { api: over }).generate(makeRequest()));
      }),
      { numRuns: 200 },
    );
  });

  test('for any JSON, also such as nearly is a reply', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(body, api, async (json, over) => {
        const script = sends(JSON.stringify(json));
        const outcome = await makeModel(createFakeOpenAi(script, script), { api: over }).generate(makeRequest());
        seen.add(outcome.kind);
        expectOutcome(outcome);
      }),
      { numRuns: 500 },
    );
    // The control of the generator: without such bodies the property would be true of a reader that reads nothing.
    expect([...seen]).toEqual(expect.arrayContaining(['unavailable', 'invalid']));
  });

  test('for any text of a model', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), api, async (text, over) => {
        const outcome = await makeModel(createFakeOpenAi(says(text), says(text)), { api: over }).generate(makeRequest());
        expectOutcome(outcome);
        expect(outcome.kind).toBe('invalid');
      }),
      { numRuns: 300 },
    );
  });

  test('which the SDK by itself does not promise', async () => {
    const { fetch } = createFakeOpenAi(sends('{"object":"response","output":[null]}'), sends('{'));
    const client = new OpenAI({ apiKey: KEY, fetch, maxRetries: 0 });
    const ask = () => client.responses.create({ model: 'm', input: [{ role: 'user', content: 'i' }] });
    await expect(ask()).rejects.toThrow(TypeError);
    await expect(ask()).rejects.toThrow(SyntaxError);
  });
});

describe('neither the key nor an article', () => {
  const echo = { message: `Bad key ${KEY} for ${ARTICLE}`, code: KEY, type: ARTICLE, param: KEY };
  const echoed = JSON.stringify({ error: echo, status: 'failed', output: [], object: 'response' });

  test.each<[string, Script]>([
    ['401', failsWith(401, echo)],
    ['400', failsWith(400, echo)],
    ['404', failsWith(404, echo)],
    ['500', failsWith(500, echo, { 'x-should-retry': 'false' })],
    ['a refused schema', failsWith(400, { ...echo, message: `response_format ${KEY} ${ARTICLE}` })],
    ['an error with status 200', sends(echoed)],
    ['a page', sends(`<p>${KEY} ${ARTICLE}</p>`, 'text/html')],
    ['broken JSON', says(`{"${KEY}": "${ARTICLE}`)],
    ['another shape', says(STRAY_TEXT.replace('"one"', JSON.stringify(`${KEY} ${ARTICLE}`)))],
    ['names of its own', says(JSON.stringify({ [KEY]: { [ARTICLE]: 1 } }))],
  ])('gets into an outcome or the log through %s', async (_name, script) => {
    for (const over of ['auto', 'chat'] as const) {
      const { logger, text } = keepLog();
      const fake = createFakeOpenAi(...Array.from({ length: 7 }, () => script));
      const model = makeModel(fake, { api: over, logger });
      const outcomes = [await model.generate(makeRequest()), await model.generate(makeRequest())];
      expect(`${JSON.stringify(outcomes)} ${text()}`).not.toMatch(/canary/i);
      expect(fake.requests.length).toBeGreaterThan(0);
    }
  });

  test('although the SDK’s error holds both', () => {
    const error = APIError.generate(401, { error: echo }, undefined, new Headers());
    expect(error.message).toContain(KEY);
    expect(error.message).toContain(ARTICLE);
    expect(JSON.stringify(readError(error))).not.toMatch(/canary/i);
  });
});
