import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { problemsOf } from '../support/config-problems.ts';

describe('the language model', () => {
  const daily = {
    tenant: { tokens: 2_000_000, dollars: 0 },
    channel: { tokens: 1_000_000, dollars: 0 },
    person: { tokens: 1_000_000, dollars: 0 },
  };
  const alone = { apiKey: null, baseUrl: null, name: 'gpt-6-luna', api: 'auto', timeoutMs: 60_000, daily, price: null };
  const server = { OPENAI_BASE_URL: 'http://localhost:11434/v1' };

  test('is none with neither a key nor a base URL, whatever else is set', () => {
    expect(parseConfig({ OPENAI_MODEL: 'a', OPENAI_API: 'chat', MODEL_DAILY_TOKENS: '5' }).model).toBeNull();
  });

  test('needs a key alone at OpenAI', () => {
    expect(parseConfig({ OPENAI_API_KEY: 'sk-1' }).model).toEqual({ ...alone, apiKey: 'sk-1' });
  });

  test('needs no key elsewhere, but a name', () => {
    const model = { ...alone, baseUrl: server.OPENAI_BASE_URL, name: 'qwen3:8b' };
    expect(parseConfig({ ...server, OPENAI_MODEL: 'qwen3:8b' }).model).toEqual(model);
    expect(problemsOf(server)['OPENAI_MODEL']).toContain('OPENAI_BASE_URL');
    expect(problemsOf({ ...server, OPENAI_MODEL: ' ', OPENAI_API_KEY: 'sk-1' })).toHaveProperty('OPENAI_MODEL');
  });

  test('has both prices or neither, and says so next to every other problem', () => {
    expect(problemsOf({ MODEL_PRICE_INPUT: '1' })).toHaveProperty('MODEL_PRICE_OUTPUT');
    expect(Object.keys(problemsOf({ MODEL_PRICE_OUTPUT: '1', LOG_LEVEL: 'loud' })).toSorted()).toEqual(['LOG_LEVEL', 'MODEL_PRICE_INPUT']);
  });

  test.each([
    ['OPENAI_BASE_URL', 'ftp://localhost/v1'],
    ['OPENAI_BASE_URL', 'http://me@localhost/v1'],
    ['OPENAI_BASE_URL', 'http://me:secret@localhost/v1'],
    ['OPENAI_BASE_URL', 'https://a.openai.azure.com/openai?api-version=1'],
    ['OPENAI_BASE_URL', 'https://example.org/v1?'],
    ['OPENAI_API_KEY', 'sk-1\nX-Other: 2'],
    ['OPENAI_API_KEY', 'ключ'],
    ['OPENAI_TIMEOUT_MS', '999'],
    ['OPENAI_TIMEOUT_MS', '300001'],
    ['OPENAI_TIMEOUT_MS', '1e4'],
    ['MODEL_DAILY_TOKENS', '-1'],
    ['MODEL_DAILY_TOKENS', '1.5'],
    ['MODEL_DAILY_TOKENS_CHANNEL', '0.5'],
    ['MODEL_DAILY_TOKENS_PERSON', 'Infinity'],
    ['MODEL_DAILY_COST', '-1'],
    ['MODEL_DAILY_COST_CHANNEL', '2,50'],
    ['MODEL_DAILY_COST_PERSON', '0.0000001'],
    ['MODEL_PRICE_INPUT', '1,5'],
    ['MODEL_PRICE_INPUT', 'Infinity'],
  ])('%s is not %j', (variable, value) => {
    expect(problemsOf({ OPENAI_MODEL: 'a', [variable]: value })).toHaveProperty(variable);
  });

  test.each(['1000', '300000'])('may take %s ms', (timeout) => {
    expect(parseConfig({ OPENAI_API_KEY: 'sk-1', OPENAI_TIMEOUT_MS: timeout }).model?.timeoutMs).toBe(Number(timeout));
  });
});
