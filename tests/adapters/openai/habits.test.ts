import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFakeOpenAi, type FakeRequest, failsWith, type Script, says } from '../../support/fake-openai.ts';
import { FITTING, FITTING_TEXT, keepLog, makeModel, makeRequest, STRAY_TEXT } from './ask-model.ts';

const OLLAMA = 'http://localhost:11434/v1';
const AZURE = 'https://harbour.openai.azure.com/openai/v1/';
const never = { 'x-should-retry': 'false' };

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** What a server is sent for one request after another. */
async function requestsOf(over: Parameters<typeof makeModel>[1], times: number, ...scripts: Script[]) {
  const fake = createFakeOpenAi(...scripts);
  const model = makeModel(fake, over);
  for (let time = 0; time < times; time += 1) await model.generate(makeRequest());
  return fake.requests;
}

describe('the first request', () => {
  test.each([
    [null, 'https://api.openai.com/v1/responses'],
    ['https://eu.api.openai.com/v1', 'https://eu.api.openai.com/v1/responses'],
    [AZURE, 'https://harbour.openai.azure.com/openai/v1/responses'],
    ['https://harbour.services.ai.azure.com/openai/v1', 'https://harbour.services.ai.azure.com/openai/v1/responses'],
    [OLLAMA, 'http://localhost:11434/v1/chat/completions'],
    ['https://api.openai.com.example.org/v1', 'https://api.openai.com.example.org/v1/chat/completions'],
    ['https://example.org/api.openai.com/v1', 'https://example.org/api.openai.com/v1/chat/completions'],
  ])('for %s goes to %s', async (baseUrl, url) => {
    const [request] = await requestsOf({ baseUrl }, 1, says(FITTING_TEXT));
    expect(request?.url).toBe(url);
  });

  test('over responses leaves nothing on the server and sends no temperature', async () => {
    const [request] = await requestsOf({}, 1, says(FITTING_TEXT));
    expect(request?.body).toEqual({
      model: 'gpt-test',
      instructions: 'List the claims.',
      input: [{ role: 'user', content: makeRequest().input }],
      max_output_tokens: 500,
      store: false,
      text: { format: { type: 'json_schema', name: 'claims', strict: true, schema: expect.objectContaining({ type: 'object' }) } },
    });
  });

  test.each([
    [OLLAMA, { max_tokens: 500 }],
    [AZURE, { max_completion_tokens: 500, store: false }],
  ])('over chat to %s says %j', async (baseUrl, own) => {
    const [request] = await requestsOf({ baseUrl, api: 'chat' }, 1, says(FITTING_TEXT));
    expect(request?.body).toEqual({
      model: 'gpt-test',
      messages: [
        { role: 'system', content: 'List the claims.' },
        { role: 'user', content: makeRequest().input },
      ],
      response_format: { type: 'json_schema', json_schema: { name: 'claims', strict: true, schema: expect.anything() } },
      ...own,
    });
  });

  test('closes every object of the schema and requires every field, as strict servers demand', async () => {
    const [request] = await requestsOf({}, 1, says(FITTING_TEXT));
    expect(request?.schema).toMatchObject({
      additionalProperties: false,
      required: ['claims', 'note'],
      properties: { claims: { items: { additionalProperties: false, required: ['text', 'source'] } } },
    });
  });

  test('carries the key, or a placeholder where there is none', async () => {
    const [withKey] = await requestsOf({}, 1, says(FITTING_TEXT));
    const [without] = await requestsOf({ apiKey: null, baseUrl: OLLAMA }, 1, says(FITTING_TEXT));
    expect(withKey?.headers.get('authorization')).toBe('Bearer sk-canary-5f0c');
    expect(without?.headers.get('authorization')).toBe('Bearer no-key');
  });
});

describe('a server without responses', () => {
  test.each([404, 405, 501])('that says %i is asked over chat, then and from then on', async (status) => {
    const { logger, text } = keepLog();
    const requests = await requestsOf({ logger }, 2, failsWith(status, undefined, never), says(FITTING_TEXT), says(FITTING_TEXT));
    expect(requests.map(({ transport }) => transport)).toEqual(['responses', 'chat', 'chat']);
    expect(text()).toContain('"transport":"chat"');
  });

  test('counts as one call each', async () => {
    const fake = createFakeOpenAi(failsWith(404), says(FITTING_TEXT));
    expect(await makeModel(fake).generate(makeRequest())).toMatchObject({ kind: 'value', usage: { calls: 2, inputTokens: 100 } });
  });

  test('is not asked over chat when responses was set', async () => {
    const requests = await requestsOf({ api: 'responses' }, 2, failsWith(404), failsWith(404));
    expect(requests.map(({ transport }) => transport)).toEqual(['responses', 'responses']);
  });

  test('is not what a wrong model name shows: nothing is learned from 404 everywhere', async () => {
    const requests = await requestsOf({}, 2, failsWith(404), failsWith(404), says(FITTING_TEXT));
    expect(requests.map(({ transport }) => transport)).toEqual(['responses', 'chat', 'responses']);
  });
});

/** How the schema was told: in full, without limits on values, or in words alone. */
function schemaIn({ schema, instructions }: FakeRequest): string {
  if (schema === null) return instructions.includes('JSON Schema') ? 'words' : 'nothing';
  return JSON.stringify(schema).includes('maxLength') ? 'full' : 'bare';
}

describe.each(['responses', 'chat'] as const)('a server that refuses the schema over %s', (api) => {
  test.each([
    [400, { message: 'This response_format type is unavailable now' }],
    [400, { message: "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model." }],
    [400, { message: "Unsupported parameter: 'text.format'", param: 'text.format', code: 'unsupported_parameter' }],
    [400, { message: 'Invalid input', param: 'response_format' }],
    [422, 'This model does not support response format `json_schema`'],
    [422, undefined],
  ])('with %i %j is told it in words, then and from then on', async (status, error) => {
    const no = failsWith(status, error);
    const requests = await requestsOf({ api }, 2, no, no, says(`Here it is: ${FITTING_TEXT}`), says(FITTING_TEXT));
    expect(requests.map(schemaIn)).toEqual(['full', 'bare', 'words', 'words']);
  });

  test('for its limits on values gets it without, then and from then on', async () => {
    const no = failsWith(400, { message: "Invalid schema for response_format 'claims': 'maxLength' is not permitted" });
    const requests = await requestsOf({ api }, 2, no, says(FITTING_TEXT), says(FITTING_TEXT));
    expect(requests.map(schemaIn)).toEqual(['full', 'bare', 'bare']);
    expect(requests[1]?.schema).toMatchObject({
      required: ['claims', 'note'],
      properties: { claims: { type: 'array', items: { properties: { text: { type: 'string' }, source: { type: 'integer' } } } } },
    });
  });

  test('twice at the same time has refused it once', async () => {
    const no = failsWith(400, { message: 'maxLength is not permitted in response_format' });
    const fake = createFakeOpenAi(no, no, ...Array.from({ length: 3 }, () => says(FITTING_TEXT)));
    const model = makeModel(fake, { api });
    await Promise.all([model.generate(makeRequest()), model.generate(makeRequest())]);
    await model.generate(makeRequest());
    expect(fake.requests.map(schemaIn)).toEqual(['full', 'full', 'bare', 'bare', 'bare']);
  });

  test('for another reason is not asked again', async () => {
    const fake = createFakeOpenAi(failsWith(400, { message: 'too long', code: 'context_length_exceeded' }));
    const outcome = await makeModel(fake, { api }).generate(makeRequest());
    expect(outcome).toMatchObject({ kind: 'unavailable', reason: 'HTTP 400 (context_length_exceeded)', retryable: false });
    expect(fake.requests).toHaveLength(1);
  });

  test('and refuses it in words too has taught nothing', async () => {
    const no = failsWith(400, { message: 'response_format' });
    const requests = await requestsOf({ api }, 2, no, no, no, says(FITTING_TEXT));
    expect(requests.map(schemaIn)).toEqual(['full', 'bare', 'words', 'full']);
  });
});

describe('a server that ignores the schema', () => {
  test('is found out by two replies in a row that it would not have allowed', async () => {
    const scripts = [says('Sure! Two claims.'), says(FITTING_TEXT), says(STRAY_TEXT), says(FITTING_TEXT), says(FITTING_TEXT)];
    const requests = await requestsOf({ baseUrl: OLLAMA }, 3, ...scripts);
    expect(requests.map(schemaIn)).toEqual(['full', 'full', 'full', 'words', 'words']);
    expect(requests.map(({ instructions }) => instructions.includes('JSON Schema'))).toEqual([false, true, false, true, true]);
  });

  test('is found out by a reply and its repair', async () => {
    const requests = await requestsOf({ baseUrl: OLLAMA }, 2, says('Sure!'), says('Certainly!'), says(FITTING_TEXT));
    expect(requests.map(schemaIn)).toEqual(['full', 'full', 'words']);
  });

  test('is not what one accident shows', async () => {
    const scripts = [says('{'), says(FITTING_TEXT), says(FITTING_TEXT), says('{'), says(FITTING_TEXT), says(FITTING_TEXT)];
    const requests = await requestsOf({ baseUrl: OLLAMA }, 4, ...scripts);
    expect(requests.every(({ schema }) => schema !== null)).toBe(true);
  });
});

describe('a gateway in front of OpenAI', () => {
  test('that wants the other name of the limit gets it, then and from then on', async () => {
    const message = "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
    const scripts = [failsWith(400, { message, code: 'unsupported_parameter' }), says(FITTING_TEXT), says(FITTING_TEXT)];
    const requests = await requestsOf({ baseUrl: 'https://gateway.example.org/v1' }, 2, ...scripts);
    expect(requests.map(({ body }) => Object.keys(body).filter((name) => name.startsWith('max_')))).toEqual([
      ['max_tokens'],
      ['max_completion_tokens'],
      ['max_completion_tokens'],
    ]);
  });
});

test('what two requests learn at once is not lost', async () => {
  const { promise: late, resolve: letGo } = Promise.withResolvers<void>();
  const slow: Script = async (request, signal) => {
    await late;
    return says(FITTING_TEXT)(request, signal);
  };
  const refused = failsWith(400, { message: 'response_format' });
  const fake = createFakeOpenAi(failsWith(404), failsWith(404), slow, refused, refused, says(FITTING_TEXT), says(FITTING_TEXT));
  const model = makeModel(fake);
  const both = [model.generate(makeRequest()), model.generate(makeRequest())];
  await both[1];
  letGo();
  expect(await both[0]).toMatchObject({ kind: 'value', value: FITTING });
  await model.generate(makeRequest());
  expect(fake.requests.at(-1)).toMatchObject({ transport: 'chat', schema: null });
});

test('what the SDK would read from the environment is not read', async () => {
  vi.stubEnv('OPENAI_BASE_URL', 'https://elsewhere.example.org/v1');
  vi.stubEnv('OPENAI_API_KEY', 'sk-of-another');
  vi.stubEnv('OPENAI_ADMIN_KEY', 'sk-of-an-admin');
  vi.stubEnv('OPENAI_ORG_ID', 'another-organisation');
  vi.stubEnv('OPENAI_PROJECT_ID', 'another-project');
  vi.stubEnv('OPENAI_LOG', 'debug');
  const printed = vi.spyOn(console, 'debug');
  const [request] = await requestsOf({ apiKey: null }, 1, says(FITTING_TEXT));
  expect(request?.url).toBe('https://api.openai.com/v1/responses');
  expect(JSON.stringify([...(request?.headers ?? [])])).not.toMatch(/another|admin/);
  expect(printed).not.toHaveBeenCalled();
});
