import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeOpenAi, failsWith, type Script, says } from '../../support/fake-openai.ts';
import { FITTING_TEXT, keepLog, makeModel, makeRequest } from './ask-model.ts';

const down = failsWith(503, undefined, { 'x-should-retry': 'false' });
const TURNED_AWAY = {
  kind: 'unavailable',
  reason: 'left alone after repeated failures',
  retryable: true,
  usage: { calls: 0, inputTokens: 0, outputTokens: 0 },
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
});

afterEach(() => {
  vi.useRealTimers();
});

function make(...scripts: Script[]) {
  const fake = createFakeOpenAi(...scripts);
  const { logger, text } = keepLog();
  const model = makeModel(fake, { logger });
  const ask = async (times: number) => {
    const outcomes = [];
    for (let time = 0; time < times; time += 1) outcomes.push(await model.generate(makeRequest()));
    return outcomes;
  };
  return { fake, ask, text };
}

const times = (count: number, script: Script): Script[] => Array.from({ length: count }, () => script);

describe('the circuit breaker', () => {
  test('opens after five outages in a row, and then asks nobody', async () => {
    const { fake, ask, text } = make(...times(5, down), says(FITTING_TEXT));
    await ask(5);
    expect(await ask(3)).toEqual([TURNED_AWAY, TURNED_AWAY, TURNED_AWAY]);
    expect(fake.requests).toHaveLength(5);
    expect(text()).toContain('left alone for a while');
  });

  test('lets one try after 30 seconds, and closes when it succeeds', async () => {
    const { ask, text } = make(...times(5, down), says(FITTING_TEXT), says(FITTING_TEXT));
    await ask(5);
    vi.setSystemTime(29_999);
    expect(await ask(1)).toEqual([TURNED_AWAY]);
    vi.setSystemTime(30_001);
    expect((await ask(2)).map(({ kind }) => kind)).toEqual(['value', 'value']);
    expect(text()).toContain('is back');
  });

  test('rests again when the one that tries fails', async () => {
    const { fake, ask } = make(...times(6, down), says(FITTING_TEXT));
    await ask(5);
    vi.setSystemTime(30_001);
    expect((await ask(2))[1]).toEqual(TURNED_AWAY);
    vi.setSystemTime(60_003);
    expect((await ask(1))[0]).toMatchObject({ kind: 'value' });
    expect(fake.requests).toHaveLength(7);
  });

  test('turns the others away at once while one tries', async () => {
    const { promise: late, resolve: letGo } = Promise.withResolvers<void>();
    const slow: Script = async (request, signal) => {
      await late;
      return says(FITTING_TEXT)(request, signal);
    };
    const { ask } = make(...times(5, down), slow);
    await ask(5);
    vi.setSystemTime(30_001);
    const trying = ask(1);
    expect(await ask(1)).toEqual([TURNED_AWAY]);
    letGo();
    expect((await trying)[0]).toMatchObject({ kind: 'value' });
  });

  test('begins to count anew after any answer', async () => {
    const { fake, ask } = make(...times(4, down), says(FITTING_TEXT), ...times(4, down), says(FITTING_TEXT));
    await ask(10);
    expect(fake.requests).toHaveLength(10);
  });

  test('does not open for what a server refuses to write about', async () => {
    const { fake, ask } = make(...times(8, failsWith(400, { code: 'content_filter' })));
    await ask(8);
    expect(fake.requests).toHaveLength(8);
  });
});

describe('a server that turns the account down', () => {
  const noCredit = failsWith(429, { code: 'insufficient_quota' }, { 'x-should-retry': 'false' });

  test.each([
    ['401', failsWith(401, { code: 'invalid_api_key' }), 'HTTP 401 (invalid_api_key)'],
    ['402', failsWith(402), 'HTTP 402'],
    ['403', failsWith(403), 'HTTP 403'],
    ['no credit', noCredit, 'HTTP 429 (insufficient_quota)'],
  ])('with %s is asked once, and the log says what to do', async (_name, script, reason) => {
    const { fake, ask, text } = make(...times(3, script));
    const [first, ...others] = await ask(3);
    expect(first).toMatchObject({ kind: 'unavailable', reason, retryable: false });
    expect(others).toEqual([TURNED_AWAY, TURNED_AWAY]);
    expect(fake.requests).toHaveLength(1);
    expect(text().split('\n')).toHaveLength(1);
    expect(text()).toContain('check OPENAI_API_KEY');
    expect(text()).toContain(reason);
    expect(text()).not.toMatch(/canary/i);
  });

  test('is asked once in 30 seconds, and the log says it once until the server takes a request', async () => {
    const { fake, ask, text } = make(...times(2, failsWith(401)), says(FITTING_TEXT), failsWith(401));
    await ask(2);
    vi.setSystemTime(30_001);
    await ask(2);
    expect(fake.requests).toHaveLength(2);
    expect(text().match(/turns us down/g)).toHaveLength(1);
    vi.setSystemTime(60_003);
    expect((await ask(1))[0]).toMatchObject({ kind: 'value' });
    await ask(2);
    expect(fake.requests).toHaveLength(4);
    expect(text().match(/turns us down/g)).toHaveLength(2);
  });

  test('of requests at the same time has each that was sent answered', async () => {
    const fake = createFakeOpenAi(...times(4, failsWith(401)));
    const model = makeModel(fake);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => model.generate(makeRequest())));
    expect(outcomes).toEqual(times(4, failsWith(401)).map(() => expect.objectContaining({ reason: 'HTTP 401' })));
    expect(await model.generate(makeRequest())).toEqual(TURNED_AWAY);
  });
});
