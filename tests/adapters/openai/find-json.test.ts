import { describe, expect, test } from 'vitest';
import { findJson } from '../../../adapters/openai/find-json.ts';
import { createFakeOpenAi, says } from '../../support/fake-openai.ts';
import { FITTING, FITTING_TEXT, makeModel, makeRequest } from './ask-model.ts';

const DRAFT = '{"claims":[],"note":"draft"}';

describe('a reply', () => {
  test.each([
    ['with space around it', `\n ${FITTING_TEXT} \n`],
    ['after its thoughts', `<think>\nTwo, or ${DRAFT}?\n</think>\n\n${FITTING_TEXT}`],
    ['after thoughts whose beginning the template swallowed', `Two, or ${DRAFT}?</think>${FITTING_TEXT}`],
    ['after thoughts by another name', `<thinking>${DRAFT}</thinking>${FITTING_TEXT}`],
    ['in a fence', `\`\`\`json\n${FITTING_TEXT}\n\`\`\``],
    ['in a bare fence with words around it', `Here it is:\n\`\`\`\n${FITTING_TEXT}\n\`\`\`\nAnything else?`],
    ['in a fence after its thoughts', `<think>${DRAFT}</think>\n\`\`\`json\n${FITTING_TEXT}\n\`\`\``],
    ['between words', `The claims {as asked} are ${FITTING_TEXT} and that is all.`],
    ['after a brace that never ends', `A set { of claims: ${FITTING_TEXT}`],
    ['after an example of another shape', `Not like {"claims":1} but ${FITTING_TEXT}`],
  ])('%s is read in one call', async (_name, text) => {
    const outcome = await makeModel(createFakeOpenAi(says(text)), { api: 'chat' }).generate(makeRequest());
    expect(outcome).toMatchObject({ kind: 'value', value: FITTING, usage: { calls: 1 } });
  });

  test('with the end of thoughts inside a string is left whole', () => {
    expect([...findJson('{"text":"say </think> {}"}')]).toEqual([{ text: 'say </think> {}' }]);
  });

  test.each([
    ['that is all thoughts', `<think>I would say ${FITTING_TEXT}`],
    ['without an object', 'I found [1] and [2].'],
    ['that is cut off', FITTING_TEXT.slice(0, -1)],
    ['that is empty', ''],
  ])('%s has none', (_name, text) => {
    expect([...findJson(text)]).toEqual([]);
  });

  test('finds braces and quotes inside strings to be text', () => {
    const text = JSON.stringify({ a: 'one } two " three \\' });
    expect([...findJson(`so ${text} it is`)]).toEqual([JSON.parse(text)]);
  });

  // Quadratic code would need hours for these.
  test.each(['{', '{"a":', '```', '``` ', '"', '<think>', '</think>', '\\', '{}', '[', ' '])(
    'of a million characters of %j ends',
    (piece) => {
      const text = `x${piece.repeat(1_000_000 / piece.length)}`;
      expect([...findJson(text)].length).toBeLessThanOrEqual(17);
    },
  );
});
