import { describe, expect, test } from 'vitest';
import { answers, createFakeOpenAi, failsWith, type Script, says } from '../../support/fake-openai.ts';
import { ARTICLE, FITTING, FITTING_TEXT, makeModel, makeRequest, STRAY_TEXT } from './ask-model.ts';

const BROKEN_TEXT = '{"claims":[{"text":"BROKEN-CANARY';

describe.each(['responses', 'chat'] as const)('over %s', (api) => {
  async function ask(...scripts: Script[]) {
    const fake = createFakeOpenAi(...scripts);
    return { outcome: await makeModel(fake, { api }).generate(makeRequest()), requests: fake.requests };
  }

  test.each([
    ['broken JSON', BROKEN_TEXT],
    ['JSON of another shape', STRAY_TEXT],
    ['nothing', ''],
    ['prose', 'I found two claims.'],
  ])('%s is repaired by one more call', async (_name, text) => {
    const { outcome, requests } = await ask(says(text), says(FITTING_TEXT, [150, 30]));
    expect(outcome).toEqual({ kind: 'value', value: FITTING, usage: { calls: 2, inputTokens: 250, outputTokens: 50 } });
    expect(requests).toHaveLength(2);
  });

  test.each([
    ['broken JSON', BROKEN_TEXT, 'it was not valid JSON'],
    ['JSON of another shape', STRAY_TEXT, 'it did not fit: claims.0.source invalid_type, note invalid_type'],
    ['nothing', ' \n', 'it was empty'],
  ])('%s twice is invalid, and there is no third call', async (_name, text, reason) => {
    const { outcome, requests } = await ask(says(text), says(text), says(FITTING_TEXT));
    expect(outcome).toEqual({ kind: 'invalid', reason, usage: { calls: 2, inputTokens: 200, outputTokens: 40 } });
    expect(requests).toHaveLength(2);
  });

  test('the model is told what was wrong and what is wanted, but not its own words', async () => {
    const { requests } = await ask(says(BROKEN_TEXT), says(STRAY_TEXT));
    const [first, second] = requests;
    expect(first?.input).toEqual([ARTICLE]);
    expect(second?.input).toEqual([ARTICLE, expect.stringContaining('it was not valid JSON')]);
    expect(second?.instructions).toContain('"additionalProperties":false');
    expect(JSON.stringify(second?.body)).not.toContain('BROKEN-CANARY');
  });

  test('what was wrong is said in the model’s terms and kept short', async () => {
    const stray = JSON.stringify({ claims: Array.from({ length: 50 }, () => ({ text: 1, source: 'one' })), note: null });
    const { requests } = await ask(says(stray), says(FITTING_TEXT));
    const note = requests[1]?.input[1] ?? '';
    expect(note).toContain('claims.0.text: Invalid input: expected string, received number');
    expect(note.length).toBeLessThan(1_000);
  });

  test.each([
    ['a refusal', answers({ refusal: 'no' }), { kind: 'refusal' }],
    ['a truncated reply', answers({ text: '{', ending: 'length' }), { kind: 'truncated' }],
    ['a failure', failsWith(401), { kind: 'unavailable', retryable: false }],
  ])('%s instead of a repair is the outcome', async (_name, script, expected) => {
    const { outcome } = await ask(says(BROKEN_TEXT), script);
    expect(outcome).toMatchObject({ ...expected, usage: { calls: 2 } });
  });
});

test('what does not follow from the schema is checked too, and costs no trust in the server', async () => {
  const tooLong = JSON.stringify({ claims: [{ text: 'x'.repeat(41), source: 1 }], note: null });
  const fake = createFakeOpenAi(says(tooLong), says(tooLong), says(FITTING_TEXT));
  const model = makeModel(fake);
  expect(await model.generate(makeRequest())).toMatchObject({ kind: 'invalid', reason: 'it did not fit: claims.0.text too_big' });
  await model.generate(makeRequest());
  expect(fake.requests[2]?.schema).not.toBeNull();
});

test('names that a model invents stay out of the reason', async () => {
  const stray = JSON.stringify({ [ARTICLE]: 1, claims: [{ text: 'a', source: 1, [ARTICLE]: 1 }] });
  const outcome = await makeModel(createFakeOpenAi(says(stray), says(stray))).generate(makeRequest());
  expect(outcome.kind).toBe('invalid');
  expect(JSON.stringify(outcome)).not.toContain('CANARY');
});
