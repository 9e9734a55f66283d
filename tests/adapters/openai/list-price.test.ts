import { expect, test } from 'vitest';
import { listPrice } from '../../../adapters/openai/list-price.ts';

test.each([
  [null, 'gpt-6-luna'],
  ['https://api.openai.com/v1/', 'gpt-6-luna'],
  [null, 'gpt-6-luna-2026-09-22'],
])('the price of a model at %s called %s is known', (baseUrl, model) => {
  expect(listPrice(baseUrl, model)).toEqual({ input: 0.125, output: 0.5 });
});

test.each([
  ['another model', null, 'gpt-6-luna-pro'],
  ['the beginning of a name', null, 'gpt-6'],
  ['a name that every object has', null, 'constructor'],
  ['a region, which costs more', 'https://eu.api.openai.com/v1', 'gpt-6-luna'],
  ['Azure', 'https://harbour.openai.azure.com/openai/v1/', 'gpt-6-luna'],
  ['another server', 'http://localhost:11434/v1', 'gpt-6-luna'],
])('that of %s is not', (_name, baseUrl, model) => {
  expect(listPrice(baseUrl, model)).toBeNull();
});
