import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { READING } from '../../../src/briefing/model/model-schemas.ts';
import { createFakeOpenAi, type FakeRequest, failsWith, type Script, says } from '../../support/fake-openai.ts';
import { PROMPTS } from '../../support/model-bot.ts';
import { makeModel, makeRequest, STRAY_TEXT } from './ask-model.ts';

/** A tokenizer that makes a token of every byte: no other makes more of them. */
function tokensIn({ instructions, input, schema }: FakeRequest): number {
  return [instructions, ...input, schema === null ? '' : JSON.stringify(schema)].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('王', '👩‍🚀', 'é', ' ', '\ud800') }),
);
/** Replies that are asked for again, with a long note on what was wrong. */
const strays = fc.constantFrom(
  STRAY_TEXT,
  '',
  JSON.stringify({
    claims: Array.from({ length: 9 }, () => ({ text: 'x'.repeat(99), source: 'one', [`更${'長'.repeat(300)}`]: 1 })),
    note: 5,
  }),
);

describe('the most that a request can use', () => {
  test('is never less than what the calls for it hold, whatever the words and the server', async () => {
    const refusal: Script = failsWith(400, { message: 'response_format' });
    await fc.assert(
      fc.asyncProperty(text, text, strays, fc.constantFrom('chat' as const, 'responses' as const), fc.boolean(), async (...drawn) => {
        const [instructions, input, stray, api, refuses] = drawn;
        const fake = createFakeOpenAi(...(refuses ? [refusal, refusal] : []), says(stray), says(stray));
        const model = makeModel(fake, { api });
        const request = makeRequest({ instructions, input });
        const most = model.atMost(request);
        const { usage } = await model.generate(request);
        // What a server refuses before it generates anything is not charged.
        const charged = fake.requests.slice(refuses ? 2 : 0);
        expect(charged).toHaveLength(2);
        expect(charged.reduce((sum, one) => sum + tokensIn(one), 0)).toBeLessThanOrEqual(most.inputTokens);
        expect(most).toMatchObject({ calls: 2, outputTokens: 2 * request.outputTokens });
        expect(usage.calls).toBe(fake.requests.length);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['English', 'a', 75_000],
    ['Chinese', '王', 171_000],
  ])('for the longest article that is read in %s is what the documents say', (_language, character, most) => {
    const { instructions } = PROMPTS.get('read-article');
    const asked = { instructions, input: character.repeat(24_200), schema: READING, schemaName: 'reading', outputTokens: 8_000 };
    const { inputTokens, outputTokens } = makeModel(createFakeOpenAi()).atMost(asked);
    expect(inputTokens + outputTokens).toBeLessThan(most * 1.01);
    expect(inputTokens + outputTokens).toBeGreaterThan(most * 0.97);
  });

  test('control: three characters to a token, which is right for English, is too little for Chinese', async () => {
    const input = '王毅说，中国将禁止向英国出口镓。'.repeat(20);
    const fake = createFakeOpenAi(says(''), says(''));
    const model = makeModel(fake, { api: 'chat' });
    await model.generate(makeRequest({ instructions: '', input }));
    const held = fake.requests.reduce((sum, one) => sum + tokensIn(one), 0);
    expect(held).toBeGreaterThan((2 * input.length) / 3);
    expect(held).toBeLessThanOrEqual(model.atMost(makeRequest({ instructions: '', input })).inputTokens);
  });
});
